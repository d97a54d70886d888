"""A text of any length: only the lines on the screen are drawn."""

from collections.abc import Sequence
from functools import partial

from textual.events import Resize
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render.found import Found, Span
from tui.render.line import Line
from tui.render.passage import Passage
from tui.render.sheet import Sheet
from tui.render.sheets import Layout
from tui.render.window import column, window
from tui.widgets.strips import strip

AT_ONCE = 400
"""Lines made in one go: some milliseconds. What a text has more is made between two keys."""

NOTHING = Layout(lambda _: ())
"""No lines."""


class TextView(Widget, can_focus=False, inherit_bindings=False):
    """Shows a passage of a text; that keeps its place when the layout or the width changes."""

    DEFAULT_CSS = "TextView { width: 1fr; height: 1fr; }"

    class Laid(Message):
        """The text was laid out for another width, or to its end."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.passage = Passage(NOTHING)
        self.found = Found()

    def show(self, layout: Layout, marked: Sequence[Span] = ()) -> None:
        """Show another text from its top, or from the first of the spans to be marked."""
        self.found = Found(marked)
        self._lay(layout)
        self.walk(0)

    def relay(self, layout: Layout) -> None:
        """Show the same text laid out otherwise, at the same place and the same hit."""
        offset = self.passage.offset
        self._lay(layout, self.passage.left)
        self.passage.go(offset)

    def walk(self, hits: int) -> None:
        """Go so many hits on, around the ends; scroll only where that one is not in view."""
        self.found.walk(hits)
        if self.found.now is None:
            return
        self.refresh()
        offset = self.found.now[0]
        line = self.passage.reached(offset)
        self.passage.bring(line, column(self.passage.sheet.line(line), offset))

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark other spans of the same text, and go to the first of them from here on.

        Where none lies further on that is the first of all.
        """
        self.found = Found(spans)
        self.found.on(self.passage.sheets.whole)
        self.found.begin(self.passage.offset or 0)
        self.refresh()
        self.walk(0)

    def move(self, lines: int) -> None:
        """Move by lines, down where positive."""
        self.passage.to(self.passage.top + lines)

    def move_pages(self, pages: float) -> None:
        """Move by pages, down where positive; a whole page keeps one line of the last."""
        lines = max(1, round(abs(pages) * self.size.height) - (abs(pages) == 1))
        self.move(lines if pages > 0 else -lines)

    def move_to(self, line: int) -> None:
        """Move so that a line of the whole text is the first in view, as far as that goes."""
        self.passage.to_top()
        self.passage.to(line)

    def to_end(self) -> None:
        """Move to the last line."""
        self.passage.to_end()

    def moved(self) -> None:
        """Draw the lines that are in view now."""
        self.refresh()

    def _on_resize(self, _: Resize) -> None:
        layout, offset = self.passage.layout, self.passage.offset
        if self.passage.sheet.made:
            self.relay(layout)
        else:
            self.show(layout, self.found.spans)
            if offset is not None:
                self.passage.go(offset)
        self.post_message(self.Laid())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = self.drawn(y + self.passage.top)
        return strip(window(line, self.passage.left, self.size.width), self)

    def drawn(self, number: int) -> Line:
        """Draw a line of the text, its hits marked."""
        return self.found.drawn(self.passage.sheet.line(number))

    def _lay(self, layout: Layout, left: int = 0) -> None:
        self.passage = Passage(layout, self.size, left, self.moved)
        whole = self.passage.sheet
        whole.make(AT_ONCE)
        self.found.on(whole)
        self.moved()
        if not whole.whole:
            self.call_later(self._go_on, whole)

    def _go_on(self, sheet: Sheet) -> None:
        """Make some lines more, unless another text came in between."""
        if sheet is not self.passage.sheets.whole:
            return
        sheet.make(len(sheet.made) + AT_ONCE)
        if sheet.whole:
            self.found.on(sheet)
            self.post_message(self.Laid())
        else:
            self.set_timer(0.001, partial(self._go_on, sheet))
