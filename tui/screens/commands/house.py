"""The screens as the commands want them: whichever is in front, one of them is brought there."""

from typing import TYPE_CHECKING

from store.cable import Cable
from tui.screens.frame import Frame
from tui.screens.meant import CableScreen
from tui.widgets.text_view import Layout

if TYPE_CHECKING:
    from tui.app import ReftelApp
    from tui.screens.detail import DetailScreen
    from tui.screens.help import HelpScreen
    from tui.screens.list import ListScreen
    from tui.screens.versions import VersionsScreen


class House:
    """Knows the screens, and which of them stand on each other."""

    def __init__(
        self,
        app: "ReftelApp",
        listed: "ListScreen",
        detail: "DetailScreen",
        versions: "VersionsScreen",
        help: "HelpScreen",  # noqa: A002
    ) -> None:
        self.listed = listed
        self.detail = detail
        self._app = app
        self._versions = versions
        self._help = help

    def front(self) -> Frame:
        """Give the screen in front."""
        assert isinstance(self._app.screen, Frame)  # noqa: S101 - the app has no other screens
        return self._app.screen

    def meant(self) -> CableScreen:
        """Give the screen on which a cable is meant: the list, or the reader over it."""
        return self.detail if self.detail in self._app.screen_stack else self.listed

    async def act(self, action: str) -> None:
        """Do what a key of the screen in front does."""
        await self._app.run_action(action, self.front())

    async def to_list(self) -> None:
        """Go back to the list."""
        await self._back_to(self.listed)

    async def read(self, name: str) -> None:
        """Read a cable of the library; where it has none of that id, it is said."""
        if await self.detail.trail.follow(name):
            self.detail.beside.follow(self.listed.course)
            await self._back_to(self.listed, self.detail)
            await self._bring(self.detail)

    async def compare(self, cable: Cable) -> None:
        """Show what a cable says and the version before it does not; raises what a library does."""
        if await self._versions.show(cable):
            await self._bring(self._versions)
        else:
            self.front().say(f"There is one version of {cable.id}")

    async def bring(self, path: str) -> None:
        """Count what lies at a path, to import it; for "" ask for one."""
        await self._app.work.action_bring(path)

    async def tell(self, title: str, said: Layout) -> None:
        """Show lines of the program's own."""
        self._help.tell(title, said)
        await self._bring(self._help)

    async def _bring(self, screen: Frame) -> None:
        if screen in self._app.screen_stack:
            await self._back_to(screen)
        else:
            await self._app.push_screen(screen.TABLE)

    async def _back_to(self, *screens: Frame) -> None:
        while self._app.screen not in screens:
            await self._app.pop_screen()
