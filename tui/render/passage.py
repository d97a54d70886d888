"""The part of a text that is in view, and how it moves over the sheets of the text."""

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from tui.render.line import cells
from tui.render.sheet import Sheet
from tui.render.sheets import Layout, Sheets


class Stand(NamedTuple):
    """Where a passage stands: its first line in a sheet and its first column, and which offset."""

    sheet: Sheet
    top: int
    left: int
    offset: int | None


def nowhere() -> None:
    """Show nobody that a passage moved."""


class Passage:
    """So many lines and cells of a text that was laid out for that width.

    The first of them is line `top` of the `sheet`, from cell `left` on. `moved` is called whenever
    they may be others than before.
    """

    def __init__(
        self,
        layout: Layout,
        size: tuple[int, int] = (0, 0),
        left: int = 0,
        moved: Callable[[], object] = nowhere,
    ) -> None:
        self.layout = layout
        self.width, self.height = size
        self.sheets = Sheets(layout, self.width)
        self.sheet = self.sheets.whole
        self.top = 0
        self.left = left
        self._moved = moved
        self._kept = Stand(self.sheet, 0, 0, None)

    @property
    def stand(self) -> Stand:
        """Where it stands, to come back to."""
        return Stand(self.sheet, self.top, self.left, self.offset)

    @property
    def offset(self) -> int | None:
        """The source offset of the first line that has one; None at the very top.

        Where nothing moved since it was gone to, it is that one, not that of the line which took
        it in: turning a text to and fro does not creep.
        """
        if (self.sheet, self.top) == self._kept[:2]:
            return self._kept.offset
        if not self.top and not self.sheet.begin:
            return None
        lines = islice(self.sheet.made, self.top, None)
        return next((line.start for line in lines if line.start is not None), None)

    def back(self, stand: Stand) -> None:
        """Stand where it stood; laid out otherwise meanwhile, at the same offset."""
        if stand.sheet in (self.sheet, self.sheets.whole):
            self._turn(stand.sheet)
            self.left = stand.left
            self.to(stand.top)
        else:
            self.go(stand.offset)

    def go(self, offset: int | None) -> None:
        """Go to the line that shows an offset of the source, to the very top for None."""
        if offset is None:
            self.to_top()
        else:
            self.to(self.reached(offset))
        self._kept = Stand(self.sheet, self.top, self.left, offset)

    def reached(self, offset: int) -> int:
        """Find the line that shows an offset, or else the last before it; 0 before the first.

        It is a line of the sheet that is shown from now on.
        """
        self._turn(self.sheets.around(offset, self.sheet))
        return self.sheet.near(offset)

    def to(self, line: int) -> None:
        """Let a line of the sheet be the first, as far as the text goes."""
        if line < 0 and self.sheet.begin:
            first = self.sheet.start(0)
            self._turn(self.sheets.before(self.sheet))
            line += self.sheet.near(first)
        self.sheet.make(line + self.height)
        before, self.top = self.top, max(0, min(line, len(self.sheet.made) - self.height))
        if self.top != before:
            self._moved()

    def to_top(self) -> None:
        """Move to the first line."""
        self._turn(self.sheets.whole)
        self.to(0)

    def to_end(self) -> None:
        """Move to the last line."""
        self._turn(self.sheets.end())
        self.to(self.sheet.count - 1)

    def bring(self, line: int, cell: int = 0) -> None:
        """Move so that a cell of a line is in view, where it is not."""
        if not 0 <= line - self.top < self.height:
            self.to(line - self.height // 3)
        if not self.left <= cell < self.left + self.width - 1:
            self.left = 0 if cell < self.width - 1 else cell - self.width // 2
            self._moved()

    def put(self, line: int, part: float) -> None:
        """Let a line stand so far down: 0 at the top, 1 at the foot."""
        self.to(line - round(part * (self.height - 1)))

    def aside(self, screens: float) -> bool:
        """Move by parts of the width, to the right where positive; tell whether there was more."""
        lines = range(self.top, self.top + self.height)
        widest = max((cells(self.sheet.line(line).plain) for line in lines), default=0)
        before = self.left
        left = before + round(screens * self.width)
        self.left = max(0, min(left, max(widest - self.width, before if screens < 0 else 0)))
        self._moved()
        return self.left != before

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.sheet.ends_before(self.top + self.height)

    @property
    def extent(self) -> str:
        """How far one has come: `all` where all fits, `end` at the end, else `38%`.

        While it is not known how many lines there are it is a part of the source, or the line.
        """
        whole = self.sheet.whole and not self.sheet.begin
        if self.at_end:
            return "end" if self.top or not whole else "all"
        if whole:
            return f"{100 * (self.top + self.height) // self.sheet.count}%"
        if not self.layout.length:
            return f"line {self.top + 1:,}"
        foot = self.sheet.start(self.top + self.height)
        return f"{min(100 * foot // self.layout.length, 99)}%"

    def _turn(self, sheet: Sheet) -> None:
        """Show the lines of another sheet from now on."""
        if sheet is not self.sheet:
            self.sheet = sheet
            self._moved()
