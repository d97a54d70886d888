"""Cables on their way into a library: which are new, held already, or another version."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from store.documents.field import Field
from store.documents.rows import Kept, unpack
from store.holdings import Holdings, sha256_of
from store.holdings.glance import KEYS, VERSION, glance
from store.holdings.prepared import Prepared
from store.holdings.record import READING


class Added(NamedTuple):
    """What became of a cable: `new`, `same` (held already) or `version` (another text of an id).

    A line end more or less after the last line makes no other text.
    `key` is that of the row with its newest version.
    """

    outcome: str
    id: str
    version: int
    key: int


class Held(NamedTuple):
    """An id that is held: the row of its newest version, and each version by its sha256."""

    row: Kept
    versions: dict[str, int]


def add(holdings: Holdings, cables: Sequence[Prepared]) -> list[Added]:
    """Take in cables, in order, within a transaction."""
    tables = (holdings.cables, holdings.superseded, holdings.sources)
    held = _versions(holdings, sorted({each.id for each in cables}))
    batch = Batch(held, *(table.next_id() for table in tables))
    added = [batch.take(each) for each in cables]
    for table, rows in zip(tables, (batch.cables, batch.superseded, batch.sources), strict=True):
        table.put_all(rows)
    return added


def _versions(holdings: Holdings, ids: list[str]) -> dict[str, Held]:
    """Find the versions there are of some ids."""
    held = {}
    for number, document in holdings.ids.documents(ids):
        record = holdings.cables.rows.decode(document)
        row = Kept(number, tuple(record.get(key) for key in KEYS), document)
        held[record["id"]] = Held(row, {sha256_of(record): record.get(VERSION, 1)})
    for _, document in Field(holdings.superseded.rows, "id").documents(sorted(held)):
        record = holdings.superseded.rows.decode(document)
        held[record["id"]].versions[sha256_of(record)] = record.get(VERSION, 1)
    return held


class Batch:
    """The rows that some cables make, beside what is `held` of their ids already.

    `cable`, `superseded` and `source` are the next free numbers of the tables.
    """

    def __init__(self, held: dict[str, Held], cable: int, superseded: int, source: int) -> None:
        self._held = held
        self._next = cable
        self._next_superseded = superseded
        self._next_source = source
        self._cables: dict[int, Kept] = {}
        self.superseded: list[Kept] = []
        self.sources: list[Kept] = []

    @property
    def cables(self) -> list[Kept]:
        """The newest version of each cable that has one."""
        return list(self._cables.values())

    def take(self, cable: Prepared) -> Added:
        """Make the rows of a cable, none for one that is held."""
        held = self._held.get(cable.id)
        if held is None:
            key, versions = self._next, {cable.sha256: 1}
            self._next += 1
        elif same := held.versions.get(cable.sha256) or held.versions.get(_twin(cable)):
            return Added("same", cable.id, same, held.row.number)
        else:
            key, versions = held.row.number, held.versions | {cable.sha256: len(held.versions) + 1}
            self._supersede(cable.id, held.row)
        source = self._next_source + len(self.sources)
        self.sources.append(Kept(source, (), cable.source, None, cable.packed, cable.bytes))
        version = len(versions)
        record = whole(cable.record, source, version)
        seen = cable.glance if version == 1 else glance(json.loads(record))
        row = Kept(key, cable.keys, record, seen)
        self._cables[key] = row
        self._held[cable.id] = Held(row, versions)
        return Added("version" if version > 1 else "new", cable.id, version, key)

    def _supersede(self, id: str, row: Kept) -> None:  # noqa: A002
        number = self._next_superseded + len(self.superseded)
        self.superseded.append(Kept(number, (id,), row.document))


def whole(record: str, source: int, version: int, reading: int | None = READING) -> str:
    """Write the document of a cable: its record, and what a library adds to that."""
    added = f',"text":{source}'
    added += f',"reading":{reading}' if reading is not None else ""
    added += f',"version":{version}' if version > 1 else ""
    return f"{record[:-1]}{added}}}"


def _twin(cable: Prepared) -> str:
    """Name the text that is the same but for the line end that parts it from the next cable.

    A file of one cable has none at its end, as 09MOSCOW1869 has; in a file of several each but the
    last must.
    """
    raw = unpack(cable.packed) or b""
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    return sha256(raw.removesuffix(end) if raw.endswith(end) else raw + end).hexdigest()
