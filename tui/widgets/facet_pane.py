"""Counts of values beside a list, each a way to narrow it."""

from collections.abc import Sequence

from textual.message import Message

from tui.keys import bindings
from tui.render.facets import Facet, facet
from tui.widgets.cable_list import BLOCK, CableList


class FacetPane(CableList[Facet], can_focus=True, inherit_bindings=False):
    """Values by field with their counts; says which of them is wanted, or not."""

    BINDINGS = bindings("facets")

    class Chosen(Message):
        """Only the cables of a value are wanted; all but those where `excluded`."""

        def __init__(self, facet: Facet, *, excluded: bool) -> None:
            super().__init__()
            self.facet = facet
            self.excluded = excluded

    def __init__(self) -> None:
        super().__init__(lambda each, width: (facet(each, width),))
        self._facets: Sequence[Facet] = ()

    def show(self, facets: Sequence[Facet]) -> None:
        """Show other counts, the cursor on the same value if it is still there."""
        before = self.current
        self._facets = facets
        self.reset(len(facets), facets[:BLOCK])
        names = [each[:2] for each in facets]
        if before and before[:2] in names:
            self.move_to(names.index(before[:2]))

    def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        """Give the counts further down."""
        wanted.stop()
        rows = self._facets[wanted.start : wanted.start + wanted.count]
        self.fill(wanted.turn, wanted.start, rows)

    def action_narrow(self) -> None:
        """Want only the cables of the value under the cursor."""
        self._choose(excluded=False)

    def action_exclude(self) -> None:
        """Want all but the cables of the value under the cursor."""
        self._choose(excluded=True)

    def action_field(self) -> None:
        """Go to the next field, from the last to the first."""
        firsts = [number for number, each in enumerate(self._facets) if each.first]
        self.move_to(next((each for each in firsts if each > self.cursor), 0))

    def _choose(self, *, excluded: bool) -> None:
        if self.current:
            self.post_message(self.Chosen(self.current, excluded=excluded))
