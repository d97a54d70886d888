"""Which cables are read, and how far: remembered at once, kept in the reader's marks later."""

from asyncio import to_thread
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.cable import Cable

if TYPE_CHECKING:
    from store.library import Library

TOP = 1
"""The line at which a cable is kept that was read and left at its top."""


class Places:
    """The places at which one left cables.

    Writing them down takes as long as a disk does, so what was left is `due` until `keep`. Raises
    what the marks raise.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._offsets: dict[str, int | None] = {}
        self._due: dict[str, tuple[Cable, int | None, str | None]] = {}
        self._read: set[str] = set()
        self._newly: list[str] = []
        self._by_hand: set[str] = set()
        self._last: str | None = None

    async def of(self, cable: Cable) -> int | None:
        """Give the offset at which a cable was left; None where it was at its top, or never."""
        if cable.id in self._by_hand:
            self._by_hand.remove(cable.id)
            self._read.discard(cable.id)
        if cable.id not in self._offsets:
            mark = await to_thread(lambda: self._library.marks.of(cable.id))
            line = TOP if mark.position is None else mark.position.line
            self._read |= {cable.id} if mark.read else set()
            self._offsets[cable.id] = None if line == TOP else shown(cable, line)
        return self._offsets[cable.id]

    def leave(self, cable: Cable, offset: int | None, paragraph: str | None) -> None:
        """Remember a place; None is the very top."""
        if cable.id not in self._offsets or self._offsets[cable.id] != offset:
            self._offsets[cable.id] = offset
            self._put(cable, offset, paragraph)

    def seen(self, cable: Cable, offset: int | None, paragraph: str | None) -> None:
        """Count a cable as read, and as the one that was read last."""
        if cable.id not in self._read:
            self._read.add(cable.id)
            self._newly.append(cable.id)
        if cable.id != self._last:
            self._put(cable, offset, paragraph)

    def _put(self, cable: Cable, offset: int | None, paragraph: str | None) -> None:
        self._last = cable.id
        self._due[cable.id] = cable, offset, paragraph

    def by_hand(self, names: Sequence[str]) -> None:
        """Leave it to the reader whether these are read, until they are opened again."""
        self._by_hand.update(names)
        self._read.update(names)
        self._newly = [name for name in self._newly if name not in self._by_hand]

    def keep(self) -> None:
        """Write down what is due, by lines.

        In the header reading has not begun, but for what was looked at long enough.
        """
        from store.marks import Position  # loaded with the marks

        newly, self._newly = self._newly, []
        if newly:
            self._library.marks.read(newly)
        while self._due:
            name, (cable, offset, paragraph) = self._due.popitem()
            place = Position(TOP) if name in self._read else None
            if offset is not None and cable.paragraphs and offset >= cable.paragraphs[0].start:
                place = Position(cable.text.count("\n", 0, offset) + 1, paragraph)
            self._library.marks.place(name, place)


def shown(cable: Cable, line: int) -> int:
    """Give the first offset of a line of a cable's text, from 1, that reading shows.

    The number of a paragraph and its mark are drawn in other words.
    """
    at = 0
    for _ in range(line - 1):
        at = cable.text.find("\n", at) + 1
        if not at:
            return len(cable.text)
    return next((each.words for each in cable.paragraphs if each.start <= at < each.words), at)
