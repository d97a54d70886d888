"""The rows behind one table of documents: what is asked of them, in SQL."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from store.documents.ladder import STEPS, Ladder, kept
from store.documents.narrowing import MOST_VALUES, Only, among, column, indexable, may_match
from store.errors import LibraryDamaged

if TYPE_CHECKING:
    from store.documents import RowStorage

RAW = "raw"
TABLE = "documents_"
CHUNK = 256
SMALLEST = -(2**63)
MOST_LIKE = 5_000
JSON = json.JSONEncoder(separators=(",", ":"))
"""Made once: to make one takes a sixth of the time of a document."""

Value = dict[str, Any]


class Kept(NamedTuple):
    """A document in the form its row has: `keys` are the values of the indexed fields.

    `glance` is what a list shows of it, None where that has to be had from the document. `raw` are
    packed bytes, of `size` unpacked; None leaves what the row has.
    """

    number: int
    keys: tuple[str | None, ...]
    document: str
    glance: str | None = None
    raw: bytes | None = None
    size: int = 0


class Shelf:
    """The rows of one table: number, generation of the last change, indexed fields, document, raw.

    How many rows there are, and how many raw bytes, is kept by triggers: to count is no scan.
    The SQL table carries a number, since SQLite folds case in names and TinyDB does not.
    """

    def __init__(self, storage: "RowStorage", name: str) -> None:
        self.storage = storage
        self.name = name
        self.fields = storage.fields.get(name, ())
        self.listed = storage.listed.get(name)

    def _table(self) -> str | None:
        number = self.storage.number(self.name)
        return None if number is None else f"{TABLE}{number}"

    def make(self) -> str:
        """Name of the SQL table, made if there is none."""
        table = self._table()
        if table:
            return table
        with self.storage.transaction():
            self.storage.change("INSERT INTO tables (name) VALUES (?)", (self.name,))
            table = cast(str, self._table())
            columns = "".join(f"{column(field)} TEXT, " for field in self.fields)
            self.storage.change(
                f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, changed INTEGER NOT NULL,"
                f" {columns}document TEXT NOT NULL, glance TEXT, raw BLOB,"
                " size INTEGER NOT NULL)"
            )
            for event, change in TALLIES.items():
                number = table.removeprefix(TABLE)
                self.storage.change(
                    f"CREATE TRIGGER {table}_{event.split()[0]} AFTER {event} ON {table}"  # noqa: S608
                    f" BEGIN UPDATE tables SET {change} WHERE number = {number}; END"
                )
            for field in self.fields:
                # The list is read from its index alone: a page of it is then one place on disk.
                also = ", glance" if field == self.listed else ""
                key = column(field)
                self.storage.change(f"CREATE INDEX {table}_{key} ON {table} ({key}{also})")
            if self.fields:
                self.storage.change(f"CREATE INDEX {table}_changed ON {table} (changed)")
            if self.listed:
                for statement in kept(_steps(table), table, column(self.listed)):
                    self.storage.change(statement)
        return table

    def may_match(self, cond: object, doc_ids: Iterable[int] | None) -> Only:
        """Turn a TinyDB query, or ids, into the rows that may match."""
        return may_match(cond, doc_ids, self.fields, self._table())

    def drop(self) -> None:
        """Take the table away."""
        table = self.make()
        self.storage.change(f"DROP TABLE {table}")
        self.storage.change(f"DROP TABLE IF EXISTS {_steps(table)}")
        self.storage.forget(self.name)

    def put(self, number: int, document: Mapping[str, Any]) -> None:
        """Write one row, new or not; a raw value stays unless the document brings another."""
        keys = tuple(indexable(document.get(field)) for field in self.fields)
        raw = document[RAW] if brings_raw(document) else None
        packed = None if raw is None else pack(raw)
        self.put_all([Kept(number, keys, encode(document), None, packed, len(raw or b""))])

    def put_all(self, rows: Sequence[Kept]) -> None:
        """Write rows, in order, as `put` does."""
        if not rows:
            return
        keys = ["changed", *map(column, self.fields), "document", "glance"]
        sets = ", ".join(f"{key} = excluded.{key}" for key in keys)
        self.storage.change_all(
            f"INSERT INTO {self.make()} (number, {', '.join(keys)}, raw, size)"  # noqa: S608
            f" VALUES (?, (SELECT generation + 1 FROM state){', ?' * (len(keys) + 1)})"
            f" ON CONFLICT (number) DO UPDATE SET {sets}, raw = coalesce(excluded.raw, raw),"
            " size = iif(excluded.raw IS NULL, size, excluded.size)",
            ((row[0], *row.keys, *row[2:]) for row in rows),
        )

    def remove(self, only: Only) -> int:
        """Remove rows; says how many."""
        table = self.make()
        removed = self.count(only)
        if removed:
            self.storage.change(f"DELETE FROM {table} WHERE {only.sql}", only.values)  # noqa: S608
        return removed

    def select(self, what: str, only: Only, rest: str = "") -> list[tuple[Any, ...]]:
        """Read columns of rows; none while the table does not exist."""
        table = self._table()
        if table is None:
            return []
        return self.storage.run(
            f"SELECT {what} FROM {table} WHERE {only.sql} {rest}",  # noqa: S608
            only.values,
        )

    def document(self, number: int) -> Value | None:
        """One document, or None."""
        found = self.select("document", Only("number = ?", (number,)))
        return self.decode(found[0][0]) if found else None

    def holds(self, number: int) -> bool:
        """Whether there is a document of that id."""
        return bool(self.select("1", Only("number = ?", (number,))))

    def count(self, only: Only) -> int:
        """Count rows."""
        if only == Only():
            return self._tally("documents")
        found = self.select("count(*)", only)
        return int(found[0][0]) if found else 0

    def size(self) -> int:
        """Sum the sizes of the raw values."""
        return self._tally("bytes")

    def _tally(self, what: str) -> int:
        found = self.storage.run(f"SELECT {what} FROM tables WHERE name = ?", (self.name,))  # noqa: S608
        return int(found[0][0]) if found else 0

    def each(self, what: str, only: Only) -> Iterator[tuple[int, Any]]:
        """Ids in order, each with a column, read in chunks: the table may change meanwhile."""
        after = SMALLEST
        while True:
            beyond = Only(f"{only.sql} AND number > ?", (*only.values, after))
            batch = self.select(f"number, {what}", beyond, f"ORDER BY number LIMIT {CHUNK}")
            yield from batch
            if len(batch) < CHUNK:
                return
            after = batch[-1][0]

    def several(self, what: str, numbers: Sequence[int]) -> dict[int, Any]:
        """Read columns of some rows at once, by id."""
        found: dict[int, Any] = {}
        for start in range(0, len(numbers), MOST_VALUES):
            some = numbers[start : start + MOST_VALUES]
            only = among("number", some)
            found.update((row[0], row[1:]) for row in self.select(f"number, {what}", only))
        return found

    def ladder(self) -> Ladder:
        """Give the ladder down a listed table."""
        table = self._table()
        return Ladder(self, table and _steps(table), column(self.listed or ""))

    def changed(self, generation: int) -> Iterator[tuple[int, str]]:
        """Ids and JSON texts of the documents written after a generation, in order of id."""
        return self.each("document", Only("changed > ?", (generation,)))

    def among(self, field: str, values: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Read ids and JSON texts of the documents whose indexed field has one of some values."""
        for start in range(0, len(values), MOST_VALUES):
            only = among(column(field), values[start : start + MOST_VALUES])
            yield from self.select("number, document", only)

    def numbers(self, field: str, values: Sequence[str]) -> list[int]:
        """Give the ids of the documents whose indexed field has one of some values, sorted."""
        found = []
        for start in range(0, len(values), MOST_VALUES):
            only = among(column(field), values[start : start + MOST_VALUES])
            found += [number for (number,) in self.select("number", only)]
        return sorted(found)

    def near(self, field: str, value: str) -> tuple[str, ...]:
        """Give the values of an indexed field next before and next after `value`."""
        key = column(field)
        if indexable(value) is None:
            return ()
        found = self.select(f"max({key})", Only(f"{key} < ?", (value,)))
        found += self.select(f"min({key})", Only(f"{key} > ?", (value,)))
        return tuple(each for (each,) in found if each is not None)

    def like(self, field: str, pattern: str) -> list[str]:
        """Give values of an indexed field, `MOST_LIKE` at most, by a pattern as of file names."""
        key = column(field)
        only = Only(f"{key} GLOB ?", (pattern,))
        return [each for (each,) in self.select(key, only, f"ORDER BY {key} LIMIT {MOST_LIKE}")]

    def tally(self, field: str) -> tuple[tuple[str, int], ...]:
        """Count the documents by each value of an indexed field."""
        key = column(field)
        rest = f"GROUP BY {key} ORDER BY {key}"
        return tuple(self.select(f"{key}, count(*)", Only(f"{key} IS NOT NULL"), rest))

    def total(self, what: str) -> Any:
        """Give one figure over all documents: an aggregate in SQL, None while there are none."""
        found = self.select(what, Only())
        return found[0][0] if found else None

    def decode(self, text: str) -> Value:
        """Read a document's JSON text; LibraryDamaged when it is none."""
        try:
            return dict(json.loads(text))
        except (ValueError, TypeError) as error:
            raise LibraryDamaged(f"{self.storage.path} holds a damaged document.") from error


def _steps(table: str) -> str:
    return STEPS + table.removeprefix(TABLE)


def brings_raw(document: Mapping[str, Any]) -> bool:
    """Whether a document brings a raw value to be kept beside it."""
    return isinstance(document.get(RAW), bytes)


def encode(document: Mapping[str, Any]) -> str:
    """Write a document as JSON text, without its raw value."""
    if brings_raw(document):
        document = {key: value for key, value in document.items() if key != RAW}
    return JSON.encode(document)


def pack(raw: bytes) -> bytes:
    """Compress a raw value to the form its row has.

    By its letters alone: to look for what repeats as well saves a tenth of the room and takes twice
    the time, of which an import has least.
    """
    packer = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    return packer.compress(raw) + packer.flush()


def unpack(packed: bytes | None) -> bytes | None:
    """Give back what was packed; None where there is nothing, or it is damaged."""
    try:
        return None if packed is None else zlib.decompress(packed)
    except (zlib.error, TypeError):
        return None


TALLIES = {
    "INSERT": "documents = documents + 1, bytes = bytes + new.size",
    "DELETE": "documents = documents - 1, bytes = bytes - old.size",
    "UPDATE OF size": "bytes = bytes + new.size - old.size",
}
"""What the counts of a table become after each event."""
