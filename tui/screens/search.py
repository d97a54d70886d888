"""Asking for cables: the query line, the order, and back to all of them."""

from asyncio import to_thread
from collections.abc import Callable

from store.errors import ReftelError
from tui.keys import pressed
from tui.screens.frame import Frame
from tui.screens.listing import NEWEST, OLDEST, PATIENCE, RELEVANCE, Listing, View
from tui.widgets.query_line import QueryLine


class Search:
    """Brings the list to what the query line asks for."""

    def __init__(
        self,
        screen: Frame,
        line: QueryLine,
        listing: Listing,
        order: str,
        vain: Callable[[str], list[str]],
    ) -> None:
        self._screen = screen
        self._input = line
        self._listing = listing
        self._vain = vain
        self._whole = self._before = View(order=order)

    @property
    def line(self) -> str:
        """What stands in the query line; a blank at its end tells that a word is whole."""
        line = self._input.value.lstrip()
        return line if line.strip() else ""

    def begin(self) -> None:
        """Show all cables."""
        self._listing.begin(self._whole)

    def typed(self) -> None:
        """Search for what stands in the query line now, if it is not what is wanted already."""
        wanted = self._listing.wanted
        if self.line != wanted.line:
            self._listing.follow(wanted._replace(line=self.line, typing=True))

    async def ask(self, line: str) -> None:
        """Ask for the cables a line finds, in the order there is."""
        await self.show(self._listing.wanted._replace(line=line, typing=False))

    def action_open(self) -> None:
        """Go to the query line, to type another: the one there stays until that begins."""
        self.action_edit()
        self._input.select_all()

    def action_edit(self) -> None:
        """Go to the query line, to go on with the one there."""
        self._before = self._listing.wanted
        self._input.action_end()
        self._screen.set_focus(self._input)

    @property
    def begun(self) -> str:
        """What was typed of another line."""
        return "" if self._input.offered else self.line

    async def action_results(self) -> None:
        """Go to the results of the line as it stands, which may be typed faster than answered."""
        whole = self._listing.wanted._replace(line=self.line, typing=False)
        self._listing.follow(whole)
        if not await self._listing.shown(PATIENCE):
            self._screen.set_focus(None)
            self._screen.say("Still searching: the results come here")
        elif self._listing.view != whole:
            pass  # the line cannot be read, and what is wrong with it stands there
        elif self._listing.rows.count:
            self._screen.set_focus(None)
        else:
            self._screen.say(await self._nothing())

    async def _nothing(self) -> str:
        """Say that nothing is found, and what of the line is in vain whatever else it says."""
        try:
            vain = await to_thread(self._vain, self.line)
        except ReftelError as error:
            return str(error)
        return f"No cable has {' or '.join(vain)}" if vain else "Nothing to go to: nothing is found"

    async def action_unask(self) -> None:
        """Go back to what was asked before the query line was typed in."""
        self._screen.set_focus(None)
        self._screen.settle()
        await self.show(self._before)

    async def action_order(self, order: str) -> None:
        """Sort anew; `date` is newest first, and the other way around where that is so."""
        if order == "date":
            order = OLDEST if self._listing.wanted.order == NEWEST else NEWEST
        if order == RELEVANCE and not self._listing.wanted.line:
            self._screen.say(
                f"Relevance to what? {pressed('search.open')} searches; the whole list goes by date"
            )
        else:
            await self._follow(self._listing.wanted._replace(order=order))

    async def action_widen(self) -> None:
        """Go back to all cables."""
        await self.show(self._whole)

    async def action_leave(self) -> None:
        """Go back to all cables, from there out."""
        if self._listing.wanted.line:
            await self.show(self._whole)
        else:
            self._screen.app.exit(return_code=0)

    async def show(self, view: View) -> None:
        """Show the cables of a view, and its line."""
        self._input.value = view.line
        await self._follow(view)

    async def _follow(self, view: View) -> None:
        """Come to show a view before the next key, which may be about its rows."""
        self._listing.follow(view)
        await self._listing.shown(PATIENCE)
