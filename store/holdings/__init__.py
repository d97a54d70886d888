"""The records and texts of a library's cables, in all their versions.

Tables: `cables` has the newest record of each id, `superseded` those it replaced, `sources` the
bytes of every version, `files` the files that an import need not read again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from store.documents import CableDB, where
from store.documents.field import Field
from store.documents.ladder import Ladder
from store.documents.narrowing import since
from store.documents.rows import unpack
from store.errors import CableUnknown, LibraryDamaged
from store.holdings.glance import KEYS, ORDER, VERSION, glanced, prose, to_row
from store.holdings.stored import Stored, spelt
from store.row import Prose, Row

if TYPE_CHECKING:
    from store.cable import Cable

LISTED = {"cables": ORDER}
FIELDS = {"cables": KEYS, "superseded": ("id",), "files": ("path",)}
NOTHING = ("{}", None)
"""What is known of a source that is gone: no document, no bytes."""
TOGETHER = 64
"""Cables read at once."""
MOST_NEAR = 3
"""Ids that are named where none is as it was said."""


class Holdings:
    """The tables of a library's documents."""

    def __init__(self, documents: CableDB) -> None:
        self.storage = documents.storage
        self.cables = documents.table("cables")
        self.superseded = documents.table("superseded")
        self.sources = documents.table("sources")
        self.files = documents.table("files")
        self.ids = Field(self.cables.rows, "id")
        self.list = Ladder(self.cables.rows)

    def record(self, id: str, version: int | None) -> dict[str, Any]:  # noqa: A002
        """Find the record of a version, the newest for None; CableUnknown names the nearest ids."""
        newest = self.cables.get(where("id") == id) or self.cables.get(where("id") == id.upper())
        if newest is None:
            near = self.alike(id, MOST_NEAR) or self._misspelt(id)
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise CableUnknown(f"The library has no cable {id}.{hint}")
        if version in (None, newest.get(VERSION, 1)):
            return dict(newest)
        for record in self.superseded.search(where("id") == newest["id"]):
            if version == record.get(VERSION, 1):
                return dict(record)
        last = newest.get(VERSION, 1)
        raise CableUnknown(f"{id} has no version {version}; the newest is {last}.")

    def alike(self, text: str, most: int) -> list[str]:
        """Name cables that may be meant by an id as it is remembered, the likeliest first."""
        from store.parse.loose import likeliest, loose

        wanted = loose(text)
        if wanted is None:
            return []
        return likeliest(wanted, self.ids.like(wanted.pattern))[:most]

    def _misspelt(self, text: str) -> list[str]:
        from store.parse.loose import loose, misspelt

        wanted = loose(text)
        if wanted is None:
            return []
        ids = (id for pattern in wanted.patterns for id in self.ids.like(pattern))  # noqa: A001
        return misspelt(wanted, ids, MOST_NEAR)

    def whole(self, record: dict[str, Any]) -> "Cable":
        """Give the cable of a record."""
        from store.holdings.record import from_record

        source, raw = self.received(record)
        with self._whole_record():
            return from_record(record, spelt(source, raw, "strict"))

    def received(self, record: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Give what is known of the text of a record, and its bytes exactly as received.

        LibraryDamaged when the bytes are not those that were.
        """
        with self._whole_record():
            [(document, packed)] = self._sources([record])
            digest = sha256_of(record)
        raw = unpack(packed)
        if raw is None or _sha256(raw) != digest:
            raise LibraryDamaged(
                f"{self.storage.path}: the text of {record['id']} is not the one that was received."
                " reftel verify --repair takes it out; then import it again."
            )
        return self.sources.rows.decode(document), raw

    def _sources(self, records: Sequence[dict[str, Any]]) -> list[tuple[str, bytes | None]]:
        """Give what is known of the texts of records, and their bytes as they are packed."""
        numbers = [record["text"] for record in records]
        found = self.sources.rows.several("document, raw", numbers)
        return [found.get(number, NOTHING) for number in numbers]

    def listed(self, keys: Sequence[int]) -> list[Row]:
        """Give the rows of the keys that are held, in their order, all read at once."""
        glances = self.cables.rows.several("glance", keys)
        with self._whole_record():
            return [self._row(key, *glances[key]) for key in keys if key in glances]

    def prose(self, keys: Sequence[int]) -> dict[int, Prose]:
        """Give what showing a hit in its sentence needs, unchecked, of the keys that are held.

        All are read at once: one by one would take twice the time, and building them whole ten.
        """
        found = self.cables.rows.several("document", keys)
        decode = self.cables.rows.decode
        with self._whole_record():
            records = [decode(document) for (document,) in found.values()]
            texts = [
                spelt(decode(document), unpack(packed) or b"", "replace")
                for document, packed in self._sources(records)
            ]
            return dict(zip(found, map(prose, records, texts), strict=True))

    def changed(self, generation: int) -> Iterator[list[Stored]]:
        """Give the cables written after a generation, in order of key, some at a time."""
        changed = self.cables.rows.each("document", since(generation))
        while some := list(islice(changed, TOGETHER)):
            with self._whole_record():
                sources = self._sources([self.cables.rows.decode(text) for _, text in some])
            yield [Stored(*row, *source) for row, source in zip(some, sources, strict=True)]

    def page(self, start: int, count: int) -> list[Row]:
        """Give rows by their position from the newest."""
        found = self.list.page("number, glance", start, count)
        with self._whole_record():
            return [self._row(*each) for each in found]

    def rows(self, ids: Sequence[str]) -> dict[str, Row]:
        """Give rows by their ids, of those that are held."""
        with self._whole_record():
            found = self.ids.documents(sorted(set(ids)))
            rows = [to_row(key, self.cables.rows.decode(document)) for key, document in found]
        return {row.id: row for row in rows}

    def _row(self, key: int, glance: str | None) -> Row:
        """Give a row, from its document where what a list shows was not kept."""
        if glance is not None:
            return glanced(key, glance)
        return to_row(key, self.cables.get(doc_id=key) or {})

    @contextmanager
    def _whole_record(self) -> Iterator[None]:
        """Call a record damaged that lacks what each has: a flipped bit can leave it JSON."""
        try:
            yield
        except (KeyError, TypeError, IndexError, ValueError) as error:
            raise LibraryDamaged(
                f"{self.storage.path} holds a damaged record. reftel verify --repair makes it anew."
            ) from error


def _sha256(raw: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, which a search does without

    return sha256(raw).hexdigest()


def sha256_of(record: dict[str, Any]) -> str:
    """Give the hash of the bytes behind a record: the third field of its source."""
    return str(record["source"][2])
