"""The rows of a list as the library gives them: all its cables, or those that a line finds."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from store.cable import Hit
from tui.screens.newest import Newest
from tui.widgets.cable_list import BLOCK, CableList

if TYPE_CHECKING:
    from store.library import Library

NEWEST, OLDEST, RELEVANCE = "newest", "oldest", "relevance"


SCREENFUL = 3 * BLOCK
"""Rows of the whole list read at first: they cost next to nothing."""


class View(NamedTuple):
    """What a list shows: the cables `line` finds, all of them for "", in an order.

    While the line is `typing`, the word at its end is taken for the beginning of one.
    """

    line: str = ""
    order: str = NEWEST
    typing: bool = False


class Page(NamedTuple):
    """Some rows of a view, and how many it has in all."""

    total: int
    rows: list[Hit]


def page(library: "Library", view: View, start: int, count: int) -> Page:
    """Read some rows of a view from the library; QueryInvalid and whatever else befalls it."""
    if view.line:
        found = library.search(view.line, start, count, view.order, typing=view.typing)
        return Page(found.total, list(found.hits))
    rows = library.page(start, count, newest=view.order != OLDEST)
    return Page(len(library), [Hit(row, "", ()) for row in rows])


def first(library: "Library", view: View) -> Page:
    """Read the rows a view begins with."""
    return page(library, view, 0, BLOCK if view.line else SCREENFUL)


def position(library: "Library", view: View, date: str) -> int:
    """Find the row of a view at which a day, month or year begins."""
    if not view.line:
        return library.position(date, newest=view.order != OLDEST)
    bound = f"before:{date}" if view.order == OLDEST else f"after:{date}"
    return library.search(f"({view.line}) {bound}", 0, 0).total


class Listing:
    """Fills a list with the rows of a view, and knows which view they are of."""

    def __init__(self, library: "Library", rows: CableList[Hit]) -> None:
        self.view = View()
        self.wanted = View()
        self._library = library
        self._rows = rows
        self._newest = Newest()
        self._home = 0

    def want(self, view: View) -> int:
        """Begin a turn in which the list comes to show a view."""
        self.wanted = view
        return self._newest.begin()

    def still(self, turn: int) -> bool:
        """Tell whether no other view is wanted since."""
        return self._newest.is_newest(turn)

    async def show(self, turn: int) -> bool:
        """Show the view of a turn from its top; False where another came to be wanted meanwhile.

        What befalls the library, or the line, leaves the list as it is. All cables are shown again
        at the row at which they were left, and a line that is typed to its end keeps its cable.
        """
        view = self.wanted
        found = await self._newest.result(turn, partial(first, self._library, view))
        if found is None:
            return False
        self.put(view, found)
        return True

    def put(self, view: View, found: Page) -> None:
        """Show a view whose first rows are known."""
        if not self.view.line:
            self._home = self._rows.cursor
        before, under = self.view, self._rows.current
        self.view = self.wanted = view
        self._rows.reset(found.total, found.rows, height=2 if view.line else 1)
        if before.line and not view.line:
            self._rows.move_to(self._home)
        elif under and before._replace(typing=False) == view:
            names = [each.row.key for each in found.rows]
            self._rows.move_to(names.index(under.row.key) if under.row.key in names else 0)

    async def shown(self, patience: float) -> bool:
        """Wait for the newest view to be shown, but no longer than `patience` seconds."""
        return await self._newest.done(patience)

    async def fetch(self, wanted: CableList.Wanted) -> None:
        """Bring the rows that the list wants."""
        work = partial(page, self._library, self.view, wanted.start, wanted.count)
        self._rows.fill(wanted.turn, wanted.start, (await to_thread(work)).rows)

    async def place(self, date: str) -> int:
        """Find the row at which a day, month or year begins."""
        return await to_thread(position, self._library, self.view, date)
