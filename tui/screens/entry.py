"""The ways into a library: the reader's own, or the practice library; and the page of them."""

import os
from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from store.errors import ReftelError
from store.practice import CABLES
from tui.keys import pressed
from tui.render.doing import outcome
from tui.render.opening import at_home
from tui.screens.frame import Frame
from tui.screens.home import Choice, HomeScreen, about
from tui.screens.listing import View
from tui.screens.returning import Left, found
from tui.work.job import DONE

if TYPE_CHECKING:
    from store.library import Library
    from tui.app import ReftelApp
    from tui.doors import Doors
    from tui.work.job import Job

WAITING = ("home", "jobs", "import")
"""Screens on which one waits for a library."""


class Entry:
    """Opens libraries; one that was opened stays so until the end, for who may still read."""

    def __init__(self, app: "ReftelApp", doors: "Doors") -> None:
        self._app = app
        self._doors = doors
        self.opened: list[Library] = []

    def page(self) -> HomeScreen:
        """Give the first page."""
        return HomeScreen(self._ways)

    def _ways(self) -> tuple[list[Choice], list[str]]:
        """Give the ways there are now, and what is said below them."""
        left = self._left()
        ways = [
            (f"Continue {left.place} (practice)", "home.go_on")
            if left
            else (f"Try the practice set ({CABLES} cables)", "home.practice"),
            ("Import a file or a folder…", "work.bring"),
            ("Read the two-minute guide", "home.guide"),
        ]
        at = at_home(self._doors.own)
        held, trouble = self._held()
        if held:
            ways.append((f"Your library: {held:,} cables", "home.own"))
        where = f"Your library is in {at}." if held else f"Your library will be in {at}."
        choices = [Choice(number, *way) for number, way in enumerate(ways, 1)]
        return choices, about(trouble or where, os.environ)

    def _held(self) -> tuple[int, str]:
        """Count the cables of the own library, and say what may be wrong with it."""
        try:
            library = self._doors.enter()
        except ReftelError as error:
            return 0, str(error)
        if library is None:
            return 0, ""
        with library:
            return len(library), ""

    def _left(self) -> Left | None:
        """Find where one left off in the practice library; None where one did not."""
        try:
            library = self._doors.tried()
            if library is None:
                return None
            with library:
                return found(library, View())
        except ReftelError:
            return None  # it is made anew when it is opened

    async def action_show(self) -> None:
        """Show the first page."""
        await self._app.push_screen(self.page())

    async def action_back(self) -> None:
        """Go back to what was there before, if anything was."""
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        else:
            self._say(f"{pressed('app.quit')} quits")

    async def action_leave(self) -> None:
        """Go back to what was there before; from the first page alone, out."""
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        else:
            self._app.exit(return_code=0)

    async def action_guide(self) -> None:
        """Show the guide."""
        from tui.guide import guide

        await self._app.work.page("guide", list(guide()))

    async def action_practice(self) -> None:
        """Go on in the practice library."""
        self._say("Opening the practice library…")
        await self._enter(self._doors.try_out, practice=True)

    async def action_go_on(self) -> None:
        """Go on in the practice library with the cable that was read last."""
        if await self._enter(self._doors.try_out, practice=True):
            await self._app.rooms.go_on()

    async def action_own(self) -> None:
        """Go on in the reader's own library."""
        await self._enter(self._doors.enter, practice=False)

    async def action_anew(self) -> None:
        """Read the list anew; where another library is open than one's own, go there."""
        if self._is_own:
            (await self._app.rooms.back()).arrivals.show()
        else:
            await self.action_own()

    async def arrived(self, job: "Job") -> None:
        """Say what came of an import, and go to what it brought where one waits for that."""
        said = outcome(job.result) if job.result else job.said[-1] if job.said else job.state
        brought = bool(job.result.get("new"))
        if brought and self._is_own:
            self._app.rooms.list.arrivals.offer()
        elif brought and job.state == DONE and self._front.TABLE in WAITING:
            await self.action_own()
        elif isinstance(self._app.screen, HomeScreen):
            self._app.screen.show()
        elif brought:
            said += f"; {pressed('list.anew')} goes there"
        self._say(f"{job.kind}: {said}")

    @property
    def _is_own(self) -> bool:
        open_now = self._app.library
        return open_now is not None and open_now.path == self._doors.own

    async def _enter(self, way: "Callable[[], Library | None]", *, practice: bool) -> bool:
        """Go on in a library; where that cannot be, it is said."""
        try:
            library = await to_thread(way)
        except ReftelError as error:
            self._say(str(error))
            return False
        if library is None:
            self._say(f"Import some cables first: none yet in {at_home(self._doors.own)}")
            return False
        self.opened.append(library)
        if not self._app.screen_stack:
            return False
        await self._app.enter(library, practice=practice)
        return True

    def _say(self, message: str) -> None:
        if self._app.screen_stack:  # the program may have ended while a library was opened
            self._front.say(message)

    @property
    def _front(self) -> Frame:
        assert isinstance(self._app.screen, Frame)  # noqa: S101 - the app has no other screens
        return self._app.screen
