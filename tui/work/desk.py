"""What runs beside the program, as its screens show it: jobs, and the way to an import."""

import os
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import secure
from tui.render.doing import brief, outcome
from tui.render.opening import at_home
from tui.screens.frame import Frame
from tui.screens.importing import ImportScreen
from tui.screens.jobs import JobsScreen, report
from tui.screens.kept import bring
from tui.screens.page import PageScreen
from tui.work.board import Board
from tui.work.job import Job

if TYPE_CHECKING:
    from tui.app import ReftelApp
    from tui.doors import Doors


class Desk:
    """Begins jobs, and says on every screen how far they are.

    `arrived` hears of an import at its end.
    """

    def __init__(
        self, app: "ReftelApp", doors: "Doors", arrived: Callable[[Job], Awaitable[None]]
    ) -> None:
        self.board = Board(self._heard)
        self._panel = JobsScreen(self.board)
        self._app = app
        self._doors = doors
        self._arrived = arrived

    async def action_jobs(self) -> None:
        """Show what runs, and what ran."""
        await bring(self._app, self._panel)
        self._panel.show()
        self._panel.action_to(0)

    async def action_report(self) -> None:
        """Show all that is known of the job under the cursor."""
        screen = self._app.screen
        if isinstance(screen, JobsScreen) and (job := screen.chosen):
            await self.page(job.name, report(job))

    async def action_bring(self, path: str = "") -> None:
        """Count what lies at a path, and offer to import it; without one, ask for it."""
        front = self._app.screen
        if (denied := secure.denied(secure.IMPORTING, os.environ)) and isinstance(front, Frame):
            front.say(denied)
            return
        screen = ImportScreen(self.board, at_home(self._doors.own), self._doors.words)
        await self._app.push_screen(screen)
        screen.begin(path)

    async def action_take_in(self) -> None:
        """Import what was counted, beside all else, and show how far it is."""
        screen = self._app.screen
        if not isinstance(screen, ImportScreen):
            return
        if not screen.count.found.get("cables"):
            screen.say(screen.count.why_not)
            return
        path = os.path.abspath(screen.path)  # noqa: PTH100 - links stay links
        words = (*self._doors.words, "import", "--progress", "--", path)
        self.board.begin(Job("import", at_home(Path(path)), words))
        self._app.pop_screen()
        await self.action_jobs()

    async def action_left_out(self) -> None:
        """List what an import would leave out, and why."""
        screen = self._app.screen
        if isinstance(screen, ImportScreen) and (lines := screen.count.left_out):
            await self.page("left out", lines)

    async def page(self, called: str, lines: Sequence[str]) -> None:
        """Show lines to scroll through."""
        screen = PageScreen()
        await self._app.push_screen(screen)
        screen.show(called, lines)

    def finish(self) -> list[str]:
        """Stop what is under way, and tell what it did and how to go on."""
        return [ended(job) for job in self.board.finish()]

    def said(self) -> str:
        """Say in a word or two what is under way; "" where nothing is."""
        under_way = self.board.under_way
        return next((brief(job.kind, job.share, job.left) for job in under_way), "")

    def _heard(self, job: Job) -> None:
        """Say how far things are on the screen in front, and keep it for every other."""
        if not self._app.screen_stack:
            return  # the program ends, and `finish` tells the rest
        doing = self.said()
        for screen in self._app.frames():
            screen.foot.doing = doing
        if self._app.library is not None:
            self._app.rooms.list.arrivals.offer()
        front = self._app.screen
        if isinstance(front, Frame):
            front.heard()
        if not job.under_way and job in self.board.jobs:
            self._app.call_later(self._arrived, job)


def ended(job: Job) -> str:
    """Tell what a job that was stopped had done, and how to go on."""
    did = outcome(job.result) if job.result else "nothing of it is lost"
    return f"{job.name} was stopped ({did}); the same again goes on: reftel {job.name}"
