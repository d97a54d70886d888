"""The cables of a library that have a mark, as the index knows them: by key."""

from typing import TYPE_CHECKING

from store.marks import Marks

if TYPE_CHECKING:
    from store.holdings import Holdings
    from store.query.values import Marked


class Keys:
    """Finds the keys of marked cables, anew only when marks or library have changed."""

    def __init__(self, marks: Marks, held: "Holdings") -> None:
        self._marks = marks
        self._held = held
        self._known: dict[Marked, tuple[list[str], int, tuple[int, ...]]] = {}

    def of(self, sought: "Marked") -> tuple[int, ...]:
        """Give the keys of the cables that have a mark, in order."""
        ids, generation = self._marks.found(sought), self._held.storage.generation()
        known = self._known.get(sought)
        if known is None or known[:2] != (ids, generation):
            keys = tuple(self._held.ids.numbers(sorted(ids)))
            known = self._known[sought] = ids, generation, keys
        return known[2]
