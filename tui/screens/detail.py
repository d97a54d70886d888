"""One cable: its banner over and under it, its text between."""

from functools import partial

from textual.app import ComposeResult

from store.cable import Cable
from store.query import parse, spans
from tui.keys import bindings
from tui.render.banner import banner
from tui.render.cable import lines, received
from tui.render.line import Line
from tui.screens.frame import Frame
from tui.widgets.bar import Bar
from tui.widgets.text_view import Span, TextView

WIDEST = 100
"""The most cells a line of text takes: longer ones are hard to follow, and dear on a slow line."""


class DetailScreen(Frame):
    """A cable, read or as received; the screen is made once and shows one cable after another."""

    BINDINGS = bindings("detail")
    TABLE = "detail"

    def __init__(self) -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._over = Bar()
        self._under = Bar()
        self._cable: Cable | None = None
        self._as_received = False

    def compose(self) -> ComposeResult:
        """Give the frame between two banners; the lower one stands at the text's foot."""
        frame = super().compose()
        yield self._over
        yield next(iter(frame))
        yield self._under
        yield from frame

    def read(self, cable: Cable, query: str) -> None:
        """Show a cable from its top, or where the words of a query first stand in it."""
        self._cable = cable
        self._as_received = False
        for bar in (self._over, self._under):
            bar.show(partial(banner, cable.level, cable.captions))
        self.text.show(self._lay_out, hits(cable, query))
        self.settle()

    def state(self) -> tuple[str, str]:
        """Say which cable this is, which hit of how many, and how far down the view stands."""
        if self._cable is None:
            return "", ""
        view = "  as received" if self._as_received else ""
        count = len(self.text.hits)
        hit = f"hit {self.text.hit + 1}/{count}  " if count else ""
        return f"{self._cable.id}{view}", f"{hit}{self.text.extent}"

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle()

    def action_received(self) -> None:
        """Turn between the reading view and the text as received."""
        self._as_received = not self._as_received
        self.text.relay(self._lay_out)
        self.settle()

    def action_hit(self, step: int) -> None:
        """Go to the next or the previous hit."""
        if self.text.hits:
            self.text.walk(step)
            self.settle()
        else:
            self.say("No hits to go to: / searches the library")

    def action_clear_hits(self) -> None:
        """Take the marks of the search off the text."""
        self.text.unmark()
        self.settle()

    def _lay_out(self, width: int) -> list[Line]:
        if self._cable is None:
            return []
        width = min(width, WIDEST)
        return list(
            received(self._cable, width) if self._as_received else lines(self._cable, width)
        )


def hits(cable: Cable, query: str) -> list[Span]:
    """Find where the words of a query stand in a cable, page breaks read over."""
    if not query:
        return []
    return spans(parse(query), cable.text, [(gap.start, gap.end) for gap in cable.page_breaks])
