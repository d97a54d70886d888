"""Which cables are starred: known at once, kept in the reader's marks later."""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.library import Library


class Stars:
    """The stars that the screens show.

    Reading and writing them takes as long as a disk does, so that `load` and `keep` are for a
    thread; what was turned stays `due` until `keep`. Both raise what the marks raise.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._found: frozenset[str] = frozenset()
        self._turned: dict[str, bool] = {}
        self._due: dict[str, bool] = {}
        self._keeping = Lock()

    def has(self, name: str) -> bool:
        """Tell whether a cable is starred, as far as is known."""
        return self._turned.get(name, name in self._found)

    def turn(self, names: Sequence[str], *, wanted: bool | None = None) -> tuple[bool, list[str]]:
        """Star cables, or take their stars away where all have one, or as it is wanted.

        Tell whether they are starred now, and which of them changed.
        """
        starred = not all(map(self.has, names)) if wanted is None else wanted
        changed = [name for name in names if self.has(name) != starred]
        self.put(changed, starred=starred)
        return starred, changed

    def put(self, names: Sequence[str], *, starred: bool) -> None:
        """Star some cables, or take their stars away."""
        for name in names:
            self._turned[name] = self._due[name] = starred

    def load(self) -> None:
        """Read which cables are starred."""
        from store.query.values import Marked

        self._found = frozenset(self._library.marks.found(Marked("starred")))

    def keep(self) -> None:
        """Write down what is due; a star that cannot be kept is as it was before."""
        with self._keeping:
            due, self._due = self._due, {}
            for starred in (True, False):
                names = [name for name in due if due[name] == starred]
                try:
                    if names:
                        self._library.marks.star(names, off=not starred)
                except BaseException:
                    for name in due:
                        self._turned.pop(name, None)
                    raise
