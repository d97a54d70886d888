"""What SQLite found wrong, in the words a user can act on."""

from pathlib import Path

from store.errors import (
    LibraryDamaged,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    ReftelError,
)

TROUBLES: tuple[tuple[tuple[str, ...], type[ReftelError], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        LibraryLocked,
        "{path} is locked: another process is writing to it. Try again when it is done.",
    ),
    (
        ("SQLITE_READONLY_DBMOVED",),
        LibraryMissing,
        "{path} was removed or replaced while open. Open it again.",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"),
        LibraryLocked,
        "{path} cannot be written to: it, or its folder, is read-only for you.",
    ),
    (
        ("SQLITE_CANTOPEN",),
        LibraryMissing,
        "{path} cannot be opened: see its permissions, and those of its folder.",
    ),
    (
        ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ"),
        LibraryDamaged,
        "{path} is damaged ({error}). Restore it, or import into a new library.",
    ),
    (
        ("SQLITE_FULL", "SQLITE_IOERR"),
        LibraryFull,
        "{path} cannot be written: no space left, or the disk failed ({error}). Make room.",
    ),
)


def trouble(name: str, detail: str, path: Path) -> ReftelError | None:
    """Give the error for SQLite's name of it (`SQLITE_BUSY`); None for a fault of the program."""
    for beginnings, kind, words in TROUBLES:
        if name.startswith(beginnings):
            return kind(words.format(path=path, error=detail))
    return None
