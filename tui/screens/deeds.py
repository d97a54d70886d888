"""What one did to one's marks, so that it can be undone and done again."""

from collections.abc import Callable
from typing import NamedTuple


class Deed(NamedTuple):
    """A change: what it was in a few words, what takes it back and what makes it again.

    Both may take as long as a disk does, and raise what the marks raise.
    """

    said: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class Deeds:
    """The changes of a session, as a stack; a new one forgets those that were undone."""

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def add(self, deed: Deed) -> None:
        """Remember a change that was made."""
        self._done.append(deed)
        self._undone.clear()

    def back(self) -> Deed | None:
        """Give the last change, as one that is undone from now on."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def again(self) -> Deed | None:
        """Give the change that was undone last, as one that is made again."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
