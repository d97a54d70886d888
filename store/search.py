"""What a line finds in a library: which cables, their sentences, and how they are spread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from store.row import Hit, Prose, Row

if TYPE_CHECKING:
    from store.holdings import Holdings
    from store.query import Query
    from store.upkeep import Upkeep

GROUPED = ("origin", "class")
"""Orders that are no order by date or by relevance."""


class Results(NamedTuple):
    """How many cables a query found in all, and some of them in the order asked for."""

    total: int
    rows: tuple[Row, ...]


class Search:
    """A query put to a library: each answer is about the cables that are held when it is given."""

    def __init__(self, query: "Query", index: "Upkeep", held: "Holdings") -> None:
        self._query = query
        self._index = index
        self._held = held

    @property
    def total(self) -> int:
        """Count the cables."""
        return self.page(0, 0).total

    def page(self, start: int = 0, count: int = 50, order: str = "newest") -> Results:
        """Count the cables, and give `count` of them from `start`.

        `order` is `newest`, `oldest` or `relevance`; `origin` or `class` (the most secret first).
        """
        total, keys = self._keys(start, count, order)
        return Results(total, tuple(self._held.listed(keys)))

    def hits(self, rows: Sequence[Row]) -> tuple[Hit, ...]:
        """Show rows that were found with the hit in its sentence.

        This reads the texts of their cables: ask for the rows that are on the screen.
        """
        from store.query.snippet import snippet

        prose = self._held.prose([row.key for row in rows])
        gone = Prose("", "")
        return tuple(Hit(row, *snippet(self._query, prose.get(row.key, gone))) for row in rows)

    def ids(self) -> list[str]:
        """Name every cable, the newest first."""
        _, keys = self._keys(0, max(len(self._held.cables), 1), "newest")
        return self._held.ids.of(keys)

    def facets(self, fields: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
        """Count the cables by their values of each field, the most first.

        Fields are `level`, `origin`, `tag` and `year`.
        """
        return self._index.asked(lambda index: index.facets(self._query, fields))

    def histogram(self) -> list[tuple[str, int]]:
        """Count the cables by month (`2009-07`) or by year, the oldest first.

        It is by year where they span more than three.
        """
        return self._index.asked(lambda index: index.histogram(self._query))

    def _keys(self, start: int, count: int, order: str) -> tuple[int, list[int]]:
        return self._index.asked(lambda index: index.search(self._query, start, count, order))
