"""The rows of a list as the library gives them: all its cables, or those that a line finds."""

from asyncio import create_task, to_thread, wait
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer
from textual.worker import Worker, WorkType

from store.errors import QueryInvalid, ReftelError
from store.row import Hit, Row
from store.search import GROUPED
from tui.newest import Newest
from tui.screens.counts import Counts
from tui.screens.frame import Frame
from tui.widgets.cable_list import CableList
from tui.widgets.held import BLOCK

if TYPE_CHECKING:
    from store.library import Library

NEWEST, OLDEST, RELEVANCE = "newest", "oldest", "relevance"
BY_DATE = (NEWEST, OLDEST)


SCREENFUL = 3 * BLOCK
"""Rows of the whole list read at first: they cost next to nothing."""


TELLING = 0.5
"""Seconds between two looks at how far the index is."""


PATIENCE = 0.5
"""Seconds that a key waits for what it set going, so that the next finds it done."""


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


def rows(library: "Library", view: View, start: int, count: int) -> list[Row]:
    """Read some rows of a view without the sentences of their hits."""
    if view.line or view.order in GROUPED:
        found = library.search(view.line, typing=view.typing, every=view.order in GROUPED)
        return list(found.page(start, count, view.order).rows)
    return library.page(start, count, newest=view.order != OLDEST)


def page(library: "Library", view: View, start: int, count: int) -> Page:
    """Read some rows of a view from the library; QueryInvalid and whatever else befalls it."""
    if view.line:
        search = library.search(view.line, typing=view.typing)
        found = search.page(start, count, view.order)
        return Page(found.total, list(search.hits(found.rows)))
    return Page(len(library), [Hit(row, "", ()) for row in rows(library, view, start, count)])


def first(library: "Library", view: View) -> Page:
    """Read the rows a view begins with."""
    return page(library, view, 0, BLOCK if view.line else SCREENFUL)


def position(library: "Library", view: View, date: str) -> int:
    """Find the row of a view at which a day, month or year begins."""
    if not view.line:
        return library.position(date, newest=view.order != OLDEST)
    bound = f"before:{date}" if view.order == OLDEST else f"after:{date}"
    return library.search(f"({view.line}) {bound}").total


def ids(library: "Library", view: View) -> list[str]:
    """Name every cable of a view; QueryInvalid."""
    if view.line:
        return library.search(view.line).ids()
    return [row.id for row in library.page(0, len(library))]


FAR = 2_000
"""Rows that are looked through for a cable, from where its day begins."""


def located(library: "Library", view: View, name: str, at: int = 0) -> int | None:
    """Find the row of a view that a cable is in, perhaps `at` one.

    None where it is not near where it should be.
    """
    if [each.id for each in rows(library, view, at, 1)] == [name]:
        return at
    known = library.rows([name]).get(name)
    if known is None:
        return None
    dated = known.date is not None and view.order in BY_DATE
    first = position(library, view, known.date or "") if dated else 0
    for start in range(first, first + FAR, SCREENFUL):
        found = [each.id for each in rows(library, view, start, SCREENFUL)]
        if name in found:
            return start + found.index(name)
        if len(found) < SCREENFUL:
            break
    return None


class Listing:
    """Fills a list with the rows of a view and its counts, and knows which view they are of.

    What befalls the library, or a line, is said, and leaves the list as it is.
    """

    def __init__(
        self, library: "Library", frame: Frame, rows: CableList[Hit], counts: Counts
    ) -> None:
        self.view = View()
        self.wanted = View()
        self._library = library
        self._frame = frame
        self.rows = rows
        self._counts = counts
        self._newest = Newest()
        self._home = 0
        self._waiting: Timer | None = None

    @property
    def by_date(self) -> bool:
        """Whether the rows go by date."""
        return self.view.order in BY_DATE

    def begin(self, view: View) -> None:
        """Show the list from its top at once, so that the first frame has its rows."""
        try:
            self._put(view, first(self._library, view))
        except ReftelError as error:
            self._frame.say(told(error))
        else:
            self._frame.settle()
            self.count()

    def follow(self, view: View) -> None:
        """Come to show a view, if it is not the one that is wanted already."""
        if view != self.wanted:
            self.wanted = view
            self._work("search", partial(self._show, self._newest.begin(), view))
            self.count()

    def anew(self) -> None:
        """Read what is shown anew, from its top."""
        self.wanted = self.view
        self._work("search", partial(self._show, self._newest.begin(), self.view))
        self.count()

    def count(self) -> None:
        """Bring the counts to the wanted view, while its rows are found: one frame shows both."""
        self._work("counts", partial(self._counted, self._counts.begin(), self.wanted))
        if self._waiting is None:
            self._waiting = self._frame.set_interval(TELLING, self._tell)
        self._waiting.resume()

    def fetch(self, wanted: CableList.Wanted) -> None:
        """Bring the rows that the list wants."""
        self._work("rows", partial(self._fetch, wanted))

    async def go(self, date: str) -> None:
        """Go to the row at which a day, month or year begins."""
        work = self._work("jump", partial(self._go, date))
        await wait((create_task(work.wait()),), timeout=PATIENCE)

    async def shown(self, patience: float) -> bool:
        """Wait for the newest view to be shown, but no longer than `patience` seconds."""
        return await self._newest.done(patience)

    def _tell(self) -> None:
        """Have the frame say how far the index is, as long as anything waits for it."""
        if self._waiting and all(worker.is_finished for worker in self._frame.workers):
            self._waiting.pause()
        self._frame.settle_quietly()

    def _work(self, group: str, work: WorkType[None]) -> Worker[None]:
        return self._frame.run_worker(work, group=group)

    async def _show(self, turn: int, view: View) -> None:
        try:
            found = await self._newest.result(turn, partial(first, self._library, view))
        except ReftelError as error:
            if self._newest.is_newest(turn):
                self.wanted = self.view
                self._frame.say(told(error))
            return
        if found:
            self._put(view, found)
            self._frame.settle()

    def _put(self, view: View, found: Page) -> None:
        """Show a view from its top.

        All cables are shown again at the row at which they were left; a line that is typed to its
        end keeps its cable.
        """
        if not self.view.line:
            self._home = self.rows.cursor
        before, under = self.view, self.rows.current
        self.view = self.wanted = view
        self.rows.reset(found.total, found.rows, height=2 if view.line else 1)
        if before.line and not view.line:
            self.rows.move_to(self._home)
        elif under and before._replace(typing=False) == view:
            names = [each.row.key for each in found.rows]
            self.rows.move_to(names.index(under.row.key) if under.row.key in names else 0)

    async def _counted(self, turn: int, view: View) -> None:
        try:
            await self._counts.show(turn, view.line, typing=view.typing)
        except ReftelError as error:
            self._frame.say(told(error))

    async def _fetch(self, wanted: CableList.Wanted) -> None:
        work = partial(page, self._library, self.view, wanted.start, wanted.count)
        try:
            self.rows.fill(wanted.turn, wanted.start, (await to_thread(work)).rows)
        except ReftelError as error:
            self._frame.say(told(error))

    async def _go(self, date: str) -> None:
        try:
            self.rows.move_to(await to_thread(position, self._library, self.view, date))
        except ReftelError as error:
            self._frame.say(told(error))
        else:
            self._frame.settle()


def told(error: ReftelError) -> str:
    """Say what is wrong, where in the line, and what is expected there."""
    if not isinstance(error, QueryInvalid):
        return str(error)
    return f"column {error.column}: {error} Expected: {error.expected}."
