"""Counts of values beside the list, to narrow it by."""

from store.query import refine
from tui.screens.counts import Counts
from tui.screens.frame import Frame
from tui.screens.listing import Listing
from tui.screens.search import Search
from tui.widgets.facet_pane import FacetPane


class Facets:
    """Has the pane of counts shown and taken away, and writes what is chosen there."""

    def __init__(
        self, screen: Frame, pane: FacetPane, counts: Counts, listing: Listing, search: Search
    ) -> None:
        self._screen = screen
        self._pane = pane
        self._rows = screen.pane
        self._counts = counts
        self._listing = listing
        self._search = search

    def action_turn(self) -> None:
        """Show the counts of values beside the rows, or take them away."""
        shown = self._counts.with_facets = not self._counts.with_facets
        self._screen.set_class(shown, "-faceted")
        self._screen.pane = self._pane if shown else self._rows
        self._screen.set_focus(self._pane if shown else None)
        self._listing.count()

    async def choose(self, chosen: FacetPane.Chosen) -> None:
        """Write what is wanted, or not, into the query line."""
        field = "date" if chosen.facet.field == "year" else chosen.facet.field
        term = refine.term(field, chosen.facet.value)
        write = refine.excluded if chosen.excluded else refine.narrowed
        await self._search.ask(write(self._search.line, term))
