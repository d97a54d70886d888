"""Keeping searches: the one that is shown under a name, and the way to those that are kept."""

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from store.errors import ReftelError
from tui.keys import pressed
from tui.screens.kept import bring
from tui.screens.list import ListScreen
from tui.screens.listing import told
from tui.screens.searches import SearchesScreen, counted

if TYPE_CHECKING:
    from store.library import Library
    from tui.app import ReftelApp


class Saved:
    """Shows what is kept, runs it, and keeps what is searched for now."""

    def __init__(self, app: "ReftelApp") -> None:
        self._app = app

    async def action_show(self) -> None:
        """Show the searches that are kept."""
        if self._app.library is not None:
            screen = self._app.rooms.searches
            await screen.show()
            screen.rows.move_to(0)  # so that the same keys find the same
            await bring(self._app, screen)

    async def action_run(self, name: str = "") -> None:
        """Show what a search finds: the one of a name, else the one under the cursor."""
        if name and self._app.library is not None:
            search = await to_thread(self._app.library.marks.searches.named, name)
            await self._ask(search.line)
            return
        screen = self._app.screen
        if isinstance(screen, SearchesScreen) and (kept := screen.chosen):
            await screen.looked(kept)
            await self._ask(kept.search.line)

    async def _ask(self, line: str) -> None:
        screen = await self._app.rooms.back()
        screen.settle()
        await screen.search.ask(line)

    async def action_save(self, name: str = "") -> None:
        """Keep what the list shows under a name, which is asked for where it is not given."""
        screen = self._app.screen
        if not isinstance(screen, ListScreen):
            return
        if not screen.view.line:
            find, save = pressed("search.open"), pressed("search.save")
            screen.say(f"Nothing to save: {find} searches, {save} then saves the search")
            return
        naming = Naming(screen.library, screen.view.line, screen.say)
        if name:
            await naming.answered(name)
        else:
            screen.ask(naming)


class Naming:
    """Asks for a name to keep a search under."""

    sign: ClassVar[str] = "s"

    def __init__(self, library: "Library", line: str, say: Callable[[str], None]) -> None:
        self._library = library
        self._line = line
        self._say = say

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole name."""
        return False

    async def answered(self, line: str) -> None:
        """Keep the search."""
        if not line:
            self._say("Not saved: it needs a name")
            return
        try:
            await to_thread(saved, self._library, line, self._line)
        except ReftelError as error:
            self._say(told(error))
        else:
            self._say(f"Saved as {line}: {pressed('searches.open')} lists what you saved")

    def given_up(self) -> None:
        """Save nothing."""


def saved(library: "Library", name: str, line: str) -> None:
    """Keep a line under a name, with what it finds now."""
    library.marks.searches.save(name, line, counted(library, line))
