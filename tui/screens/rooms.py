"""The screens of one library, and the ways between them."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.cable import Cable
from store.errors import ReftelError
from tui.config.settings import Config
from tui.screens.deeds import Deeds
from tui.screens.detail import DetailScreen
from tui.screens.frame import Frame
from tui.screens.kept import AFTER, bring, make_ready
from tui.screens.list import ListScreen
from tui.screens.outline import OutlineScreen
from tui.screens.searches import SearchesScreen
from tui.screens.stars import Stars
from tui.screens.tree import TreeScreen
from tui.screens.versions import VersionsScreen
from tui.screens.waymarks import Waymarks

if TYPE_CHECKING:
    from store.library import Library
    from tui.app import ReftelApp


class Rooms:
    """Opens one screen from another; each is made once and shows one thing after another."""

    def __init__(
        self, app: "ReftelApp", library: "Library", stars: Stars, config: Config, *, practice: bool
    ) -> None:
        self._app = app
        deeds = Deeds()
        self.list = ListScreen(library, stars, deeds, practice=practice, order=config.order)
        self.detail = DetailScreen(library, stars, deeds, config.width)
        self.outline = OutlineScreen()
        self.tree = TreeScreen(library)
        self.versions = VersionsScreen(library)
        self.searches = SearchesScreen(library)
        waymarks = Waymarks(self.list, self.detail)
        for screen in (self.list, self.detail):
            screen.parts["waymarks"] = waymarks

    def all(self) -> tuple[Frame, ...]:
        """Give every screen, the list first."""
        return self.list, self.detail, self.outline, self.tree, self.versions, self.searches

    def install(self) -> None:
        """Have the app keep the screens, and get them ready."""
        for screen in self.all()[1:]:
            self._app.install_screen(screen, screen.TABLE)
        work: WorkType[None] = partial(make_ready, self._app)
        self._app.set_timer(AFTER, partial(self._app.run_worker, work, group="ready"))

    async def back(self) -> ListScreen:
        """Go back to the list, from wherever one is."""
        while len(self._app.screen_stack) > 1:
            await self._app.pop_screen()
        return self.list

    async def action_read(self) -> None:
        """Open the cable that the list points at."""
        if chosen := await self.list.chosen():
            if self.list.foot.said:  # it was said of what is done now
                self.list.settle()
            self.detail.beside.follow(self.list.course)
            await self.detail.trail.read(*chosen)
            await self._app.push_screen("detail")

    async def action_again(self) -> None:
        """Open the cable that was read last."""
        if await self.detail.trail.again():
            self.detail.beside.follow(self.list.course)
            await self._app.push_screen("detail")

    async def go_on(self) -> None:
        """Open the cable that was read last; the first one where none was."""
        await self.list.recall()
        await self.action_read()

    async def action_step(self, step: int) -> None:
        """Read the next cable of the list, or the one before."""
        try:
            chosen = await self.list.stepped(step * (self.detail.counted() or 1))
        except ReftelError as error:
            self.detail.say(str(error))
            return
        if chosen:
            self.detail.beside.follow(self.list.course)
            await self.detail.trail.read(*chosen)
        else:
            self.detail.say(f"This is the {'last' if step > 0 else 'first'} cable of the list")

    async def action_outline(self) -> None:
        """Show the outline of the cable."""
        if self.detail.cable:
            self.outline.show(self.detail.cable, self.detail.text.passage.offset or 0)
            await self._app.push_screen("outline")

    def action_go(self) -> None:
        """Go to the part of the cable that was chosen in its outline."""
        self._app.pop_screen()
        self.detail.reach(self.outline.chosen)

    async def action_tree(self) -> None:
        """Show what the cable names and what names it."""
        cable = self.detail.cable if self._app.screen is self.detail else self.list.under
        if cable:
            await self.tree.show(cable.id)
            await self._app.push_screen("tree")

    async def action_follow(self) -> None:
        """Read the cable that was chosen in the tree."""
        if name := self.tree.chosen:
            await self.read(name)

    async def action_versions(self) -> None:
        """Show what the cable says and the version before it does not."""
        if self.detail.cable:
            try:
                await self.compare(self.detail.cable)
            except ReftelError as error:
                self.detail.say(str(error))

    async def read(self, name: str) -> None:
        """Read a cable of the library; where it has none of that id, it is said."""
        if await self.detail.trail.follow(name):
            self.detail.beside.follow(self.list.course)
            while self._app.screen not in (self.list, self.detail):
                await self._app.pop_screen()
            await bring(self._app, self.detail)

    async def compare(self, cable: Cable) -> None:
        """Show what a cable says and the version before it does not; raises what a library does."""
        if await self.versions.show(cable):
            await bring(self._app, self.versions)
        else:
            self._app.front().say(f"There is one version of {cable.id}")
