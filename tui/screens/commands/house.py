"""The screens as the commands want them: whichever is in front, one of them is brought there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.render.line import Line, wrap
from tui.screens.frame import Frame
from tui.screens.meant import CableScreen

if TYPE_CHECKING:
    from tui.app import ReftelApp
    from tui.screens.help import HelpScreen
    from tui.screens.rooms import Rooms


class House:
    """Knows what is in front, and what is meant there."""

    def __init__(self, app: "ReftelApp", help: "HelpScreen") -> None:  # noqa: A002
        self._app = app
        self._help = help

    @property
    def rooms(self) -> "Rooms":
        """The screens of the library that is open."""
        return self._app.rooms

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
        await self._app.rooms.back()

    async def bring(self, path: str) -> None:
        """Count what lies at a path, to import it; for "" ask for one."""
        await self._app.work.action_bring(path)

    async def tell(self, title: str, said: Sequence[Line]) -> None:
        """Show lines of the program's own."""

        def drawn(width: int) -> list[Line]:
            return [part for line in said for part in wrap(line, width, hang=0)]

        while self._help in self._app.screen_stack:
            await self._app.pop_screen()
        self._help.tell(title, drawn)
        await self._app.push_screen(self._help.TABLE)
