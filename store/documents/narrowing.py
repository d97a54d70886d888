"""Which rows of a table a TinyDB query can match at most, as far as an index can tell.

The query itself is still run on each of them, so that nothing here decides what it finds.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

MOST_VALUES = 30_000


class Only(NamedTuple):
    """Which rows of a table: a condition in SQL and the values it asks for."""

    sql: str = "1"
    values: tuple[Any, ...] = ()


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


def at(number: int) -> Only:
    """Name the row of a document by its id."""
    return Only("number = ?", (number,))


def since(generation: int) -> Only:
    """Name the rows written after a generation."""
    return Only("changed > ?", (generation,))


def among(key: str, values: Iterable[object]) -> Only:
    """Name the rows where a column has one of some values."""
    listed = tuple(values)
    return Only(f"{key} IN ({', '.join('?' * len(listed))})", listed)


def may_match(
    cond: object, doc_ids: Iterable[int] | None, fields: tuple[str, ...], table: str | None
) -> Only:
    """Turn a query, or ids, into the rows of the SQL table that may match."""
    if doc_ids is not None:
        numbers = [number for number in doc_ids if type(number) is int]
        if len(numbers) < MOST_VALUES:
            return among("number", numbers)
    return _narrowed(getattr(cond, "_hash", None), fields, table) or Only()


def _narrowed(asked: Any, fields: tuple[str, ...], table: str | None) -> Only | None:
    """Find in a TinyDB query's hash a comparison that an index answers."""
    match asked:
        case ("==", (str(field),), str(value)) if field in fields and indexable(value) is not None:
            return Only(f"{column(field)} = ?", (value,))
        case ("one_of", (str(field),), tuple() | frozenset() as values) if field in fields:
            if len(values) < MOST_VALUES and all(indexable(each) is not None for each in values):
                return among(column(field), values)
        case ("<" | "<=" | ">" | ">=" as sign, (str(field),), str(value)) if (
            field in fields and indexable(value) is not None
        ):
            # What the index has no text of may match as well, or make the comparison fail.
            return Only(
                f"number IN (SELECT number FROM {table} WHERE {column(field)} {sign} ? UNION ALL"  # noqa: S608
                f" SELECT number FROM {table} WHERE {column(field)} IS NULL)",
                (value,),
            )
        case ("and", frozenset() as parts):
            found = [_narrowed(part, fields, table) for part in parts]
            return min(filter(None, found), key=_width, default=None)
    return None


def _width(only: Only) -> int:
    """Put equality before a few values, and those before a range."""
    return ("number IN" in only.sql) * MOST_VALUES + len(only.values)
