"""Which cables are starred: known at once, kept in the reader's marks later."""

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

    def turn(self, name: str) -> bool:
        """Star a cable, or take its star away; tell whether it is starred now."""
        self._turned[name] = self._due[name] = not self.has(name)
        return self._due[name]

    def load(self) -> None:
        """Read which cables are starred."""
        from store.query.values import Marked

        self._found = frozenset(self._library.marks.found(Marked("starred")))

    def keep(self) -> None:
        """Write down what is due; a star that cannot be kept is as it was before."""
        with self._keeping:
            while self._due:
                name, starred = self._due.popitem()
                try:
                    self._library.marks.star([name], off=not starred)
                except BaseException:
                    self._turned.pop(name, None)
                    raise
