"""The lines of a layout, made as they are wanted: a text of any length is at hand at once."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from itertools import islice

from tui.render.line import EMPTY, Line


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


def _start(piece: tuple[int, int, int]) -> int:
    return piece[0]
