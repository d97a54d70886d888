"""The list beside a cable, where the screen has room for both."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.events import Resize
from textual.worker import WorkType

from store.errors import ReftelError
from store.row import Row
from tui.render.row import name_cells, row
from tui.screens.listing import View, rows
from tui.screens.stars import Stars
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from store.library import Library


class Course(NamedTuple):
    """The list that one reads through: what it shows, how many rows, on which one is, its id."""

    view: View
    length: int
    cursor: int
    name: str | None


class Beside(CableList[Row], inherit_bindings=False):
    """The rows around the cable that is read; while it has no room it asks for none."""

    def __init__(self, library: "Library", stars: Stars) -> None:
        super().__init__(
            lambda each, width: (row(each, width, **stars.signs(each.id)),), name_cells
        )
        self._library = library
        self._course: Course | None = None
        self._shown: tuple[View, int] | None = None

    def follow(self, course: Course) -> None:
        """Be where the list is."""
        self._course = course
        self._catch_up()

    def row_of(self, name: str) -> tuple[int, int] | None:
        """Give the number of the row of a cable and how many there are; None where it is none."""
        if self._course is None or self._course.name != name:
            return None
        return self._course.cursor + 1, self._course.length

    async def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        """Fetch rows."""
        wanted.stop()
        work: WorkType[None] = partial(self._fetch, wanted)
        self.run_worker(work, group="rows")

    def _on_resize(self, event: Resize) -> None:
        super()._on_resize(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._course is None or not self.size.width:
            return
        view, length, cursor, _ = self._course
        if self._shown != (view, length):
            self._shown = view, length
            self.reset(length)
        self.move_to(cursor)

    async def _fetch(self, wanted: CableList.Wanted) -> None:
        """Bring rows; what befalls the library is said where the cable is read."""
        if self._shown is None:
            return
        try:
            found = await to_thread(rows, self._library, self._shown[0], wanted.start, wanted.count)
        except ReftelError:
            found = []
        self.fill(wanted.turn, wanted.start, found)
