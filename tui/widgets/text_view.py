"""A text of any length: only the lines on the screen are drawn."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.render.line import EMPTY, Line, lit, place
from tui.widgets.strips import strip

Layout = Callable[[int], Sequence[Line]]
"""Lays a text out in lines for a width in cells."""

Span = tuple[int, int]
"""Offsets in the source, the end exclusive."""


def nothing(_: int) -> Sequence[Line]:
    """Lay out no lines."""
    return ()


class TextView(ScrollView, can_focus=False, inherit_bindings=False):
    """Scrolls over lines; keeps its place in the source when the layout or the width changes."""

    DEFAULT_CSS = "TextView { scrollbar-size: 0 0; overflow: hidden hidden; }"

    class Laid(Message):
        """The text was laid out for another width."""

    def __init__(self) -> None:
        super().__init__()
        self._lay_out: Layout = nothing
        self._lines: Sequence[Line] = ()
        self._pieces: list[tuple[int, int, int]] = []
        self._marked: Sequence[Span] = ()
        self.hits: Sequence[Span] = ()
        self.hit = 0
        self._kept: tuple[int, int | None] = (0, None)

    def show(self, layout: Layout, marked: Sequence[Span] = ()) -> None:
        """Show another text from its top, or from the first of the spans to be marked.

        The spans are sorted and apart from each other; `hits` are those of them that this layout
        shows, `hit` the index of the one that stands out.
        """
        self._marked, self.hit, self._kept = marked, 0, (0, None)
        self._lay_out = layout
        self._lay()
        self.move_to(0)
        self.walk(0)

    def relay(self, layout: Layout) -> None:
        """Show the same text laid out otherwise, at the same place and the same hit."""
        offset = self._place()
        hit = self.hits[self.hit] if self.hits else None
        self._lay_out = layout
        self._lay()
        self.hit = self.hits.index(hit) if hit in self.hits else 0
        self.move_to(0 if offset is None else place(self._lines, offset)[0])
        self._kept = self.scroll_offset.y, offset

    def walk(self, hits: int) -> None:
        """Go so many hits on, around the ends; scroll only where that one is not in view."""
        if not self.hits:
            return
        self.hit = (self.hit + hits) % len(self.hits)
        self.refresh()
        y = self._line_of(self.hits[self.hit]) or 0
        if not 0 <= y - self.scroll_offset.y < self.size.height:
            self.move_to(y - self.size.height // 3)

    @property
    def top(self) -> int:
        """The number of the first line in view."""
        return self.scroll_offset.y

    @property
    def marked(self) -> Sequence[Span]:
        """The spans that are marked, in whatever layout."""
        return self._marked

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark other spans of the same text, and go to the first of them from here on.

        Where none lies further on that is the first of all.
        """
        self._marked = spans
        self.hits = [span for span in spans if self._line_of(span) is not None]
        lines = [self._line_of(span) or 0 for span in self.hits]
        self.hit = next((number for number, y in enumerate(lines) if y >= self.top), 0)
        self.refresh()
        self.walk(0)

    def move(self, lines: int) -> None:
        """Move by lines, down where positive."""
        self.move_to(self.scroll_offset.y + lines)

    def move_pages(self, pages: float) -> None:
        """Move by pages, down where positive; a whole page keeps one line of the last."""
        lines = max(1, round(abs(pages) * self.size.height) - (abs(pages) == 1))
        self.move(lines if pages > 0 else -lines)

    def move_to(self, y: int) -> None:
        """Move so that a line is the first in view, as far as the text goes."""
        self.scroll_to(y=max(0, min(y, self.count - self.size.height)), animate=False, force=True)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def extent(self) -> str:
        """How far the view has come: `all` where all fits, `end` at the end, else `38%`."""
        seen = self.scroll_offset.y + self.size.height
        if seen >= self.count:
            return "end" if self.scroll_offset.y else "all"
        return f"{100 * seen // self.count}%"

    def _on_resize(self, _: Resize) -> None:
        if self._lines:
            self.relay(self._lay_out)
        else:
            self.show(self._lay_out, self._marked)
        self.post_message(self.Laid())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = y + self.scroll_offset.y
        line = self._lines[number] if number < self.count else EMPTY
        if self.hits:
            line = lit(lit(line, self.hits), (self.hits[self.hit],), "hit-now")
        return strip(line, self)

    def _place(self) -> int | None:
        """Give the source offset of the first line in view that has one; None at the very top.

        Where nothing moved since the last layout it is the one of before, not that of the line
        which took it in: turning a view to and fro does not creep.
        """
        top = self.scroll_offset.y
        if top == self._kept[0]:
            return self._kept[1]
        return next((line.start for line in self._lines[top:] if line.start is not None), None)

    def _line_of(self, span: Span) -> int | None:
        """Find the line that shows where a span begins; None where this layout leaves it out."""
        at = bisect_right(self._pieces, span[0], key=lambda piece: piece[0]) - 1
        if at < 0 or span[0] >= self._pieces[at][1]:
            return None
        return self._pieces[at][2]

    def _lay(self) -> None:
        width = self.size.width
        self._lines = self._lay_out(width) if width else ()
        self._pieces = sorted(
            (piece.start, piece.end, y)
            for y, line in enumerate(self._lines)
            for piece in line.pieces
        )
        self.hits = [span for span in self._marked if self._line_of(span) is not None]
        self.virtual_size = Size(width, self.count)
        self.refresh()
