"""The cables of the library, all of them or those that a query line finds."""

from asyncio import sleep, to_thread
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from store.cable import Cable
from store.errors import ReftelError
from store.row import Hit, Row
from tui.keys import bindings, pressed
from tui.render.fit import fitting
from tui.render.line import words
from tui.render.opening import ORDERED, called, place, said
from tui.render.row import found, name_cells
from tui.screens.arrivals import Arrivals
from tui.screens.asking import Asking
from tui.screens.beside import Course
from tui.screens.counts import Counts
from tui.screens.days import Days
from tui.screens.deeds import Deeds
from tui.screens.facets import Facets
from tui.screens.going import to_row
from tui.screens.listing import NEWEST, PATIENCE, Listing, View
from tui.screens.meant import CableScreen
from tui.screens.picks import Picking, Picks
from tui.screens.returning import Returning
from tui.screens.search import Search
from tui.screens.stars import Stars
from tui.widgets.bar import Bar
from tui.widgets.cable_list import CableList
from tui.widgets.facet_pane import FacetPane
from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from store.library import Library
    from tui.widgets.coach import Coach


class ListScreen(CableScreen):
    """A query line over the cables it finds; an empty line finds all of them.

    The rows on the screen are always those of the last line that could be read: a line that
    cannot be read (yet) says why and leaves them standing.
    """

    BINDINGS = bindings("list")
    TABLE = "list"

    def __init__(
        self, library: "Library", stars: Stars, deeds: Deeds, *, practice: bool, order: str = NEWEST
    ) -> None:
        self.picks = picks = Picks(self, deeds)
        self.rows: CableList[Hit] = CableList(
            lambda hit, width: found(
                hit, width, **stars.signs(hit.row.id), picked=picks.has(hit.row.id)
            ),
            name_cells,
        )
        self.rows.id = "rows"
        super().__init__(self.rows, library, stars, deeds)
        self.query_line = QueryLine()
        self.facets = FacetPane()
        counts = Counts(library, self.facets)
        self._times = counts.times
        self._listing = Listing(library, self, self.rows, counts)
        self.search = Search(self, self.query_line, self._listing, order, library.vain)
        self.counting = Facets(self, self.facets, counts, self._listing, self.search)
        self.asking = Asking(self, library, self.search)
        self.parts |= {
            "days": Days(self, self.rows, self._listing, library),
            "facets": self.counting,
            "picks": Picking(self, self.rows, picks, self._listing, self.search),
            "query": self.asking,
            "search": self.search,
        }
        self._called = called(library.path, practice=practice)
        self._practice = practice
        self.arrivals = Arrivals(self, library, self._listing)
        self._returning = Returning(self, library)
        self.coach: Coach | None = None

    def compose(self) -> ComposeResult:
        """Give a line for who is here the first time, the query line, years, rows and facets."""
        key = pressed("import.open")
        if wordings := said(len(self.library), key, practice=self._practice):
            yield Bar(partial(fitting, wordings))
        with Horizontal(id="ask"):
            yield Bar(lambda _: words("/", "code"))
            yield self.query_line
        yield self._times
        with Horizontal():
            yield self.rows
            yield self.facets
        if self.coach:
            yield self.coach
        yield from self.below()

    def on_mount(self) -> None:
        """Begin at the newest cable, with the first rows in the first frame."""
        self.search.begin()
        self.call_after_refresh(self.keeping.load)
        self.call_after_refresh(self._returning.begin, self.view)

    def settle(self) -> None:
        """Show the state of things; whatever one does first, it is not going on as offered."""
        self._returning.drop()
        super().settle()

    def say(self, message: str) -> None:
        """Show a message, in the place of an offer too."""
        self._returning.drop()
        super().say(message)

    @property
    def untouched(self) -> bool:
        """Whether nothing was done or said since the list was opened."""
        return not (self.rows.cursor or self.view.line or self.focused or self.foot.said)

    def uncoach(self) -> None:
        """Tell of the first keys no longer."""
        if self.coach:
            self.coach.end()
        self.say("The first keys are not shown any more")

    def keys_now(self) -> tuple[str, ...]:
        """Name the keys of what has them for the moment first."""
        for name, widget in (("query", self.query_line), ("facets", self.facets)):
            if self.focused is widget:
                return (name, self.TABLE)
        return super().keys_now()

    def state(self) -> tuple[str, str]:
        """Say which library this is, what was asked of it, and which row of how many."""
        view, count = self._listing.view, self.rows.count
        shown = f"search: {view.line}" if view.line else self._called
        shown = self.arrivals.state() + shown
        if progress := self.library.index.progress:
            shown = "indexing {:,} of {:,}  {}".format(*progress, shown)
        at = place(self.rows.cursor, count)
        shown = self.picks.state(view) + ORDERED[view.order] + shown
        return shown, "nothing found" if view.line and not count else at

    async def pointed(self) -> None:
        """Wait for the row under the cursor while it is on its way."""
        until = monotonic() + PATIENCE
        while self.rows.count and self.rows.current is None and monotonic() < until:
            await sleep(0.005)

    async def chosen(self) -> tuple[Cable, str] | None:
        """Read the cable under the cursor, and give it with the line that found it.

        None where there is none, or where what befell it is said.
        """
        try:
            return await self._taken()
        except ReftelError as error:
            self.say(str(error))
            return None

    async def recall(self) -> None:
        """Offer the cable that was read last, for the next that is opened."""
        await self._returning.offer(self.view)

    async def stepped(self, rows: int) -> tuple[Cable, str] | None:
        """Move the cursor by rows, and read the cable there; None where the list ends.

        Where it cannot be read the cursor stays. Raises what the library does.
        """
        before = self.rows.cursor
        self.rows.move(rows)
        if self.rows.cursor == before:
            return None
        self.settle()
        try:
            return await self._taken()
        except ReftelError:
            self.rows.move_to(before)
            raise

    async def _taken(self) -> tuple[Cable, str] | None:
        """Read the cable under the cursor, or the one left the last time."""
        if left := await self._returning.taken():
            return left, ""
        await self.pointed()
        under = self.rows.current
        if under is None:
            return None
        cable = await to_thread(self.library.get, under.row.id, under.row.version)
        return cable, self._listing.view.line

    @property
    def under(self) -> Row | None:
        """The row under the cursor; None where there is none, or while it is on its way."""
        return self.rows.current.row if self.rows.current else None

    @property
    def name_meant(self) -> str | None:
        """The id in the row under the cursor."""
        return self.under.id if self.under else None

    @property
    def names_meant(self) -> tuple[str, ...]:
        """The ids of the rows that are marked, else of the one under the cursor."""
        return self.picks.names or super().names_meant

    async def cable_meant(self) -> Cable | None:
        """Read the cable under the cursor."""
        chosen = await self.chosen()
        return chosen[0] if chosen else None

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - as Textual has it
        from_app_focus: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Give the keys to a widget; the counts have them again, as long as they stand there."""
        back = self.facets if widget is None and self.counting.shown else widget
        super().set_focus(back, scroll_visible, from_app_focus)

    def restar(self) -> None:
        """Draw the rows with their stars."""
        self.rows.redraw()

    @property
    def view(self) -> View:
        """What the rows are of."""
        return self._listing.view

    @property
    def course(self) -> Course:
        """What one reads through, and where in it one is."""
        return Course(self._listing.view, self.rows.count, self.rows.cursor, self.name_meant)

    def on_input_changed(self, changed: Input.Changed) -> None:
        """Search for what was mended or pasted in the query line."""
        if changed.input is self.query_line:
            self.search.typed()

    async def hear(self) -> None:
        """Search for what stands in the query line, while the letter itself is being drawn."""
        await super().hear()
        if self.query_line.has_focus:
            self.search.typed()

    def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        """Fetch the rows the list wants."""
        self._listing.fetch(wanted)

    async def go(self, place: str) -> None:
        """Go to a row, a date or the end."""
        wrong = await to_row(self.rows, self._listing, place)
        self.settle()
        if wrong:
            self.say(wrong)
