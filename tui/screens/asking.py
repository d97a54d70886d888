"""Help with the query line: filters made of choices, searches made before."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.errors import ReftelError
from tui.screens.search import Search

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.list import ListScreen


class Asking:
    """Fills the query line by other ways than typing."""

    def __init__(self, screen: "ListScreen", library: "Library", search: Search) -> None:
        self._screen = screen
        self._library = library
        self._search = search

    async def find(self, line: str) -> None:
        """Ask for the cables a line finds, and go to them."""
        await self._search.ask(line)
        await self.action_run()

    async def action_run(self) -> None:
        """Go to the results of the line, and keep it among the searches made."""
        await self._screen.counting.close()
        await self._search.action_results()
        if self._screen.rows.count and self._screen.focused is None:
            self._remember(self._search.line)

    async def action_filter(self) -> None:
        """Narrow what is found by a field and a value, again and again."""
        from tui.screens.filtering import Filtering

        await self._screen.foot.choose(Filtering(self._screen, self._library, self._search))

    async def action_up(self) -> None:
        """Go up the results; from the first, to the searches made before."""
        if self._screen.rows.cursor:
            self._screen.action_move(-1)
        else:
            await self.action_recall()

    async def action_recall(self) -> None:
        """Offer the searches made before that have what stands in the line."""
        from tui.screens.known import Known
        from tui.screens.recalling import Recalling

        recalling = Recalling(Known(self._library), self.find, self._search.action_edit)
        await self._screen.foot.choose(recalling, self._search.begun)

    def _remember(self, line: str) -> None:
        """Keep a line among the searches made, without keeping a key waiting."""
        if line:
            work: WorkType[None] = partial(self._kept, line)
            self._screen.run_worker(work, group="marks")

    async def _kept(self, line: str) -> None:
        try:
            await to_thread(lambda: self._library.marks.searches.remember(line))
        except ReftelError as error:
            self._screen.say(str(error))
