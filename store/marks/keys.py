"""The cables of a library that have a mark, as the index knows them: by key."""

from typing import TYPE_CHECKING

from store.marks import Marks

if TYPE_CHECKING:
    from store.documents.rows import Shelf
    from store.query.values import Marked


class Keys:
    """Finds the keys of marked cables, anew only when marks or library have changed."""

    def __init__(self, marks: Marks, cables: "Shelf") -> None:
        self._marks = marks
        self._cables = cables
        self._known: dict[Marked, tuple[list[str], int, tuple[int, ...]]] = {}

    def of(self, sought: "Marked") -> tuple[int, ...]:
        """Give the keys of the cables that have a mark, in order."""
        ids, generation = self._marks.found(sought), self._cables.storage.generation()
        known = self._known.get(sought)
        if known is None or known[:2] != (ids, generation):
            keys = tuple(self._cables.numbers("id", sorted(ids)))
            known = self._known[sought] = ids, generation, keys
        return known[2]
