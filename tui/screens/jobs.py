"""The jobs panel: what runs beside the program, how far it is, and what came of it."""

from typing import TYPE_CHECKING

from tui.keys import bindings, pressed
from tui.render import doing
from tui.render.line import Line
from tui.render.plan import lasting, refusals
from tui.screens.frame import Frame
from tui.widgets.cable_list import CableList
from tui.work.job import FAILED, RUNNING, STOPPED, STOPPING, Job

if TYPE_CHECKING:
    from tui.work.board import Board

BAR = 24
"""Cells of a row that the cursor takes."""


class JobsScreen(Frame):
    """Every job of this session, the newest first, each in two lines."""

    BINDINGS = bindings("jobs")
    TABLE = "jobs"

    def __init__(self, board: "Board") -> None:
        self.rows: CableList[Job] = CableList(drawn, lambda width: min(BAR, width))
        super().__init__(self.rows)
        self._board = board
        self._sure: Job | None = None

    def show(self) -> None:
        """Show the jobs as they stand, the cursor where it was."""
        at, newest = self.rows.cursor, self._board.jobs[::-1]
        if self.rows.count == len(newest):
            self.rows.redraw()
        else:
            self.rows.reset(len(newest), newest, height=2)
            self.rows.move_to(at)
        self.settle_quietly()

    def heard(self) -> None:
        """Show how far they are."""
        self.show()

    def state(self) -> tuple[str, str]:
        """Say how many there are, and which one the cursor is on."""
        count = self.rows.count
        busy = sum(1 for _ in self._board.under_way)
        said = f"jobs: {busy} under way" if busy else "jobs" if count else "no jobs yet"
        return said, f"{self.rows.cursor + 1} of {count}" if count else ""

    @property
    def chosen(self) -> Job | None:
        """The job under the cursor."""
        return self.rows.current

    def action_stop(self) -> None:
        """Ask whether to stop the job; asked twice, stop it."""
        job = self.chosen
        if job is None or not job.under_way:
            self.say("This is at its end" if job else "No jobs yet")
        elif self._sure is not job:
            self._sure = job
            self.say(f"Stop it? {pressed('job.stop')} again does; what is in stays")
        else:
            self._sure = None
            job.stop()
            self.show()
            self.say("Stopping: what it has in hand is brought to its end")

    def settle(self) -> None:
        """Show the state of things; a question that was not answered is none any more."""
        self._sure = None
        super().settle()


def drawn(job: Job, width: int) -> tuple[Line, Line]:
    """Draw a job."""
    return doing.row(job.name, stands(job), below(job), width)


def stands(job: Job) -> str:
    """Say in a word how a job stands."""
    if job.state == RUNNING and job.share is not None:
        return f"{job.share:.0%}".replace("%", " %")
    return job.state


def below(job: Job) -> str:
    """Say what a job does, or did."""
    if job.under_way:
        left = f", {lasting(job.left)} left" if job.left is not None else ""
        ending = "  stopping" if job.state == STOPPING else ""
        return f"{doing.bar(job.share)} {doing.counted(job.progress, job.seconds)}{left}{ending}"
    if job.result:
        resume = "; import again for the rest" if job.state == STOPPED else ""
        return f"{doing.outcome(job.result)}, {lasting(job.seconds)}{resume}"
    if job.state == FAILED:
        return job.said[-1] if job.said else "it ended without a word"
    return "stopped before anything was done"


def report(job: Job) -> list[str]:
    """Tell all that is known of a job, in lines."""
    told = [job.name, f"{job.state}: {below(job)}", ""]
    if job.result.get("refused"):
        told += ["Refused:", *refusals(job.result["refused"]), ""]
    return [*told, *job.said]
