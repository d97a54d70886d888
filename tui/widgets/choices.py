"""The panel above the line at the foot: what may be chosen there."""

from tui.commanding import NOTHING, Choice, Offer
from tui.render.choice import choice
from tui.widgets.cable_list import CableList

NONE = -1
"""Where the cursor is while no choice is meant."""


class Choices(CableList[Choice], inherit_bindings=False):
    """As many choices as there is room for; gone while there are none."""

    def __init__(self) -> None:
        super().__init__(lambda each, width: (choice(each, width),))
        self.offer = NOTHING

    def show(self, offer: Offer) -> None:
        """Show what may be chosen now; nothing is sent where that is what stands there."""
        if offer == self.offer:
            return
        self.offer = offer
        self.set_class(bool(offer.choices), "-offering")
        self.styles.height = len(offer.choices)
        self.reset(len(offer.choices), offer.choices)
        self.cursor = NONE if offer.at is None else offer.at

    def step(self, rows: int) -> None:
        """Go up or down; above the first, none is meant."""
        if self.cursor + rows > NONE or self.cursor == NONE:
            self.move(rows)
        else:
            self.cursor = NONE
            self.refresh()
