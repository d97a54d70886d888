"""Counts of values beside the list, to narrow it by."""

from collections.abc import Callable

from store.query import refine
from tui.screens.counts import Counts
from tui.screens.frame import Frame
from tui.screens.listing import PATIENCE, Listing
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

    @property
    def shown(self) -> bool:
        """Whether the counts stand there."""
        return self._counts.with_facets

    async def close(self) -> None:
        """Take the counts away, if they are there."""
        if self.shown:
            await self.action_turn()

    async def action_turn(self) -> None:
        """Show the counts of values beside the rows, or take them away."""
        shown = self._counts.with_facets = not self._counts.with_facets
        self._screen.set_class(shown, "-faceted")
        self._screen.pane = self._pane if shown else self._rows
        if shown:
            self._screen.set_focus(self._pane)
        elif self._screen.focused is self._pane:
            self._screen.set_focus(None)
        self._listing.count()
        if shown:
            await self._counts.shown(PATIENCE)

    async def show(self, field: str | None) -> None:
        """Show the counts, the cursor on the first of a field."""
        if not self.shown:
            await self.action_turn()
        if field:
            self._pane.go_to(field)

    async def action_narrow(self) -> None:
        """Want only the cables of the value under the cursor."""
        await self._write(refine.narrowed)

    async def action_exclude(self) -> None:
        """Want all but the cables of the value under the cursor."""
        await self._write(refine.excluded)

    async def _write(self, write: Callable[[str, str], str]) -> None:
        """Write what is wanted, or not, into the query line, and await the counts of that."""
        if (chosen := self._pane.current) is None:
            return
        field = "date" if chosen.field == "year" else chosen.field
        term = refine.term(field, chosen.value)
        await self._search.ask(write(self._search.line, term))
        await self._counts.shown(PATIENCE)
