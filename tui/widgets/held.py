"""The rows of a list that are at hand: it may be of any length, and they come in blocks."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

BLOCK = 20
"""Rows asked for at once: of results, with their sentences, a screenful or so."""

KEPT = 100
"""Blocks held at most; the ones farthest from where one is are let go."""

T = TypeVar("T")


class Held(Generic[T]):
    """Some of `count` rows, and which others have been asked for."""

    def __init__(self, count: int = 0, first: Sequence[T] = ()) -> None:
        self.count = count
        known = len(first) if len(first) == count else len(first) // BLOCK * BLOCK
        self._blocks = {at // BLOCK: first[at : at + BLOCK] for at in range(0, known, BLOCK)}
        self._asked: set[int] = set()

    def row(self, position: int) -> T | None:
        """Give a row; None where it is not at hand, or there is none."""
        block, place = divmod(position, BLOCK)
        rows = self._blocks.get(block, ())
        return rows[place] if place < len(rows) else None

    def ask(self, begin: int, end: int) -> Iterator[int]:
        """Yield the first position of each block that is to be asked for, once, to have rows."""
        if not self.count:
            return
        last = (min(self.count, end) - 1) // BLOCK
        for block in range(max(0, begin) // BLOCK, last + 1):
            if block not in self._blocks and block not in self._asked:
                self._asked.add(block)
                yield block * BLOCK

    def take(self, start: int, rows: Sequence[T], here: int) -> None:
        """Take a block that was asked for; let one go where they are many, the farthest off."""
        self._blocks[start // BLOCK] = rows
        self._asked.discard(start // BLOCK)
        if len(self._blocks) > KEPT:
            del self._blocks[max(self._blocks, key=lambda kept: abs(kept - here // BLOCK))]
