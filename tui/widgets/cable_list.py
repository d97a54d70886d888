"""A list of any length: it knows how many rows there are and asks for those it shows."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.render.line import EMPTY, Line
from tui.widgets.strips import strip

BLOCK = 20
"""Rows asked for at once: of results, with their sentences, a screenful or so."""

KEPT = 100
"""Blocks held at most; the ones farthest from the cursor are let go."""

T = TypeVar("T")


def whole(width: int) -> int:
    """Mark a row over all its width."""
    return width


class CableList(ScrollView, Generic[T], can_focus=False, inherit_bindings=False):
    """Rows of one or more lines each, one of them under the cursor, which marks its first line.

    `draw` makes the lines of a row for a width, `bar` says how many cells of the first the cursor
    takes: what it does not take need not be sent when it moves. Rows come in blocks: `Wanted` asks
    for one, `fill` brings it. `reset` begins another list; what is still on its way for the old
    one carries the old `turn` and is dropped.
    """

    DEFAULT_CSS = "CableList { scrollbar-size: 0 0; overflow: hidden hidden; }"

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As ScrollView has it, but that the screen is not laid out anew: there are no scrollbars."""

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
        super().__init__()
        self._draw = draw
        self._bar = bar
        self._height = 1
        self._blocks: dict[int, Sequence[T]] = {}
        self._asked: set[int] = set()
        self._last: tuple[T, int, Sequence[Line]] | None = None
        self.count = 0
        self.cursor = 0
        self.turn = 0

    def reset(self, count: int, first: Sequence[T] = (), *, height: int = 1) -> None:
        """Begin a list of `count` rows, the cursor on its first; `first` are rows known already.

        `height` is the number of lines of each row.
        """
        self.turn += 1
        self.count = count
        self._height = height
        self.cursor = 0
        self._asked.clear()
        whole = len(first) if len(first) == count else len(first) // BLOCK * BLOCK
        self._blocks = {at // BLOCK: first[at : at + BLOCK] for at in range(0, whole, BLOCK)}
        self._measure()
        self.scroll_to(y=0, animate=False, force=True)
        self._ask(around=0)
        self.refresh()

    def fill(self, turn: int, start: int, rows: Sequence[T]) -> None:
        """Take the rows that were wanted."""
        if turn != self.turn:
            return
        block = start // BLOCK
        self._blocks[block] = rows
        self._asked.discard(block)
        here = self.cursor // BLOCK
        if len(self._blocks) > KEPT:
            del self._blocks[max(self._blocks, key=lambda kept: abs(kept - here))]
        top = self.scroll_offset.y
        if start * self._height < top + self.size.height and (start + BLOCK) * self._height > top:
            self.refresh()

    def redraw(self) -> None:
        """Draw the rows anew: what `draw` makes of them is another thing now."""
        self._last = None
        self.refresh()

    def redraw_current(self) -> None:
        """Draw the row under the cursor anew."""
        self._last = None
        y = self.cursor * self._height - self.scroll_offset.y
        self.refresh(Region(0, y, self.size.width, self._height))

    @property
    def current(self) -> T | None:
        """The row under the cursor; None while it is on its way, or where there is none."""
        return self._row(self.cursor)

    @property
    def rows_shown(self) -> int:
        """How many whole rows fit the screen."""
        return max(1, self.size.height // self._height)

    def move(self, rows: int) -> None:
        """Move the cursor by rows, down where positive."""
        self.move_to(self.cursor + rows)

    def move_pages(self, pages: float) -> None:
        """Move by pages: the view and the cursor in it."""
        rows = max(1, round(abs(pages) * self.rows_shown)) * (1 if pages > 0 else -1)
        self._view(self._top() + rows)
        self.move(rows)

    def move_to(self, position: int) -> None:
        """Put the cursor on a row; the view follows by whole pages, which redraws least."""
        position = max(0, min(position, self.count - 1))
        if position == self.cursor:
            return
        before, self.cursor = self.cursor, position
        top, shown = self._top(), self.rows_shown
        if position >= top + shown:
            self._view(position if position == top + shown else position - shown // 2)
        elif position < top:
            self._view(position - shown + 1 if position == top - 1 else position - shown // 2)
        self._ask()
        for row in (before, position):
            y = row * self._height - self.scroll_offset.y
            self.refresh(Region(0, y, self._bar(self.size.width), 1))

    def to_top(self) -> None:
        """Put the cursor on the first row."""
        self.move_to(0)

    def to_end(self) -> None:
        """Put the cursor on the last row."""
        self.move_to(self.count - 1)

    def _on_resize(self, _: Resize) -> None:
        self._measure()
        top = self._top()
        if not top <= self.cursor < top + self.rows_shown:
            self._view(self.cursor - self.rows_shown // 2)
        self._ask()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        position, part = divmod(y + self.scroll_offset.y, self._height)
        row = self._row(position)
        line = EMPTY if row is None else self._lines_of(row, self.size.width)[part]
        under = part == 0 and position == self.cursor and self.count > 0
        return strip(line, self, self._bar(self.size.width) if under else 0)

    def _lines_of(self, row: T, width: int) -> Sequence[Line]:
        """Draw a row, once for all its lines: they are drawn one after the other."""
        if self._last is None or self._last[0] is not row or self._last[1] != width:
            self._last = row, width, self._draw(row, width)
        return self._last[2]

    def _row(self, position: int) -> T | None:
        block, place = divmod(position, BLOCK)
        rows = self._blocks.get(block, ())
        return rows[place] if place < len(rows) else None

    def _top(self) -> int:
        return self.scroll_offset.y // self._height

    def _view(self, top: int) -> None:
        top = max(0, min(top, self.count - self.rows_shown))
        self.scroll_to(y=top * self._height, animate=False, force=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.count * self._height)

    def _ask(self, around: int = 1) -> None:
        """Want the blocks on the screen and so many screens around it.

        A list that is moved in wants the next page in time; one that another letter may replace
        wants no more than shows.
        """
        if not self.count:
            return
        top, shown = self._top(), self.rows_shown
        first = max(0, top - around * shown) // BLOCK
        last = (min(self.count, top + (1 + around) * shown) - 1) // BLOCK
        for block in range(first, last + 1):
            if block not in self._blocks and block not in self._asked:
                self._asked.add(block)
                self.post_message(self.Wanted(block * BLOCK, BLOCK, self.turn))
