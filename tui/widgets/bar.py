"""A row of text that sends nothing while it looks the same."""

from collections.abc import Callable

from textual.events import Resize
from textual.strip import Strip
from textual.widget import Widget

from tui.render.line import EMPTY, Line
from tui.widgets.strips import strip

Draw = Callable[[int], Line]
"""Draws one row for a width in cells."""


def nothing(_: int) -> Line:
    """Draw an empty row."""
    return EMPTY


class Bar(Widget):
    """One row: a banner, a status line, a line of hints, a message; `reverse` is for all of it."""

    DEFAULT_CSS = "Bar { width: 1fr; height: 1; }"

    def __init__(self, draw: Draw = nothing, *, reverse: bool = False) -> None:
        super().__init__(markup=False)
        self._draw = draw
        self._reverse = reverse
        self._strip = Strip([])

    def show(self, draw: Draw) -> None:
        """Draw something else from now on; nothing is sent where it looks the same."""
        self._draw = draw
        drawn = self._drawn()
        if drawn != self._strip:
            self._strip = drawn
            self.refresh()

    def _on_resize(self, _: Resize) -> None:
        self._strip = self._drawn()
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """Give the row (`y` is always 0), in the first frame already."""
        if self._strip.cell_length != self.size.width:
            self._strip = self._drawn()
        return self._strip

    def _drawn(self) -> Strip:
        width = self.size.width
        return strip(self._draw(width), self, width if self._reverse else 0)
