"""How many cables a view has by time and by value, shown beside its rows."""

from functools import partial
from typing import TYPE_CHECKING

from tui.newest import Newest
from tui.render.facets import facets
from tui.render.histogram import histogram
from tui.widgets.bar import Bar
from tui.widgets.facet_pane import FacetPane

if TYPE_CHECKING:
    from store.library import Library

FIELDS = ("level", "origin", "year", "tag")
MOST = 200
"""Values of a field that are shown at most, the most frequent first."""


class Counts:
    """Keeps a line of times, and the facets while they are wanted, to what the list shows."""

    def __init__(self, library: "Library", pane: FacetPane) -> None:
        self.times = Bar()
        self.times.id = "times"
        self.with_facets = False
        self._library = library
        self._pane = pane
        self._newest = Newest()

    def begin(self) -> int:
        """Give the turn of new counts: those on their way are of no interest any more."""
        return self._newest.begin()

    async def shown(self, patience: float) -> bool:
        """Wait for the newest counts to be shown, but no longer than `patience` seconds."""
        return await self._newest.done(patience)

    async def show(self, turn: int, line: str, *, typing: bool) -> None:
        """Count what a line finds, unless another turn begins meanwhile."""
        fields = FIELDS if self.with_facets else ()
        work = partial(counted, self._library, line, fields, typing=typing)
        found = await self._newest.result(turn, work)
        if found is None:
            return
        times, values = found
        self.times.show(partial(histogram, times))
        if fields:
            self._pane.show(facets(values))


def counted(
    library: "Library", line: str, fields: tuple[str, ...], *, typing: bool
) -> tuple[list[tuple[str, int]], dict[str, list[tuple[str, int]]]]:
    """Ask the library for the times, and for the values of fields, of what a line finds."""
    search = library.search(line, typing=typing, every=True)
    times, values = search.histogram(), search.facets(fields) if fields else {}
    return times, {field: found[:MOST] for field, found in values.items()}
