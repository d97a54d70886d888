"""The panel above the line at the foot: what may be chosen there."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.commanding import NOTHING, Choice, Offer
from tui.render.choice import choice
from tui.render.line import Line
from tui.widgets.bar import Bar
from tui.widgets.cable_list import CableList

NONE = -1
"""Where the cursor is while no choice is meant."""


class Panel(Vertical):
    """A line of keys over as many choices as there is room for; gone while there are none."""

    DEFAULT_CSS = """
    Panel { display: none; layer: above; dock: bottom; margin-bottom: 2; height: auto; }
    """

    def __init__(self, keys: Callable[[int], Line]) -> None:
        super().__init__()
        self.choices = Choices()
        self._keys = Bar(keys, reverse=True)

    def compose(self) -> ComposeResult:
        """Give the keys, and the choices below them."""
        yield self._keys
        yield self.choices

    def show(self, offer: Offer) -> None:
        """Show what may be chosen now; nothing is sent where that is what stands there."""
        if offer != self.choices.offer:
            self.display = bool(offer.choices)
            self.choices.show(offer)


class Choices(CableList[Choice], inherit_bindings=False):
    """Choices, one of which is meant, or none."""

    def __init__(self) -> None:
        super().__init__(lambda each, width: (choice(each, width),))
        self.offer = NOTHING

    def show(self, offer: Offer) -> None:
        """Show other choices."""
        self.offer = offer
        self.styles.height = len(offer.choices)
        self.reset(len(offer.choices), offer.choices)
        self.cursor = NONE if offer.at is None else offer.at

    def step(self, rows: int) -> None:
        """Go up or down; above the first, none is meant."""
        if self.cursor + rows > NONE:
            self.move(rows)
        elif self.cursor != NONE:
            self.cursor = NONE
            self.refresh()
