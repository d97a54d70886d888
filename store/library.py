"""The one door to a library of cables: a folder with the documents, and the index beside them.

The documents are the truth. The index is made from them, after them, and again when it does not
match; a search sees to that before it answers.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from store import files
from store.documents import FORMAT, CableDB
from store.documents.field import Field
from store.documents.ladder import LAST
from store.documents.troubles import folder_trouble
from store.errors import LibraryDamaged, LibraryMissing
from store.holdings import FIELDS, LISTED, Holdings
from store.row import Hit, Prose, Row

if TYPE_CHECKING:
    from store.cable import Cable, Received
    from store.holdings.batch import Added
    from store.importer.intake import Intake, Known
    from store.importer.walk import Found
    from store.index.upkeep import Upkeep
    from store.marks import Marks
    from store.marks.keys import Keys
    from store.query import Query

__all__ = ["Hit", "Info", "Library", "Results", "Row"]

DOCUMENTS = "cables.db"
INDEX = "index"
GROUPED = ("origin", "class")
"""Orders that are no order by date or by relevance."""
HOLD = "import.lock"
"""The file that who writes many cables holds meanwhile."""


class Results(NamedTuple):
    """How many cables a query found in all, and some of them in the order asked for."""

    total: int
    rows: tuple[Row, ...]
    order: str = "newest"


class Info(NamedTuple):
    """What a library holds: `bytes` of text as received, first and last day, levels by count.

    `indexed` counts the cables that a search finds without the index being brought up to date.
    """

    path: str
    cables: int
    sources: int
    bytes: int
    first: str | None
    last: str | None
    levels: tuple[tuple[str, int], ...]
    generation: int
    format: int
    indexed: int


class Library:
    """A library at a folder. Any thread may read; one process writes at a time."""

    def __init__(self, path: Path, documents: CableDB, marks: Path | None = None) -> None:
        self.path = path
        self._marks_at = marks
        self._documents = documents
        self._held = Holdings(documents)
        self._upkeep: Upkeep | None = None

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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._documents.close()

    def __len__(self) -> int:
        return len(self._held.cables)

    def add(self, cables: "Sequence[tuple[Cable, Received, str]]") -> "list[Added]":
        """Take in cables, each with what was received and the path it came from, all or none.

        Raises LibraryFull, LibraryLocked, LibraryDamaged, LibraryMissing; the library is then as
        before. They are durable on return; the index follows with the next search or `refresh`.
        """
        from store.holdings import batch
        from store.holdings.prepared import prepared, sourced

        ready = [prepared(sourced(*each), each[1]) for each in cables]
        with self._documents.storage.transaction():
            return batch.add(self._held, ready)

    def get(self, id: str, version: int | None = None) -> "Cable":  # noqa: A002
        """Give a cable with its text, the newest version unless told; CableUnknown."""
        return self._held.whole(self._held.record(id, version))

    def raw(self, id: str, version: int | None = None) -> bytes:  # noqa: A002
        """Give the bytes of a cable exactly as received; CableUnknown, LibraryDamaged."""
        return self._held.received(self._held.record(id, version))

    def page(self, start: int, count: int, *, newest: bool = True) -> list[Row]:
        """Give `count` rows of the list from `start`: newest first, those without a date last.

        With `newest` false the list stands on its head.
        """
        if newest:
            return self._held.page(start, count)
        end = len(self) - start
        return self._held.page(max(0, end - count), min(count, max(0, end)))[::-1]

    def position(self, date: str, *, newest: bool = True) -> int:
        """Give the position at which a day, month or year (`2009-07`) begins in the list.

        Where no cable is of that time, it is the position at which one would stand.
        """
        if newest:
            return self._held.list.above(f"{date}{LAST}")
        return len(self) - self._held.list.above(date)

    def rows(self, ids: Sequence[str]) -> dict[str, Row]:
        """Give the rows of those of some ids that the library has, their newest versions."""
        return self._held.rows(ids)

    def cited_by(self, id: str, start: int = 0, count: int = 50) -> Results:  # noqa: A002
        """Find the cables whose REF line names a cable, oldest first."""
        return self.search(f'ref:"{id}"', start, count, "oldest")

    def search(
        self,
        line: str,
        start: int = 0,
        count: int = 50,
        order: str = "newest",
        *,
        typing: bool = False,
    ) -> Results:
        """Find cables; QueryInvalid.

        `order` is `newest`, `oldest` or `relevance`; `origin` or `class` (the most secret first),
        for which an empty line finds every cable. While the line is `typing`, the word at its end
        counts as the beginning of one.
        """
        asked = self._asked(line, typing=typing, every=order in GROUPED)
        total, keys = self._kept().asked(lambda index: index.search(asked, start, count, order))
        return Results(total, tuple(self._held.listed(keys)), order)

    def hits(self, line: str, rows: Sequence[Row], *, typing: bool = False) -> tuple[Hit, ...]:
        """Show rows that a line found with the hit in its sentence; QueryInvalid.

        This reads the texts of their cables: ask for the rows that are on the screen.
        """
        from store.query.snippet import snippet

        asked = self._asked(line, typing=typing)
        prose = self._held.prose([row.key for row in rows])
        gone = Prose("", "")
        return tuple(Hit(row, *snippet(asked, prose.get(row.key, gone))) for row in rows)

    def facets(
        self, line: str, fields: Sequence[str], *, typing: bool = False
    ) -> dict[str, list[tuple[str, int]]]:
        """Count what a line finds by its values of each field, the most first; QueryInvalid.

        Fields are `level`, `origin`, `tag` and `year`; an empty line finds every cable.
        """
        asked = self._asked(line, typing=typing, every=True)
        return self._kept().asked(lambda index: index.facets(asked, fields))

    def histogram(self, line: str, *, typing: bool = False) -> list[tuple[str, int]]:
        """Count what a line finds by month (`2009-07`) or by year, the oldest first; QueryInvalid.

        It is by year where they span more than three; an empty line finds every cable.
        """
        asked = self._asked(line, typing=typing, every=True)
        return self._kept().asked(lambda index: index.histogram(asked))

    def ids(self, line: str) -> list[str]:
        """Name every cable that a query finds, the newest first; QueryInvalid."""
        asked, most = self._asked(line, typing=False), max(len(self), 1)
        _, keys = self._kept().asked(lambda index: index.search(asked, 0, most))
        return self._held.ids.of(keys)

    def named(self, id: str) -> str:  # noqa: A002
        """Give an id as the library spells it; CableUnknown."""
        return str(self._held.record(id, None)["id"])

    def alike(self, text: str, most: int = 20) -> list[str]:
        """Name cables by an id as it is remembered (`mosc 1869`), the likeliest first."""
        return self._held.alike(text, most)

    def _asked(self, line: str, *, typing: bool, every: bool = False) -> "Query":
        """Read a line, with the cables that have a mark in the place of what asks for it.

        With `every`, an empty line finds every cable.
        """
        from store import query

        if every and not line.strip():
            return query.EVERY
        asked = query.parse(line, typing=typing)
        if ":" not in line:
            return asked  # marks are fields: a plain search does without what settles them
        from store.query.marked import settled

        return settled(asked, lambda sought: self._marked.of(sought))

    @cached_property
    def _marked(self) -> "Keys":
        from store.marks.keys import Keys

        return Keys(self.marks, self._held)

    @cached_property
    def marks(self) -> "Marks":
        """Give the reader's own marks; only what asks for them loads them."""
        from store.marks import Marks, place_beside

        return Marks(self._marks_at or place_beside(self.path))

    @contextmanager
    def importing(self) -> "Iterator[Intake]":
        """Hold the library against other imports, to take in many cables; LibraryLocked."""
        from store.importer import intake

        with intake.held(self.path):
            taking = intake.Intake(self._documents.storage, self._held, self._kept())
            try:
                yield taking
            except BaseException:
                taking.drop()
                raise
            taking.finish()

    def remembers(self, found: "Sequence[Found]", largest: int) -> "dict[str, Known]":
        """Find what is remembered of files that an import need not read again, by place."""
        from store.importer.intake import remembered

        return remembered(self._held, found, largest)

    def refresh(self) -> None:
        """Bring the index up to the documents, which a search would do."""
        self._kept().current()

    def indexing(self) -> tuple[int, int] | None:
        """Say how many cables of how many the index has, while it is brought up to date."""
        return self._upkeep.progress if self._upkeep else None

    def _kept(self) -> "Upkeep":
        """Give the index; only what searches loads it."""
        from store.index.upkeep import Upkeep

        if self._upkeep is None:
            self._upkeep = Upkeep(self.path / INDEX, self._documents.storage, self._held)
        return self._upkeep

    def info(self) -> Info:
        """Say what the library holds."""
        from store.index import Index

        mark = Index(self.path / INDEX).mark
        cables, storage = self._held.cables.rows, self._held.storage
        first, last = Field(cables, "date").ends()
        return Info(
            path=str(self.path),
            cables=len(self),
            sources=len(self._held.sources),
            bytes=self._held.sources.rows.tallied().bytes,
            first=first,
            last=last,
            levels=Field(cables, "level").tally(),
            generation=storage.generation(),
            format=FORMAT,
            indexed=mark.cables if mark and mark.identity == storage.identity else 0,
        )


def make_folder(path: Path, documents: Path) -> None:
    """Make the folder private to its owner; one that holds other things is left alone."""
    files.make_private(path)
    others = (each for each in path.iterdir() if not each.name.startswith((DOCUMENTS, HOLD)))
    if not documents.exists() and any(others):
        raise LibraryDamaged(f"{path} holds other things and no library. Name a new folder.")
