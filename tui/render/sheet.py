"""The lines of a layout, made as they are wanted: a text of any length is at hand at once."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice

from tui.render.line import EMPTY, Line

Place = tuple[int, int]
"""Where a spot is: the number of its line, and which spot of that it is."""

FAR = 800
"""Lines that are made in the time of a key, and no more than that."""

LAST = 1_000_000
"""Beyond the last spot of any line."""


class Sheet:
    """Lines in order; `made` are those made so far, `whole` tells that there are no others.

    `begin` is the offset of the source from which on they show it.
    """

    def __init__(self, lines: Iterable[Line] = (), begin: int = 0) -> None:
        self.begin = begin
        self.made: list[Line] = []
        self.whole = False
        self._rest = iter(lines)
        self._pieces: list[tuple[int, int, int]] = []

    def make(self, count: int) -> None:
        """Make lines until there are so many, or no others."""
        if self.whole or count <= len(self.made):
            return
        for line in islice(self._rest, count - len(self.made)):
            for piece in line.pieces:
                insort(self._pieces, (piece.start, piece.end, len(self.made)))
            self.made.append(line)
        self.whole = len(self.made) < count

    @property
    def count(self) -> int:
        """How many lines there are, the last of them made."""
        while not self.whole:
            self.make(2 * len(self.made) + 1)
        return len(self.made)

    def line(self, number: int) -> Line:
        """Give a line; an empty one beyond the last."""
        self.make(number + 1)
        return self.made[number] if number < len(self.made) else EMPTY

    def start(self, line: int) -> int:
        """Give the offset that is shown first from a line on; 0 where there is none."""
        starts = (each.start for each in islice(self.made, max(line, 0), None))
        return next((start for start in starts if start is not None), 0)

    def shows(self, offset: int) -> int | None:
        """Find the line that shows an offset of the source, among those made."""
        at = bisect_right(self._pieces, offset, key=_start) - 1
        if at < 0 or offset >= self._pieces[at][1]:
            return None
        return self._pieces[at][2]

    def reaches(self, offset: int) -> bool:
        """Tell whether the lines made so far go as far as an offset."""
        return self.whole or bool(self._pieces and self._pieces[-1][0] > offset)

    def comes_to(self, offset: int) -> bool:
        """Tell whether an offset is among these lines, or not FAR behind them."""
        if offset >= self.begin and not self.reaches(offset):
            self.make(len(self.made) + FAR)
        return offset >= self.begin and self.reaches(offset)

    def near(self, offset: int) -> int:
        """Find the line that shows an offset, or else the last before it; 0 before the first."""
        while not self.reaches(offset):
            self.make(2 * len(self.made) + 1)
        at = bisect_right(self._pieces, offset, key=_start) - 1
        return self._pieces[at][2] if at >= 0 else 0

    def ends_before(self, number: int) -> bool:
        """Tell whether there is no such line."""
        self.make(number + 1)
        return not 0 <= number < len(self.made)

    def paragraph(self, line: int, way: int) -> int | None:
        """Find the line at which the next paragraph begins, or one before where the way is -1.

        None where there is none, or none that is not FAR.
        """
        for number in range(line + way, line + way * FAR, way):
            if self.ends_before(number):
                break
            at = self.made[number].paragraph
            if at is not None and (number == 0 or self.made[number - 1].paragraph != at):
                return number
        return None

    def spots(self, place: Place, way: int) -> Iterator[Place]:
        """Yield the places of spots from one on, or back where the way is -1; not those FAR off."""
        line, index = place
        until = line + way * FAR
        while line != until and not self.ends_before(line):
            count = len(self.made[line].spots)
            order = range(index, count) if way > 0 else range(min(index, count - 1), -1, -1)
            yield from ((line, each) for each in order)
            line, index = line + way, 0 if way > 0 else LAST


def _start(piece: tuple[int, int, int]) -> int:
    return piece[0]
