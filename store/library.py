"""The one door to a library of cables: a folder with the documents, and the index beside them.

The documents are the truth. The index is made from them, after them, and again when it does not
match; a search sees to that before it answers.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store import files
from store.documents import CableDB
from store.documents.ladder import LAST
from store.documents.troubles import folder_trouble
from store.errors import LibraryDamaged, LibraryMissing
from store.holdings import FIELDS, LISTED, Holdings
from store.upkeep import Upkeep

if TYPE_CHECKING:
    from store.cable import Cable, Received
    from store.holdings.batch import Added
    from store.marks import Marks
    from store.row import Row
    from store.search import Search

DOCUMENTS = "cables.db"
INDEX = "index"
HOLD = "import.lock"
"""The file that who writes many cables holds meanwhile."""


class Library(AbstractContextManager["Library"]):
    """A library at a folder. Any thread may read; one process writes at a time.

    `held` are its documents, and `index` is what searches ask.
    """

    def __init__(self, path: Path, documents: CableDB, marks: Path | None = None) -> None:
        self.path = path
        self.held = Holdings(documents)
        self.index = Upkeep(path / INDEX, self.held)
        self._marks_at = marks

    @classmethod
    def open(cls, path: Path, *, create: bool = False, marks: Path | None = None) -> Self:
        """Open the library at `path`, or make it where there is none.

        The reader's marks lie in the file `marks`, or else beside the library.

        Raises LibraryMissing, LibraryDamaged, LibraryLocked, LibraryNewer; LibraryFull on making.
        """
        documents = path / DOCUMENTS
        try:
            if path.exists() and not path.is_dir():
                raise LibraryDamaged(f"{path} is a file; a library is a folder.")
            if create:
                make_folder(path, documents)
            elif not documents.exists():
                raise LibraryMissing(f"There is no library at {path}. An import makes one.")
            return cls(path, CableDB(documents, FIELDS, listed=LISTED, create=create), marks)
        except OSError as error:
            raise folder_trouble(error, path) from error

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self.held.storage.close()

    def __len__(self) -> int:
        return len(self.held.cables)

    def add(self, cables: "Sequence[tuple[Cable, Received, str]]") -> "list[Added]":
        """Take in cables, each with what was received and the path it came from, all or none.

        Raises LibraryFull, LibraryLocked, LibraryDamaged, LibraryMissing; the library is then as
        before. They are durable on return; the index follows with the next search.
        """
        from store.holdings import batch
        from store.holdings.prepared import prepared, sourced

        ready = [prepared(sourced(*each), each[1]) for each in cables]
        with self.held.storage.transaction():
            return batch.add(self.held, ready)

    def get(self, id: str, version: int | None = None) -> "Cable":  # noqa: A002
        """Give a cable with its text, the newest version unless told; CableUnknown."""
        return self.held.whole(self.held.record(id, version))

    def raw(self, id: str, version: int | None = None) -> bytes:  # noqa: A002
        """Give the bytes of a cable exactly as received; CableUnknown, LibraryDamaged."""
        return self.held.received(self.held.record(id, version))[1]

    def named(self, id: str) -> str:  # noqa: A002
        """Give an id as the library spells it; CableUnknown."""
        return str(self.held.record(id, None)["id"])

    def alike(self, text: str, most: int = 20) -> list[str]:
        """Name cables by an id as it is remembered (`mosc 1869`), the likeliest first."""
        return self.held.alike(text, most)

    def rows(self, ids: Sequence[str]) -> "dict[str, Row]":
        """Give the rows of those of some ids that the library has, their newest versions."""
        return self.held.rows(ids)

    def page(self, start: int, count: int, *, newest: bool = True) -> "list[Row]":
        """Give `count` rows of the list from `start`: newest first, those without a date last.

        With `newest` false the list stands on its head.
        """
        if newest:
            return self.held.page(start, count)
        end = len(self) - start
        return self.held.page(max(0, end - count), min(count, max(0, end)))[::-1]

    def position(self, date: str, *, newest: bool = True) -> int:
        """Give the position at which a day, month or year (`2009-07`) begins in the list.

        Where no cable is of that time, it is the position at which one would stand.
        """
        if newest:
            return self.held.list.above(f"{date}{LAST}")
        return len(self) - self.held.list.above(date)

    def search(self, line: str, *, typing: bool = False, every: bool = False) -> "Search":
        """Look for cables by a line; QueryInvalid.

        While the line is `typing`, the word at its end counts as the beginning of one. With
        `every`, an empty line finds every cable.
        """
        from store import query
        from store.search import Search

        asked = query.EVERY if every and not line.strip() else query.parse(line, typing=typing)
        if ":" in line:  # marks are fields: a plain search does without what settles them
            from store.query.marked import settled

            asked = settled(asked, lambda sought: self.index.keys(sought, self.marks.found(sought)))
        return Search(asked, self.index, self.held)

    def vain(self, line: str) -> list[str]:
        """Name those of several terms of a line that find nothing by themselves; QueryInvalid."""
        from store.query.refine import vain

        return vain(line, lambda term: self.search(term).total)

    @cached_property
    def marks(self) -> "Marks":
        """Give the reader's own marks; only what asks for them loads them."""
        from store.marks import Marks, place_beside

        return Marks(self._marks_at or place_beside(self.path))


def make_folder(path: Path, documents: Path) -> None:
    """Make the folder private to its owner; one that holds other things is left alone."""
    files.make_private(path)
    others = (each for each in path.iterdir() if not each.name.startswith((DOCUMENTS, HOLD)))
    if not documents.exists() and any(others):
        raise LibraryDamaged(f"{path} holds other things and no library. Name a new folder.")
