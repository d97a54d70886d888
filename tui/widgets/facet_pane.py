"""Counts of values beside a list, each a way to narrow it."""

from collections.abc import Sequence

from tui.keys import bindings
from tui.render.facets import Facet, facet
from tui.widgets.cable_list import CableList


class FacetPane(CableList[Facet], can_focus=True, inherit_bindings=False):
    """Values by field with their counts."""

    BINDINGS = bindings("facets")

    def __init__(self) -> None:
        super().__init__(lambda each, width: (facet(each, width),))
        self._facets: Sequence[Facet] = ()

    def show(self, facets: Sequence[Facet]) -> None:
        """Show other counts, the cursor on the same value, or the next that is still there."""
        below = [each[:2] for each in self._facets[self.cursor :]]
        self._facets = facets
        self.reset(len(facets), facets)
        places = {each[:2]: place for place, each in enumerate(facets)}
        self.move_to(next((places[each] for each in below if each in places), 0))

    def go_to(self, field: str) -> None:
        """Go to the first value of a field."""
        names = [each.field for each in self._facets]
        self.move_to(names.index(field) if field in names else self.cursor)

    def action_field(self) -> None:
        """Go to the next field, from the last to the first."""
        firsts = [number for number, each in enumerate(self._facets) if each.first]
        self.move_to(next((each for each in firsts if each > self.cursor), 0))
