"""The rows behind one table of documents: what is asked of them, in SQL."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from store.documents import form
from store.documents.narrowing import MOST_VALUES, Only, among, at, column, indexable
from store.errors import LibraryDamaged

if TYPE_CHECKING:
    from store.documents import RowStorage

RAW = "raw"
CHUNK = 256
SMALLEST = -(2**63)
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


class Tally(NamedTuple):
    """How many documents a table has, and how many bytes of raw values."""

    documents: int = 0
    bytes: int = 0


class Shelf:
    """The rows of one table: number, generation of the last change, indexed fields, document, raw.

    How many rows there are, and how many raw bytes, is kept by triggers: to count is no scan.
    """

    def __init__(self, storage: "RowStorage", name: str) -> None:
        self.storage = storage
        self.name = name
        self.fields = storage.fields.get(name, ())
        self.listed = storage.listed.get(name)

    def table(self) -> str | None:
        """Name of the SQL table, None while there is none."""
        number = self.storage.number(self.name)
        return None if number is None else form.table(number)

    def make(self) -> str:
        """Name of the SQL table, made if there is none."""
        table = self.table()
        if table:
            return table
        with self.storage.transaction():
            self.storage.change("INSERT INTO tables (name) VALUES (?)", (self.name,))
            number = cast(int, self.storage.number(self.name))
            for statement in form.made(number, self.fields, self.listed):
                self.storage.change(statement)
        return form.table(number)

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
        table = self.table()
        if table is None:
            return []
        return self.storage.run(
            f"SELECT {what} FROM {table} WHERE {only.sql} {rest}",  # noqa: S608
            only.values,
        )

    def document(self, number: int) -> Value | None:
        """One document, or None."""
        found = self.select("document", at(number))
        return self.decode(found[0][0]) if found else None

    def count(self, only: Only) -> int:
        """Count rows."""
        if only == Only():
            return int(self.tallied().documents)
        found = self.select("count(*)", only)
        return int(found[0][0]) if found else 0

    def tallied(self) -> Tally:
        """Give the counts of the table as they are kept."""
        found = self.storage.run("SELECT documents, bytes FROM tables WHERE name = ?", (self.name,))
        return Tally(*found[0]) if found else Tally()

    def highest(self) -> int:
        """Give the greatest id, 0 while there is none."""
        found = self.select("max(number)", Only())
        return int(found[0][0] or 0) if found else 0

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

    def decode(self, text: str) -> Value:
        """Read a document's JSON text; LibraryDamaged when it is none."""
        try:
            return dict(json.loads(text))
        except (ValueError, TypeError) as error:
            raise LibraryDamaged(f"{self.storage.path} holds a damaged document.") from error


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
