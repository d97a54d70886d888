"""The lines of a layout, made as they are wanted: a text of any length is at hand at once."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice

from tui.render.line import EMPTY, Line

Place = tuple[int, int]
"""Where a spot is: the number of its line, and which spot of that it is."""

LAST = 1_000_000
"""Beyond the last spot of any line."""


class Sheet:
    """Lines in order; `made` are those made so far, `whole` tells that there are no others."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
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

    def line(self, number: int) -> Line:
        """Give a line; an empty one beyond the last."""
        self.make(number + 1)
        return self.made[number] if number < len(self.made) else EMPTY

    def shows(self, offset: int) -> int | None:
        """Find the line that shows an offset of the source, among those made."""
        at = bisect_right(self._pieces, offset, key=_start) - 1
        if at < 0 or offset >= self._pieces[at][1]:
            return None
        return self._pieces[at][2]

    def reaches(self, offset: int) -> bool:
        """Tell whether the lines made so far go as far as an offset."""
        return self.whole or bool(self._pieces and self._pieces[-1][0] > offset)

    def near(self, offset: int) -> int:
        """Find the line that shows an offset, or else the last before it; 0 before the first."""
        while not self.reaches(offset):
            self.make(2 * len(self.made) + 1)
        at = bisect_right(self._pieces, offset, key=_start) - 1
        return self._pieces[at][2] if at >= 0 else 0

    def first(self, paragraph: int) -> int | None:
        """Find the first line of a paragraph, by its index in the cable."""
        number = 0
        while number < len(self.made) or not self.whole:
            if self.line(number).paragraph == paragraph:
                return number
            number += 1
        return None

    def ends_before(self, number: int) -> bool:
        """Tell whether there is no such line."""
        self.make(number + 1)
        return not 0 <= number < len(self.made)

    def paragraph(self, line: int, steps: int) -> int | None:
        """Find the line at which the next paragraph begins, or the one so many further on.

        For less than 0 it is one that begins before. None where there is none.
        """
        way = 1 if steps > 0 else -1
        while steps:
            line += way
            if self.ends_before(line):
                return None
            at = self.made[line].paragraph
            if at is not None and (line == 0 or self.made[line - 1].paragraph != at):
                steps -= way
        return line

    def spots(self, place: Place, way: int) -> Iterator[Place]:
        """Yield the places of spots from one on, or from one back where the way is -1."""
        line, index = place
        while not self.ends_before(line):
            count = len(self.made[line].spots)
            order = range(index, count) if way > 0 else range(min(index, count - 1), -1, -1)
            yield from ((line, each) for each in order)
            line, index = line + way, 0 if way > 0 else LAST


def _start(piece: tuple[int, int, int]) -> int:
    return piece[0]
