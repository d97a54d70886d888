"""One cable: its banner over and under it, its text between."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input

from store.cable import Cable
from store.query import parse, spans
from store.query.find import find
from tui.keys import bindings
from tui.render.banner import banner
from tui.render.cable import flow, received
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
        self._findings_open = False
        self._before: tuple[int, int, Sequence[Span]] = (0, 0, ())

    def compose(self) -> ComposeResult:
        """Give the text between two banners."""
        yield self._over
        yield self.text
        yield self._under
        yield from self.foot()

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

    def action_findings(self) -> None:
        """Open or fold the findings; they stay so from cable to cable."""
        self._findings_open = not self._findings_open
        self.text.relay(self._lay_out)
        self.settle()

    def action_hit(self, step: int) -> None:
        """Go to the next or the previous hit."""
        if self.text.hits:
            self.text.walk(step)
            self.settle()
        else:
            self.say("No hits to go to: / finds in this cable")

    def action_find(self) -> None:
        """Ask what to find in the text."""
        self._before = self.text.top, self.text.hit, self.text.marked
        self.ask("/")

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Mark what is typed wherever it stands, and go to the first place from here on."""
        if self._cable is not None and self.prompt.has_focus:
            self.text.move_to(self._before[0])
            self.text.mark(find(self._cable.text, changed.value, gaps(self._cable)))
            self.settle()

    def answered(self, line: str) -> None:
        """Keep to the hits, if there are any."""
        if not line:
            self.given_up()
        elif not self.text.hits:
            self.say(f"This cable does not say {line}")

    def given_up(self) -> None:
        """Mark again what was marked before, at the place where that was."""
        top, hit, marked = self._before
        self.text.mark(marked)
        self.text.walk(hit - self.text.hit)
        self.text.move_to(top)
        self.settle()

    def action_clear_hits(self) -> None:
        """Take the marks of the search off the text."""
        self.text.mark(())
        self.settle()

    def _lay_out(self, width: int) -> list[Line]:
        if self._cable is None:
            return []
        width = min(width, WIDEST)
        if self._as_received:
            return list(received(self._cable, width))
        return list(flow(self._cable, width, findings_open=self._findings_open))


def hits(cable: Cable, query: str) -> list[Span]:
    """Find where the words of a query stand in a cable, page breaks read over."""
    return spans(parse(query), cable.text, gaps(cable)) if query else []


def gaps(cable: Cable) -> list[Span]:
    """Give the page breaks of a cable, which are read over."""
    return [(gap.start, gap.end) for gap in cable.page_breaks]
