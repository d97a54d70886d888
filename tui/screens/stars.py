"""Which cables are starred, and which are read: known at once, kept in the marks later."""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.library import Library


class Stars:
    """The signs that the screens show at cables: of a star, and of one that is unread.

    Reading and writing them takes as long as a disk does, so that `load` and `keep` are for a
    thread; what was turned stays `due` until `keep`. Both raise what the marks raise.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._found: frozenset[str] = frozenset()
        self._read: frozenset[str] | None = None
        self._state: object = None
        self._looked = False
        self._turned: dict[str, bool] = {}
        self._due: dict[str, bool] = {}
        self._keeping = Lock()

    def has(self, name: str) -> bool:
        """Tell whether a cable is starred, as far as is known."""
        return self._turned.get(name, name in self._found)

    def unread(self, name: str) -> bool:
        """Tell whether a cable is unread; none is before it is known which are read."""
        return self._read is not None and name not in self._read

    def signs(self, name: str) -> dict[str, bool]:
        """Give what a row has signs for."""
        return {"starred": self.has(name), "unread": self.unread(name)}

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
        """Read which cables are starred, and which are read."""
        from store.query.values import Marked

        with self._keeping:
            marks = self._library.marks
            self._state, self._looked = marks.state(), True
            self._found = frozenset(marks.found(Marked("starred")))
            self._read = frozenset(marks.found(Marked("read")))
            self._turned = dict(self._due)

    def stale(self) -> bool:
        """Tell whether the marks were changed since they were read, here or by another process."""
        return self._looked and self._library.marks.state() != self._state

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
