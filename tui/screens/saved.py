"""Keeping searches: the one that is shown under a name, and the way to those that are kept."""

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from store.errors import ReftelError
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
            screen = SearchesScreen(self._app.library)
            await self._app.push_screen(screen)
            await screen.show()

    async def action_run(self) -> None:
        """Show what the search under the cursor finds."""
        screen = self._app.screen
        if isinstance(screen, SearchesScreen) and (kept := screen.chosen):
            await screen.looked(kept)
            await (await self._app.listed()).search.ask(kept.search.line)

    def action_save(self) -> None:
        """Ask for a name to keep under what the list shows."""
        screen = self._app.screen
        if not isinstance(screen, ListScreen):
            return
        if line := screen.view.line:
            screen.ask(Naming(screen.library, line, screen.say))
        else:
            screen.say("Nothing to save: / searches, s then saves the search")


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
            self._say(f"Saved as {line}: S lists what you saved")

    def given_up(self) -> None:
        """Save nothing."""


def saved(library: "Library", name: str, line: str) -> None:
    """Keep a line under a name, with what it finds now."""
    library.marks.searches.save(name, line, counted(library, line))
