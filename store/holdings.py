"""The records and texts of a library's cables, in all their versions.

Tables: `cables` has the newest record of each id, `superseded` those it replaced, `sources` the
bytes of every version.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from store.cable import Cable, Received, Source
from store.documents import RAW, CableDB, where
from store.errors import CableUnknown, LibraryDamaged
from store.record import ORDER, from_record, to_record

FIELDS = {
    "cables": ("id", ORDER, "date", "origin", "level"),
    "superseded": ("id",),
    "sources": ("id",),
}
SHOWN_BY = ("id", "subject", "paragraphs", "page_breaks")
"""The fields of a record that the sentence of a hit is made from."""


class Added(NamedTuple):
    """What became of a cable: `new`, `same` (held already) or `version` (another text of an id)."""

    outcome: str
    id: str
    version: int


class Holdings:
    """The three tables of a library's documents."""

    def __init__(self, documents: CableDB) -> None:
        self.cables = documents.table("cables")
        self.superseded = documents.table("superseded")
        self.sources = documents.table("sources")
        self._path = documents.storage.path

    def add(self, cable: Cable, received: Received, path: str) -> Added:
        """Take in a cable, what was received of it, and the path it came from."""
        digest = _sha256(received.raw)
        sources = self.sources.search(where("id") == cable.id)
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
        number = self.sources.insert({**kept, RAW: received.raw})
        record = to_record(cable._replace(source=source)) | {"text": number}
        if version == 1:
            self.cables.insert(record)
            return Added("new", cable.id, version)
        for before in self.cables.search(where("id") == cable.id):
            self.superseded.insert(dict(before))
            self.cables.replace(before.doc_id, record)
        return Added("version", cable.id, version)

    def record(self, id: str, version: int | None) -> dict[str, Any]:  # noqa: A002
        """Find the record of a version, the newest for None; CableUnknown names the nearest ids."""
        newest = self.cables.get(where("id") == id) or self.cables.get(where("id") == id.upper())
        if newest is None:
            near = self.cables.rows.near("id", id.upper())
            hint = f" Nearest: {', '.join(near)}." if near else ""
            raise CableUnknown(f"The library has no cable {id}.{hint}")
        versions = [newest, *self.superseded.search(where("id") == newest["id"])]
        for record in versions:
            if version in (None, _source(record).version):
                return dict(record)
        raise CableUnknown(f"{id} has no version {version}; the newest is {len(versions)}.")

    def received(self, record: dict[str, Any]) -> bytes:
        """Give the bytes behind a record; LibraryDamaged when they are not those received."""
        raw = self.sources.rows.raw(record["text"])
        if raw is None or _sha256(raw) != _source(record).sha256:
            raise LibraryDamaged(
                f"{self._path}: the text of {record['id']} is not the one that was received."
                " Import it again into a new library."
            )
        return raw

    def whole(self, record: dict[str, Any]) -> Cable:
        """Give the cable of a record."""
        raw = self.received(record)
        return from_record(record, self._text(record, raw))

    def _text(self, record: dict[str, Any], raw: bytes, errors: str = "strict") -> str:
        kept = self.sources.get(doc_id=record["text"]) or {}
        return kept["text"] if "text" in kept else raw.decode(_source(record).encoding, errors)

    def glimpse(self, record: dict[str, Any]) -> Cable:
        """Give what showing a hit needs, unchecked: building a cable whole costs ten times that."""
        part = {name: record[name] for name in SHOWN_BY if name in record}
        raw = self.sources.rows.raw(record["text"]) or b""
        return from_record(part, self._text(record, raw, "replace"))

    def changed(self, generation: int) -> Iterator[tuple[int, Cable]]:
        """Give the cables written after a generation, unchecked, by key."""
        for key, record in self.cables.rows.changed(generation):
            raw = self.sources.rows.raw(record["text"]) or b""
            yield key, from_record(record, self._text(record, raw, "replace"))


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
