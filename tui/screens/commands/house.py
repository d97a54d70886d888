"""The screens as the commands want them: whichever is in front, one of them is brought there."""

from typing import TYPE_CHECKING

from tui.screens.frame import Frame
from tui.screens.meant import CableScreen
from tui.widgets.text_view import Layout

if TYPE_CHECKING:
    from tui.app import ReftelApp
    from tui.screens.help import HelpScreen


class House:
    """Knows what is in front, and what is meant there."""

    def __init__(self, app: "ReftelApp", help: "HelpScreen") -> None:  # noqa: A002
        self.rooms = app.rooms
        self._app = app
        self._help = help

    def front(self) -> Frame:
        """Give the screen in front."""
        return self._app.front()

    def meant(self) -> CableScreen:
        """Give the screen on which a cable is meant: the list, or the reader over it."""
        reader = self.rooms.detail
        return reader if reader in self._app.screen_stack else self.rooms.list

    async def act(self, action: str) -> None:
        """Do what a key of the screen in front does."""
        await self._app.run_action(action, self.front())

    async def to_list(self) -> None:
        """Go back to the list."""
        await self._app.listed()

    async def bring(self, path: str) -> None:
        """Count what lies at a path, to import it; for "" ask for one."""
        await self._app.work.action_bring(path)

    async def tell(self, title: str, said: Layout) -> None:
        """Show lines of the program's own."""
        self._help.tell(title, said)
        await self.rooms.bring(self._help)
