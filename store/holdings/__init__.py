"""The records and texts of a library's cables, in all their versions.

Tables: `cables` has the newest record of each id, `superseded` those it replaced, `sources` the
bytes of every version, `files` the files that an import need not read again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from store.cable import Cable, PageBreak, Paragraph, Row, Source
from store.documents import CableDB, where
from store.errors import CableUnknown, LibraryDamaged
from store.holdings.record import KEYS, ORDER, VERSION, from_record, glanced, to_row

if TYPE_CHECKING:
    from store.holdings.batch import Added, Held
    from store.holdings.prepared import Prepared

LISTED = {"cables": ORDER}
FIELDS = {"cables": KEYS, "superseded": ("id",), "files": ("path",)}
NOTHING = ("{}", None)
"""What is known of a source that is gone: no document, no bytes."""
TOGETHER = 64
"""Cables read at once."""


class Holdings:
    """The tables of a library's documents."""

    def __init__(self, documents: CableDB) -> None:
        self.cables = documents.table("cables")
        self.superseded = documents.table("superseded")
        self.sources = documents.table("sources")
        self.files = documents.table("files")
        self._path = documents.storage.path

    def add(self, cables: "Sequence[Prepared]") -> "list[Added]":
        """Take in cables, in order, within a transaction."""
        from store.holdings.batch import Batch

        held = self._held(sorted({each.id for each in cables}))
        tables = (self.cables, self.superseded, self.sources)
        batch = Batch(held, *(table.next_id() for table in tables))
        added = [batch.take(each) for each in cables]
        self.cables.put_all(batch.cables)
        self.superseded.put_all(batch.superseded)
        self.sources.put_all(batch.sources)
        return added

    def _held(self, ids: list[str]) -> "dict[str, Held]":
        """Find the versions there are of some ids."""
        from store.documents.rows import Kept
        from store.holdings.batch import Held

        held = {}
        for number, document in self.cables.rows.among("id", ids):
            record = self.cables.rows.decode(document)
            keys = tuple(record.get(key) for key in KEYS)
            row = Kept(number, keys, document)
            held[record["id"]] = Held(row, {_source(record).sha256: record.get(VERSION, 1)})
        for _, document in self.superseded.rows.among("id", sorted(held)):
            record = self.superseded.rows.decode(document)
            held[record["id"]].versions[_source(record).sha256] = record.get(VERSION, 1)
        return held

    def record(self, id: str, version: int | None) -> dict[str, Any]:  # noqa: A002
        """Find the record of a version, the newest for None; CableUnknown names the nearest ids."""
        newest = self.cables.get(where("id") == id) or self.cables.get(where("id") == id.upper())
        if newest is None:
            near = self.cables.rows.near("id", id.upper())
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise CableUnknown(f"The library has no cable {id}.{hint}")
        if version in (None, newest.get(VERSION, 1)):
            return dict(newest)
        for record in self.superseded.search(where("id") == newest["id"]):
            if version == record.get(VERSION, 1):
                return dict(record)
        last = newest.get(VERSION, 1)
        raise CableUnknown(f"{id} has no version {version}; the newest is {last}.")

    def received(self, record: dict[str, Any]) -> bytes:
        """Give the bytes behind a record; LibraryDamaged when they are not those received."""
        return self._received(record)[1]

    def whole(self, record: dict[str, Any]) -> Cable:
        """Give the cable of a record."""
        kept, raw = self._received(record)
        with self._whole_record():
            encoding = _source(record).encoding
            return from_record(record, kept["text"] if "text" in kept else raw.decode(encoding))

    def _received(self, record: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Give what is known of the text of a record, and its bytes."""
        rows = self.sources.rows
        with self._whole_record():
            number, source = record["text"], _source(record)
            document, packed = rows.several("document, raw", [number]).get(number, NOTHING)
        raw = self._unpacked(packed)
        if raw is None or _sha256(raw) != source.sha256:
            raise LibraryDamaged(
                f"{self._path}: the text of {record['id']} is not the one that was received."
                " Import it again into a new library."
            )
        return rows.decode(document), raw

    def _unpacked(self, packed: bytes | None) -> bytes | None:
        """Give the bytes of a source as far as they can be had."""
        try:
            return self.sources.rows.unpacked(packed)
        except LibraryDamaged:
            return None

    def glimpses(self, keys: Sequence[int]) -> Iterator[tuple[Row, Cable]]:
        """Give rows, and what showing a hit in them needs, unchecked, of the keys that are held.

        All are read at once: one by one would take twice the time, and building them whole ten.
        """
        with self._whole_record():
            rows = self.cables.rows
            found = {
                key: rows.decode(text) for key, (text,) in rows.several("document", keys).items()
            }
            numbers = [record["text"] for record in found.values()]
            sources = self.sources.rows.several("document, raw", numbers)
            for key in keys:
                if key not in found:
                    continue
                record = found[key]
                text = self._glimpsed(record, *sources.get(record["text"], NOTHING))
                yield to_row(key, record), _shown(record, text)

    def _glimpsed(self, record: dict[str, Any], document: str, packed: bytes | None) -> str:
        """Give a text as far as it can be had."""
        kept = self.sources.rows.decode(document)
        if "text" in kept:
            return str(kept["text"])
        return (self._unpacked(packed) or b"").decode(_source(record).encoding, "replace")

    def changed(self, generation: int) -> Iterator[tuple[int, Cable]]:
        """Give the cables written after a generation, unchecked, by key."""
        changed = self.cables.rows.changed(generation)
        while some := list(islice(changed, TOGETHER)):
            with self._whole_record():
                numbers = [record["text"] for _, record in some]
                sources = self.sources.rows.several("document, raw", numbers)
                texts = [
                    self._glimpsed(record, *sources.get(record["text"], NOTHING))
                    for _, record in some
                ]
                cables = [
                    from_record(each[1], text) for each, text in zip(some, texts, strict=True)
                ]
            yield from zip((key for key, _ in some), cables, strict=True)

    def page(self, start: int, count: int) -> list[Row]:
        """Give rows by their position from the newest."""
        with self._whole_record():
            return [self._row(*each) for each in self.cables.rows.page(start, count)]

    def rows(self, ids: Sequence[str]) -> dict[str, Row]:
        """Give rows by their ids, of those that are held."""
        with self._whole_record():
            found = self.cables.rows.among("id", sorted(set(ids)))
            rows = [to_row(key, self.cables.rows.decode(document)) for key, document in found]
        return {row.id: row for row in rows}

    def _row(self, key: int, glance: str | None) -> Row:
        """Give a row, from its document where what a list shows was not kept."""
        return to_row(key, self.cables.get(doc_id=key)) if glance is None else glanced(key, glance)

    @contextmanager
    def _whole_record(self) -> Iterator[None]:
        """Call a record damaged that lacks what each has: a flipped bit can leave it JSON."""
        try:
            yield
        except (KeyError, TypeError, IndexError, ValueError) as error:
            raise LibraryDamaged(
                f"{self._path} holds a damaged record. Import into a new library."
            ) from error


def _shown(record: dict[str, Any], text: str) -> Cable:
    """Build only what the sentence of a hit is made from."""
    return Cable(
        record["id"],
        text,
        subject=record.get("subject"),
        paragraphs=tuple(map(Paragraph._make, record.get("paragraphs", ()))),
        page_breaks=tuple(map(PageBreak._make, record.get("page_breaks", ()))),
    )


def _sha256(raw: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, which a search does without

    return sha256(raw).hexdigest()


def _source(record: dict[str, Any]) -> Source:
    return Source(*record["source"])
