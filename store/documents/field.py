"""One indexed field of the documents of a table."""

from collections.abc import Iterator, Sequence
from typing import Any

from store.documents.narrowing import MOST_VALUES, Only, among, column
from store.documents.rows import Shelf

MOST_LIKE = 5_000


class Field:
    """An indexed field: the documents that have a value of it, and the values there are."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf = shelf
        self._key = column(name)
        self._present = Only(f"{self._key} IS NOT NULL")

    def documents(self, values: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Read ids and JSON texts of the documents that have one of some values."""
        yield from self._among("number, document", values)

    def numbers(self, values: Sequence[str]) -> list[int]:
        """Give the ids of the documents that have one of some values, sorted."""
        return sorted(number for (number,) in self._among("number", values))

    def _among(self, what: str, values: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(values), MOST_VALUES):
            some = among(self._key, values[start : start + MOST_VALUES])
            yield from self._shelf.select(what, some)

    def of(self, numbers: Sequence[int]) -> list[str]:
        """Give the values of some documents by their ids, in that order, of those that are held."""
        found = self._shelf.several(self._key, numbers)
        return [found[number][0] for number in numbers if number in found]

    def like(self, pattern: str) -> list[str]:
        """Give values by a pattern as of file names, `MOST_LIKE` at most."""
        only = Only(f"{self._key} GLOB ?", (pattern,))
        rest = f"ORDER BY {self._key} LIMIT {MOST_LIKE}"
        return [each for (each,) in self._shelf.select(self._key, only, rest)]

    def tally(self) -> tuple[tuple[str, int], ...]:
        """Count the documents by each value."""
        rest = f"GROUP BY {self._key} ORDER BY {self._key}"
        return tuple(self._shelf.select(f"{self._key}, count(*)", self._present, rest))

    def ends(self) -> tuple[str | None, str | None]:
        """Give the least value and the greatest."""
        ends = (self._shelf.select(f"{end}({self._key})", Only()) for end in ("min", "max"))
        least, greatest = (found[0][0] if found else None for found in ends)
        return least, greatest
