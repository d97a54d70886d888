"""A text of any length: only the lines on the screen are drawn."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.render.found import Found, Span
from tui.render.line import Line, cells
from tui.render.sheet import Sheet
from tui.render.sheets import Sheets
from tui.render.window import column, window
from tui.widgets.strips import strip

Layout = Callable[..., Iterable[Line]]
"""Lays a text out in lines for a width in cells, and some from an offset on that comes behind."""

AT_ONCE = 400
"""Lines made in one go: some milliseconds. What a text has more is made between two keys."""


class Stand(NamedTuple):
    """Where a view stands: its first line in a sheet and its first column, and which offset."""

    sheet: Sheet
    top: int
    left: int
    offset: int | None


def nothing(*_: int) -> Iterable[Line]:
    """Lay out no lines."""
    return ()


def at_top(_: int) -> int:
    """Begin at the top."""
    return 0


class TextView(ScrollView, can_focus=False, inherit_bindings=False):
    """Scrolls over lines; keeps its place in the source when the layout or the width changes."""

    DEFAULT_CSS = "TextView { scrollbar-size: 0 0; overflow: hidden hidden; }"

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As ScrollView has it, but that the screen is not laid out anew: there are no scrollbars."""

    class Laid(Message):
        """The text was laid out for another width, or to its end."""

    def __init__(self) -> None:
        super().__init__()
        self._lay_out: Layout = nothing
        self._sheets = Sheets(nothing, at_top)
        self.sheet = self._sheets.whole
        self.found = Found()
        self.left = 0
        self._kept: tuple[int, int | None] = (0, None)

    def show(self, layout: Layout, marked: Sequence[Span] = ()) -> None:
        """Show another text from its top, or from the first of the spans to be marked."""
        self.found, self.left, self._kept = Found(marked), 0, (0, None)
        self._lay_out = layout
        self._lay()
        self.move_to(0)
        self.walk(0)

    @property
    def stand(self) -> Stand:
        """Where the view stands, to come back to."""
        return Stand(self.sheet, self.top, self.left, self.offset_at_top())

    def back(self, stand: Stand) -> None:
        """Stand where the view stood; laid out otherwise meanwhile, at the same offset."""
        if stand.sheet in (self.sheet, self._sheets.whole):
            self._take(stand.sheet)
            self.left = stand.left
            self.move_to(stand.top)
        else:
            self.go(stand.offset)

    def relay(self, layout: Layout) -> None:
        """Show the same text laid out otherwise, at the same place and the same hit."""
        offset = self.offset_at_top()
        self._lay_out = layout
        self._lay()
        self.go(offset)

    def go(self, offset: int | None) -> None:
        """Go to the line that shows an offset of the source, to the very top for None."""
        if offset is None:
            self.to_top()
        else:
            self.move_to(self.reached(offset))
        self._kept = self.scroll_offset.y, offset

    def walk(self, hits: int) -> None:
        """Go so many hits on, around the ends; scroll only where that one is not in view."""
        self.found.walk(hits)
        if self.found.now is None:
            return
        self.refresh()
        offset = self.found.now[0]
        line = self.reached(offset)
        self.bring(line, column(self.sheet.line(line), offset))

    def bring(self, y: int, cell: int = 0) -> None:
        """Scroll so that a cell of a line is in view, where it is not."""
        if not 0 <= y - self.scroll_offset.y < self.size.height:
            self.move_to(y - self.size.height // 3)
        if not self.left <= cell < self.left + self.size.width - 1:
            self.left = 0 if cell < self.size.width - 1 else cell - self.size.width // 2
            self.refresh()

    def set_at(self, y: int, part: float) -> None:
        """Scroll so that a line stands so far down the view: 0 at its top, 1 at its foot."""
        self.move_to(y - round(part * (self.size.height - 1)))

    @property
    def top(self) -> int:
        """The number of the first line in view."""
        return self.scroll_offset.y

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark other spans of the same text, and go to the first of them from here on.

        Where none lies further on that is the first of all.
        """
        self.found = Found(spans)
        self.found.on(self._sheets.whole)
        self.found.begin(self.offset_at_top() or 0)
        self.refresh()
        self.walk(0)

    def move(self, lines: int) -> None:
        """Move by lines, down where positive."""
        self.move_to(self.scroll_offset.y + lines)

    def move_aside(self, screens: float) -> bool:
        """Move by parts of the width, to the right where positive; tell whether there was more."""
        lines = range(self.top, self.top + self.size.height)
        widest = max((cells(self.sheet.line(line).plain) for line in lines), default=0)
        before = self.left
        left = before + round(screens * self.size.width)
        self.left = max(0, min(left, max(widest - self.size.width, before if screens < 0 else 0)))
        self.refresh()
        return self.left != before

    def move_pages(self, pages: float) -> None:
        """Move by pages, down where positive; a whole page keeps one line of the last."""
        lines = max(1, round(abs(pages) * self.size.height) - (abs(pages) == 1))
        self.move(lines if pages > 0 else -lines)

    def move_to(self, y: int) -> None:
        """Move so that a line of the sheet is the first in view, as far as the text goes."""
        if y < 0 and self.sheet.begin:
            y += self._before()
        self._make(y + self.size.height)
        last = len(self.sheet.made) - self.size.height
        self.scroll_to(y=max(0, min(y, last)), animate=False, force=True)

    def to_top(self) -> None:
        """Move to the first line."""
        self._take(self._sheets.whole)
        self.move_to(0)

    def to_end(self) -> None:
        """Move to the last line."""
        self._take(self._sheets.end())
        self.move_to(self.count - 1)

    def reached(self, offset: int) -> int:
        """Find the line that shows an offset, or else the last before it; 0 before the first.

        It is a line of the sheet that is shown from now on.
        """
        self._take(self._sheets.around(offset, self.sheet))
        return self.sheet.near(offset)

    def begins(self, offset: int) -> int:  # noqa: ARG002
        """Say where a part of the text may begin that has an offset; 0 for the top."""
        return 0

    @property
    def count(self) -> int:
        """How many lines the sheet has, the last of them made."""
        while not self.sheet.whole:
            self._make(2 * len(self.sheet.made) + 1)
        return len(self.sheet.made)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.sheet.ends_before(self.top + self.size.height)

    @property
    def extent(self) -> str:
        """How far the view has come: `all` where all fits, `end` at the end, else `38%`."""
        if not self.sheet.whole or self.sheet.begin:
            return "end" if self.at_end else self.estimate()
        if self.at_end:
            return "end" if self.top else "all"
        return f"{100 * (self.top + self.size.height) // self.count}%"

    def estimate(self) -> str:
        """Say how far the view has come while it is not known how many lines there are."""
        return f"line {self.top + 1:,}"

    def _on_resize(self, _: Resize) -> None:
        if self.sheet.made:
            self.relay(self._lay_out)
        else:
            offset = self._kept[1]
            self.show(self._lay_out, self.found.spans)
            if offset is not None:
                self.go(offset)
        self.post_message(self.Laid())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = self.drawn(y + self.scroll_offset.y)
        return strip(window(line, self.left, self.size.width), self)

    def drawn(self, number: int) -> Line:
        """Draw a line of the text, its hits marked."""
        return self.found.drawn(self.sheet.line(number))

    def offset_at_top(self) -> int | None:
        """Give the source offset of the first line in view that has one; None at the very top.

        Where nothing moved since the last layout it is the one of before, not that of the line
        which took it in: turning a view to and fro does not creep.
        """
        top = self.scroll_offset.y
        if top == self._kept[0]:
            return self._kept[1]
        if not top and not self.sheet.begin:
            return None
        lines = islice(self.sheet.made, top, None)
        return next((line.start for line in lines if line.start is not None), None)

    def _lay(self) -> None:
        width = self.size.width
        lay = partial(self._lay_out, width) if width else nothing
        self._sheets = Sheets(lay, self.begins)
        self._take(self._sheets.whole)
        self._make(AT_ONCE)
        self.found.on(self._sheets.whole)
        self.refresh()
        if not self.sheet.whole:
            self.call_later(self._go_on, self.sheet)

    def _go_on(self, sheet: Sheet) -> None:
        """Make some lines more, unless another text came in between."""
        if sheet is not self._sheets.whole:
            return
        sheet.make(len(sheet.made) + AT_ONCE)
        if sheet.whole:
            self._make(0)
            self.found.on(self._sheets.whole)
            self.post_message(self.Laid())
        else:
            self.set_timer(0.001, partial(self._go_on, sheet))

    def _take(self, sheet: Sheet) -> None:
        """Show the lines of another sheet from now on."""
        if sheet is not self.sheet:
            self.sheet = sheet
            self._make(0)
            self.refresh()

    def _before(self) -> int:
        """Take a sheet that begins before this one, and tell how many lines before."""
        first = self.sheet.start(0)
        self._take(self._sheets.before(self.sheet))
        return self.sheet.near(first)

    def _make(self, count: int) -> None:
        """Make so many lines at least, and let the view scroll as far as there are."""
        self.sheet.make(count)
        self.virtual_size = Size(self.size.width, len(self.sheet.made))
