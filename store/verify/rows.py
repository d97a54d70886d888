"""The rows of a table, read as far as they can be: a page that is gone costs the rows in it."""

from collections.abc import Iterator, Sequence
from typing import Any

from store.documents.narrowing import Only, column
from store.documents.rows import Shelf
from store.errors import LibraryDamaged

TOGETHER = 64
MANY = 100
"""A number so many times that of the rows is not one of theirs: a bit of it has flipped."""
Row = tuple[Any, ...]


def last(shelf: Shelf) -> int:
    """Give the number of the last row, as far as it can be told; none is ever removed."""
    counted = shelf.count(Only())
    try:
        highest = shelf.highest()
    except (LibraryDamaged, ValueError, TypeError):
        return counted
    return counted if highest > MANY * (counted + 1) else highest


def each(shelf: Shelf, what: str, lost: list[int]) -> Iterator[list[Row]]:
    """Give columns of all rows, number first, some rows at a time; `lost` gets those not there."""
    end = last(shelf)
    for first in range(1, end + 1, TOGETHER):
        wanted = range(first, min(first + TOGETHER, end + 1))
        found = _between(shelf, what, wanted)
        lost += sorted(set(wanted) - {row[0] for row in found})
        yield found


def some(shelf: Shelf, what: str, numbers: Sequence[int]) -> dict[int, Row]:
    """Give columns of those of some rows that can be read, by number."""
    try:
        return shelf.several(what, numbers)
    except LibraryDamaged:
        if len(numbers) < 2:
            return {}
        half = len(numbers) // 2
        return some(shelf, what, numbers[:half]) | some(shelf, what, numbers[half:])


def names(shelf: Shelf, field: str) -> dict[int, str]:
    """Give the values of an indexed field by the number of their rows, read from its index alone.

    An index has pages of its own: it may know the name of a row that is gone.
    """
    key = column(field)
    try:
        found = shelf.select(f"number, {key}", Only(), f"ORDER BY {key}")
    except LibraryDamaged:
        return {}
    return {number: str(name) for number, name in found}


def _between(shelf: Shelf, what: str, wanted: range) -> list[Row]:
    try:
        only = Only("number BETWEEN ? AND ?", (wanted[0], wanted[-1]))
        return shelf.select(f"number, {what}", only, "ORDER BY number")
    except LibraryDamaged:
        if len(wanted) < 2:
            return []
        half = len(wanted) // 2
        return _between(shelf, what, wanted[:half]) + _between(shelf, what, wanted[half:])
