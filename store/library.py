"""The one door to a library of cables: a folder with the documents, and the index beside them.

The documents are the truth. The index is made from them, after them, and again when it does not
match; a search sees to that before it answers.
"""

import errno
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from store import files
from store.cable import Cable, Hit, Received, Row, Source
from store.documents import FORMAT, RAW, CableDB, where
from store.errors import (
    CableUnknown,
    LibraryDamaged,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    ReftelError,
)
from store.record import ORDER, from_record, to_record, to_row
from store.rows import column

if TYPE_CHECKING:
    from store.index import Index, Mark
    from store.query import Query

__all__ = ["Added", "Hit", "Info", "Library", "Results", "Row"]

DOCUMENTS = "cables.db"
INDEX = "index"
FIELDS = {
    "cables": ("id", ORDER, "date", "origin", "level"),
    "superseded": ("id",),
    "sources": ("id",),
}
FOUND_BY = (
    *("id", "date", "sent", "origin", "level", "tags", "subject"),
    *("paragraphs", "page_breaks"),
)
"""The fields of a record that the index and the snippets take."""


class Results(NamedTuple):
    """How many cables a query found in all, and some of them."""

    total: int
    hits: tuple[Hit, ...]


class Added(NamedTuple):
    """What became of a cable: `new`, `same` (held already) or `version` (another text of an id)."""

    outcome: str
    id: str
    version: int


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
    """A library at a folder. Any thread may read; one process writes at a time.

    Tables: `cables` has the newest record of each id, `superseded` those it replaced, `sources`
    the bytes of every version.
    """

    def __init__(self, path: Path, documents: CableDB) -> None:
        self.path = path
        self._documents = documents
        self._cables = documents.table("cables")
        self._superseded = documents.table("superseded")
        self._sources = documents.table("sources")
        self._index: Index | None = None
        self._indexing = RLock()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open the library at `path`, or make it where there is none.

        Raises LibraryMissing, LibraryDamaged, LibraryLocked, LibraryNewer; LibraryFull on making.
        """
        documents = path / DOCUMENTS
        try:
            if path.exists() and not path.is_dir():
                raise LibraryDamaged(f"{path} is a file; a library is a folder.")
            if create:
                _make_folder(path, documents)
            elif not documents.exists():
                raise LibraryMissing(f"There is no library at {path}. An import makes one.")
            return cls(path, CableDB(documents, FIELDS, create=create))
        except OSError as error:
            raise _told(error, path) from error

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
        return len(self._cables)

    def add(self, cables: Sequence[tuple[Cable, Received, str]]) -> list[Added]:
        """Take in cables, each with what was received and the path it came from, all or none.

        Raises LibraryFull, LibraryLocked, LibraryDamaged, LibraryMissing; the library is then as
        before. They are durable on return; the index follows with the next search or `refresh`.
        """
        with self._documents.storage.transaction():
            return [self._add(*each) for each in cables]

    def _add(self, cable: Cable, received: Received, path: str) -> Added:
        digest = _sha256(received.raw)
        sources = self._sources.search(where("id") == cable.id)
        for held in sources:
            if held["sha256"] == digest:
                return Added("same", cable.id, held["version"])
        version = len(sources) + 1
        source = Source(
            received.layout, path, digest, len(received.raw), received.encoding, version
        )
        kept = {"id": cable.id, "version": version, "sha256": digest, "encoding": source.encoding}
        if not _decodes(received):
            kept["text"] = received.text
        number = self._sources.insert({**kept, RAW: received.raw})
        record = to_record(cable._replace(source=source)) | {"text": number}
        if version == 1:
            self._cables.insert(record)
            return Added("new", cable.id, version)
        for before in self._cables.search(where("id") == cable.id):
            self._superseded.insert(dict(before))
            self._cables.replace(before.doc_id, record)
        return Added("version", cable.id, version)

    def get(self, id: str, version: int | None = None) -> Cable:  # noqa: A002
        """Give a cable with its text, the newest version unless told; CableUnknown."""
        record = self._record(id, version)
        return from_record(record, self._text(record, self._received(record)))

    def raw(self, id: str, version: int | None = None) -> bytes:  # noqa: A002
        """Give the bytes of a cable exactly as received; CableUnknown, LibraryDamaged."""
        return self._received(self._record(id, version))

    def _record(self, id: str, version: int | None) -> dict[str, Any]:  # noqa: A002
        newest = self._cables.get(where("id") == id) or self._cables.get(where("id") == id.upper())
        if newest is None:
            near = self._cables.rows.near("id", id.upper())
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise CableUnknown(f"The library has no cable {id}.{hint}")
        versions = [newest, *self._superseded.search(where("id") == newest["id"])]
        for record in versions:
            if version in (None, _source(record).version):
                return dict(record)
        raise CableUnknown(f"{id} has no version {version}; the newest is {len(versions)}.")

    def _received(self, record: dict[str, Any]) -> bytes:
        raw = self._sources.rows.raw(record["text"])
        if raw is None or _sha256(raw) != _source(record).sha256:
            raise LibraryDamaged(
                f"{self.path}: the text of {record['id']} is not the one that was received."
                " Import it again into a new library."
            )
        return raw

    def _text(self, record: dict[str, Any], raw: bytes) -> str:
        kept = self._sources.get(doc_id=record["text"]) or {}
        return kept["text"] if "text" in kept else raw.decode(_source(record).encoding)

    def _glimpse(self, record: dict[str, Any]) -> Cable:
        """Give what finding needs of a cable, unchecked: building it whole costs ten times that."""
        part = {name: record[name] for name in FOUND_BY if name in record}
        raw = self._sources.rows.raw(record["text"]) or b""
        return from_record(part, self._text(record, raw))

    def page(self, start: int, count: int) -> list[Row]:
        """Give `count` rows of the list from `start`: newest first, those without a date last."""
        return [to_row(*each) for each in self._cables.rows.page(ORDER, start, count)]

    def search(self, line: str, start: int = 0, count: int = 50) -> Results:
        """Find cables, newest first, with the hit in its sentence; QueryInvalid."""
        from store import query

        asked = query.parse(line)
        total, keys = self._find(asked, start, count)
        records = {key: self._cables.get(doc_id=key) for key in keys}
        return Results(total, tuple(self._hit(k, r, asked) for k, r in records.items() if r))

    def _hit(self, key: int, record: dict[str, Any], asked: "Query") -> Hit:
        from store.snippet import snippet

        return Hit(to_row(key, record), *snippet(asked, self._glimpse(record)))

    def _find(self, asked: "Query", start: int, count: int) -> tuple[int, list[int]]:
        """Ask the index; one that fails is built again once."""
        with self._indexing:
            try:
                return self.refresh().search(asked, start, count)
            except (ValueError, OSError):
                return self.refresh(anew=True).search(asked, start, count)

    def refresh(self, *, anew: bool = False) -> "Index":
        """Bring the index up to the documents: by difference where it is theirs, else anew."""
        from store.index import Index, Mark

        with self._indexing:
            storage = self._documents.storage
            now = storage.identity, storage.generation()
            if self._index is None or not self._index.reflects(*now):
                self._index = Index(self.path / INDEX)
            if anew or not self._index.reflects(*now):
                self._index = self._repaired(self._index, Mark(*now, len(self)), anew=anew)
            return self._index

    def _repaired(self, index: "Index", wanted: "Mark", *, anew: bool) -> "Index":
        """Make the index good: by difference, or else anew, or else in memory alone."""
        from store.index import BusyError, Index

        held = index.mark
        ours = held is not None and held.identity == wanted.identity
        try:
            if held and ours and not anew:
                with suppress(ValueError, OSError):  # broken: built anew below
                    index.update(wanted, self._changed(held.generation))
                    if index.count() == wanted.cables:
                        return index
            index.clear()
            index.update(wanted, self._changed(0))
        except BusyError as error:
            if ours:
                return index  # the other process will see to it; until then it is a little behind
            raise LibraryLocked(
                f"{self.path}: another process is writing the index. Try again when it is done."
            ) from error
        except (ValueError, OSError):  # a folder that is read-only, or a disk that is full
            index = Index(None)
            index.update(wanted, self._changed(0))
        return index

    def _changed(self, generation: int) -> Iterator[tuple[int, Cable]]:
        """Cables written after a generation, by key."""
        for key, record in self._cables.rows.changed(generation):
            yield key, self._glimpse(record)

    def info(self) -> Info:
        """Say what the library holds."""
        from store.index import Index

        day = column("date")
        mark = Index(self.path / INDEX).mark
        storage = self._documents.storage
        return Info(
            path=str(self.path),
            cables=len(self),
            sources=len(self._sources),
            bytes=self._sources.rows.total("sum(length(raw))") or 0,
            first=self._cables.rows.total(f"min({day})"),
            last=self._cables.rows.total(f"max({day})"),
            levels=self._cables.rows.tally("level"),
            generation=storage.generation(),
            format=FORMAT,
            indexed=mark.cables if mark and mark.identity == storage.identity else 0,
        )


def _sha256(raw: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, which a search does without

    return sha256(raw).hexdigest()


def _source(record: dict[str, Any]) -> Source:
    return Source(*record["source"])


def _decodes(received: Received) -> bool:
    """Whether the bytes give the text again, as they do in a layout of plain text."""
    try:
        return received.raw.decode(received.encoding) == received.text
    except (LookupError, UnicodeDecodeError):
        return False


def _make_folder(path: Path, documents: Path) -> None:
    """Make the folder private to its owner; one that holds other things is left alone."""
    files.make_private(path)
    if not documents.exists() and any(path.iterdir()):
        raise LibraryDamaged(f"{path} holds other things and no library. Name a new folder.")


def _told(error: OSError, path: Path) -> ReftelError:
    """Say why a folder cannot be a library."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFull(f"{path} cannot be made: no space left. Make room.")
    return LibraryMissing(f"{path} cannot be opened: {error.strerror}.")
