"""The rows behind one table of documents: what is asked of them, in SQL."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from store.errors import LibraryDamaged

if TYPE_CHECKING:
    from store.documents import RowStorage

RAW = "raw"
CHUNK = 256
RUNG = 500
MOST_VALUES = 30_000
SMALLEST = -(2**63)

Value = dict[str, Any]


class Only(NamedTuple):
    """Which rows of a table: a condition in SQL and the values it asks for."""

    sql: str = "1"
    values: tuple[Any, ...] = ()


class Shelf:
    """The rows of one table: number, generation of the last change, indexed fields, document, raw.

    The SQL table carries a number, since SQLite folds case in names and TinyDB does not.
    """

    def __init__(self, storage: "RowStorage", name: str) -> None:
        self.storage = storage
        self.name = name
        self.fields = storage.fields.get(name, ())
        self._ladder_of: tuple[str, int] | None = None
        self._ladder: list[str] = []

    def _table(self) -> str | None:
        found = self.storage.run("SELECT number FROM tables WHERE name = ?", (self.name,))
        return f"documents_{found[0][0]}" if found else None

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
                f" {columns}document TEXT NOT NULL, raw BLOB)"
            )
            for key in (*map(column, self.fields), "changed") if self.fields else ():
                self.storage.change(f"CREATE INDEX {table}_{key} ON {table} ({key})")
        return table

    def drop(self) -> None:
        """Take the table away."""
        self.storage.change(f"DROP TABLE {self._table()}")
        self.storage.change("DELETE FROM tables WHERE name = ?", (self.name,))

    def put(self, number: int, document: Mapping[str, Any]) -> None:
        """Write one row, new or not; a raw value stays unless the document brings another."""
        keys = ["changed", *map(column, self.fields), "document"]
        sets = ", ".join(f"{key} = excluded.{key}" for key in keys)
        self.storage.change(
            f"INSERT INTO {self.make()} (number, {', '.join(keys)}, raw)"  # noqa: S608
            f" VALUES (?, (SELECT generation + 1 FROM state){', ?' * len(keys)})"
            f" ON CONFLICT (number) DO UPDATE SET {sets}, raw = coalesce(excluded.raw, raw)",
            (
                number,
                *(indexable(document.get(field)) for field in self.fields),
                encode(document),
                document[RAW] if brings_raw(document) else None,
            ),
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
        found = self.select("count(*)", only)
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

    def raw(self, number: int) -> bytes | None:
        """Read the bytes kept beside a document, None where there are none."""
        found = self.select("raw", Only("number = ?", (number,)))
        return found[0][0] if found else None

    def page(self, field: str, start: int, count: int) -> list[tuple[int, Value]]:
        """Read `count` documents from `start`, in descending order of an indexed field.

        Every document has the field, each another value. A position is reached from the rung of a
        ladder above it, so that far down costs what near the top does.
        """
        key = column(field)
        with self.storage.lock:
            rung = self._rung(key, start // RUNG)
        if rung is None:
            return []
        rest = f"ORDER BY {key} DESC LIMIT {int(count)} OFFSET {start % RUNG}"
        found = self.select("number, document", Only(f"{key} <= ?", (rung,)), rest)
        return [(number, self.decode(text)) for number, text in found]

    def _rung(self, key: str, number: int) -> str | None:
        """Give the key at position `number` times RUNG, from the top; None beyond the last row."""
        generation = self.storage.generation()
        if self._ladder_of != (key, generation):
            self._ladder_of, self._ladder = (key, generation), []
        while len(self._ladder) <= number:
            below = Only(f"{key} < ?", (self._ladder[-1],)) if self._ladder else Only()
            skip = RUNG - 1 if self._ladder else 0
            found = self.select(key, below, f"ORDER BY {key} DESC LIMIT 1 OFFSET {skip}")
            if not found:
                return None
            self._ladder.append(found[0][0])
        return self._ladder[number]

    def changed(self, generation: int) -> Iterator[tuple[int, Value]]:
        """Documents written after a generation, in order of id."""
        rows = self.each("document", Only("changed > ?", (generation,)))
        return ((number, self.decode(text)) for number, text in rows)

    def near(self, field: str, value: str) -> tuple[str, ...]:
        """Give the values of an indexed field next before and next after `value`."""
        key = column(field)
        if indexable(value) is None:
            return ()
        found = self.select(f"max({key})", Only(f"{key} < ?", (value,)))
        found += self.select(f"min({key})", Only(f"{key} > ?", (value,)))
        return tuple(each for (each,) in found if each is not None)

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
            return cast(Value, json.loads(text))
        except ValueError as error:
            raise LibraryDamaged(f"{self.storage.path} holds a damaged document.") from error


def column(field: str) -> str:
    """Name of the SQL column that repeats a field of the document for its index."""
    return f"field_{field}"


def indexable(value: object) -> str | None:
    """Give the value if an index can hold it: text that UTF-8 can write."""
    if not isinstance(value, str):
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value


def brings_raw(document: Mapping[str, Any]) -> bool:
    """Whether a document brings a raw value to be kept beside it."""
    return isinstance(document.get(RAW), bytes)


def encode(document: Mapping[str, Any]) -> str:
    """Write a document as JSON text, without its raw value."""
    if brings_raw(document):
        document = {key: value for key, value in document.items() if key != RAW}
    return json.dumps(document, separators=(",", ":"))


def may_match(cond: object, doc_ids: Iterable[int] | None, fields: tuple[str, ...]) -> Only:
    """Turn a query into the rows that may match, as far as an index can tell."""
    if doc_ids is not None:
        numbers = [number for number in doc_ids if type(number) is int]
        if len(numbers) < MOST_VALUES:
            return Only(f"number IN ({', '.join('?' * len(numbers))})", tuple(numbers))
    return _equality(getattr(cond, "_hash", None), fields) or Only()


def _equality(asked: Any, fields: tuple[str, ...]) -> Only | None:
    """Find in a TinyDB query's hash an equality that an index answers."""
    match asked:
        case ("==", (str(field),), str(value)) if field in fields and indexable(value) is not None:
            return Only(f"{column(field)} = ?", (value,))
        case ("and", frozenset() as parts):
            return next(filter(None, (_equality(part, fields) for part in parts)), None)
    return None
