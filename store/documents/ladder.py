"""A ladder down an index: any position of a long list is near one of its rungs."""

from threading import RLock
from typing import TYPE_CHECKING

from store.documents.narrowing import Only

if TYPE_CHECKING:
    from store.documents.rows import Shelf

RUNG = 500


class Ladder:
    """Every 500th value of an indexed column, in descending order, found as far as it is needed.

    Far down a list then costs what near its top does. It holds for one generation of the rows.
    """

    def __init__(self, shelf: "Shelf", key: str, generation: int) -> None:
        self.key = key
        self.generation = generation
        self._shelf = shelf
        self._rungs: list[str] = []
        self._whole = False
        self._lock = RLock()

    def reach(self, position: int) -> tuple[str, int] | None:
        """Give the rung above a position and how far below it that is; None beyond the last."""
        number, beyond = divmod(position, RUNG)
        with self._lock:
            while len(self._rungs) <= number and not self._whole:
                self._climb_down()
            return (self._rungs[number], beyond) if number < len(self._rungs) else None

    def above(self, value: str) -> int:
        """Count the rows whose value is greater."""
        with self._lock:
            while not self._whole and (not self._rungs or self._rungs[-1] > value):
                self._climb_down()
            greater = sum(rung > value for rung in self._rungs)
        if not greater:
            return 0
        between = Only(f"{self.key} > ? AND {self.key} <= ?", (value, self._rungs[greater - 1]))
        return (greater - 1) * RUNG + self._shelf.count(between)

    def _climb_down(self) -> None:
        below = Only(f"{self.key} < ?", (self._rungs[-1],)) if self._rungs else Only()
        skip = RUNG - 1 if self._rungs else 0
        rest = f"ORDER BY {self.key} DESC LIMIT 1 OFFSET {skip}"
        found = self._shelf.select(self.key, below, rest)
        self._whole = not found
        self._rungs += [key for (key,) in found]
