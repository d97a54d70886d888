"""A list of any length: it knows how many rows there are and asks for those it shows."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.render.line import EMPTY, Line
from tui.widgets.held import BLOCK, Held
from tui.widgets.scroll import Scroll
from tui.widgets.strips import strip

T = TypeVar("T")


def whole(width: int) -> int:
    """Mark a row over all its width."""
    return width


class CableList(Widget, Generic[T], can_focus=False, inherit_bindings=False):
    """Rows of one or more lines each, one of them under the cursor, which marks its first line.

    `draw` makes the lines of a row for a width, `bar` says how many cells of the first the cursor
    takes: what it does not take need not be sent when it moves. Rows come in blocks: `Wanted` asks
    for one, `fill` brings it. `reset` begins another list; what is still on its way for the old
    one carries the old `turn` and is dropped.
    """

    DEFAULT_CSS = "CableList { width: 1fr; height: 1fr; }"

    class Wanted(Message):
        """Rows from position `start` are wanted, for the list of this `turn`."""

        def __init__(self, start: int, count: int, turn: int) -> None:
            super().__init__()
            self.start = start
            self.count = count
            self.turn = turn

    def __init__(
        self, draw: Callable[[T, int], Sequence[Line]], bar: Callable[[int], int] = whole
    ) -> None:
        super().__init__(markup=False)
        self._draw = draw
        self._bar = bar
        self._held: Held[T] = Held()
        self._scroll = Scroll()
        self._last: tuple[T, int, Sequence[Line]] | None = None
        self.cursor = 0
        self.turn = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._held.count

    def reset(self, count: int, first: Sequence[T] = (), *, height: int = 1) -> None:
        """Begin a list of `count` rows, the cursor on its first; `first` are rows known already.

        `height` is the number of lines of each row.
        """
        self.turn += 1
        self.cursor = 0
        self._held = Held(count, first)
        self._scroll = Scroll(count, height, self.size.height)
        self._ask(around=0)
        self.refresh()

    def fill(self, turn: int, start: int, rows: Sequence[T]) -> None:
        """Take the rows that were wanted."""
        if turn != self.turn:
            return
        self._held.take(start, rows, self.cursor)
        if self._scroll.shows(start, start + BLOCK):
            self.refresh()

    def redraw(self) -> None:
        """Draw the rows anew: what `draw` makes of them is another thing now."""
        self._last = None
        self.refresh()

    def redraw_current(self) -> None:
        """Draw the row under the cursor anew."""
        self._last = None
        scroll = self._scroll
        self.refresh(Region(0, scroll.line(self.cursor), self.size.width, scroll.height))

    @property
    def current(self) -> T | None:
        """The row under the cursor; None while it is on its way, or where there is none."""
        return self._held.row(self.cursor)

    def move(self, rows: int) -> None:
        """Move the cursor by rows, down where positive."""
        self.move_to(self.cursor + rows)

    def move_pages(self, pages: float) -> None:
        """Move by pages: the view and the cursor in it."""
        scroll = self._scroll
        rows = max(1, round(abs(pages) * scroll.shown)) * (1 if pages > 0 else -1)
        if scroll.to(scroll.top + rows):
            self.refresh()
        self.move(rows)

    def move_to(self, position: int) -> None:
        """Put the cursor on a row, and have that in view."""
        position = max(0, min(position, self.count - 1))
        if position == self.cursor:
            return
        before, self.cursor = self.cursor, position
        if self._scroll.follow(position):
            self.refresh()
        self._ask()
        for row in (before, position):
            self.refresh(Region(0, self._scroll.line(row), self._bar(self.size.width), 1))

    def to_end(self) -> None:
        """Put the cursor on the last row."""
        self.move_to(self.count - 1)

    def _on_resize(self, _: Resize) -> None:
        self._scroll.fit(self.size.height, self.cursor)
        self._ask()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        position, part = divmod(y + self._scroll.y, self._scroll.height)
        row = self._held.row(position)
        line = EMPTY if row is None else self._lines_of(row, self.size.width)[part]
        under = part == 0 and position == self.cursor and self.count > 0
        return strip(line, self, self._bar(self.size.width) if under else 0)

    def _lines_of(self, row: T, width: int) -> Sequence[Line]:
        """Draw a row, once for all its lines: they are drawn one after the other."""
        if self._last is None or self._last[0] is not row or self._last[1] != width:
            self._last = row, width, self._draw(row, width)
        return self._last[2]

    def _ask(self, around: int = 1) -> None:
        """Want the blocks on the screen and so many screens around it.

        A list that is moved in wants the next page in time; one that another letter may replace
        wants no more than shows.
        """
        top, shown = self._scroll.top, self._scroll.shown
        for start in self._held.ask(top - around * shown, top + (1 + around) * shown):
            self.post_message(self.Wanted(start, BLOCK, self.turn))
