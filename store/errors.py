"""The few errors a caller may catch. Each message says what, where, and what to do."""


class ReftelError(Exception):
    """Anything the program says to its user instead of a result."""


class LibraryMissing(ReftelError):
    """There is no library at the path, or it cannot be reached."""


class LibraryLocked(ReftelError):
    """Another process is writing to the library."""


class LibraryDamaged(ReftelError):
    """What lies at the path is no library, or no longer a whole one."""


class LibraryNewer(ReftelError):
    """The library was written by a newer reftel than this one."""


class LibraryFull(ReftelError):
    """The disk under the library cannot take more; what was committed before stays."""


class CableUnknown(ReftelError):
    """The library holds no cable of that id."""


class ParagraphUnknown(ReftelError):
    """The cable has no paragraph of that number."""


class MarksDamaged(ReftelError):
    """The file of the reader's marks cannot be read, or is not one; it is left as it is."""


class MarksUnsaved(ReftelError):
    """A mark could not be kept; those kept before stay."""


class MarkRefused(ReftelError):
    """What was to be kept as a mark is none, such as a tag of two words."""


class QueryInvalid(ReftelError):
    """A query line that cannot be read; `column` (from 1) is where, `expected` what fits there."""

    def __init__(self, message: str, column: int, expected: str) -> None:
        super().__init__(message)
        self.column = column
        self.expected = expected


class Refused(ReftelError):
    """An input that is not imported, and why; `line` and `column` where one place is to blame."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column
