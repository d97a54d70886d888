"""Going on where one left off: offered in a line as the list opens, and gone with the next key."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import WorkType

from store.errors import ReftelError
from tui.keys import pressed
from tui.screens.listing import OLDEST, View, rows

if TYPE_CHECKING:
    from store.cable import Cable
    from store.library import Library
    from tui.screens.list import ListScreen

NEAR = 200
"""Cables of its day among which a cable is looked for."""


class Left(NamedTuple):
    """Where one left off: the cable, its paragraph, and its row in the whole list."""

    name: str
    paragraph: str | None
    row: int | None

    @property
    def place(self) -> str:
        """The cable and its paragraph, as one says it."""
        return f"{self.name} ¶{self.paragraph}" if self.paragraph else self.name


class Returning:
    """Offers the cable that was read last, until anything else is done."""

    def __init__(self, screen: "ListScreen", library: "Library") -> None:
        self._screen = screen
        self._library = library
        self._offered: Left | None = None
        self._sought = False

    def begin(self, view: View) -> None:
        """Find out where one left off, without keeping a key waiting."""
        work: WorkType[None] = partial(self.offer, view)
        self._screen.run_worker(work, group="returning")

    def drop(self) -> None:
        """Offer it no longer."""
        self._offered = None

    async def taken(self) -> "Cable | None":
        """Read the cable that is offered, the cursor on its row; None where none is."""
        left, self._offered = self._offered, None
        if left is None:
            return None
        if left.row is not None:
            self._screen.rows.move_to(left.row)
        return await to_thread(self._library.get, left.name)

    async def offer(self, view: View) -> None:
        """Find out where one left off and offer it, once."""
        if self._sought:
            return
        self._sought = True
        try:
            left = await to_thread(found, self._library, view)
        except ReftelError:
            return  # what is wrong with the marks is said by who needs them
        if left and self._screen.untouched:
            self._screen.say(f"Continue {left.place}: {pressed('cable.open')}")
            self._offered = left


def found(library: "Library", view: View) -> Left | None:
    """Find the cable that was read last, if the library still has it."""
    mark = library.marks.last()
    row = library.rows([mark.id]).get(mark.id) if mark else None
    if mark is None or mark.position is None or row is None:
        return None
    at = None
    if row.date:
        start = library.position(row.date, newest=view.order != OLDEST)
        ids = [each.id for each in rows(library, view, start, NEAR)]
        at = start + ids.index(row.id) if row.id in ids else None
    return Left(row.id, mark.position.paragraph, at)
