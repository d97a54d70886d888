"""Bringing cables in: a path is asked for, what lies there is counted, and only then imported."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.keys import bindings
from tui.render.line import EMPTY, Line, words, wrap
from tui.render.plan import plan, refusals
from tui.render.sheets import Layout
from tui.screens.frame import Frame
from tui.screens.pathing import Pathing
from tui.widgets.text_view import TextView
from tui.work.job import DONE, Job

if TYPE_CHECKING:
    from tui.work.board import Board

Lines = list[tuple[str, str]]
"""Words, each with the key that does what they say, "" where none does."""

HANG = 7
"""Column of what a key does."""


class Count:
    """What lies at a path as far as a job has counted it, and what can be done then.

    None has, as long as no path is known.
    """

    def __init__(self, job: Job | None = None) -> None:
        self.job = job

    @property
    def found(self) -> Mapping[str, Any]:
        """What was counted; nothing while it is not."""
        return self.job.result if self.job and self.job.state == DONE else {}

    @property
    def why_not(self) -> str:
        """Why nothing can be imported."""
        busy = self.job and self.job.under_way
        return "Still looking: Enter imports when all is counted" if busy else "Nothing to import"

    @property
    def left_out(self) -> list[str]:
        """What an import would leave out, and why."""
        return list(refusals(self.found.get("refused", [])))

    def told(self, where: str) -> Lines:
        """Say how it stands, and what one can do then."""
        if self.job is None:
            return []
        if self.job.under_way:
            done = self.job.progress.get("done", 0)
            return [("", f"{done:,} files looked at…" if done else "Looking at the files…")]
        ways: Lines = [("/", "another path"), ("Esc", "leave things as they are")]
        if self.job.state != DONE:
            said = self.job.said
            return [("", said[-1] if said else "It ended without a word."), ("", ""), *ways]
        found, left_out = self.found, self.left_out
        alone = left_out if len(found["refused"]) == 1 else ()
        lines: Lines = [*(("", each) for each in (*plan(self.job.result), *alone)), ("", "")]
        if found["cables"]:
            lines.append(("Enter", f"import into {where}"))
        if found["refused"]:
            lines.append(("l", f"list what is left out ({len(found['refused']):,}), and why"))
        return [*lines, *ways]


class ImportScreen(Frame):
    """Asks for a path, says what an import of it would find, and has it imported on Enter."""

    BINDINGS = bindings("import")
    TABLE = "import"

    def __init__(self, board: "Board", where: str, words: Sequence[str]) -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._board = board
        self._where = where
        self._words = words
        self.count = Count()
        self.path = ""

    def begin(self, path: str) -> None:
        """Look at what lies at a path; ask for it first where there is none."""
        if path:
            self.look(path)
        else:
            self.action_path()

    def look(self, path: str) -> None:
        """Count what lies at a path, in a process of its own."""
        self.path = path
        words = (*self._words, "import", "--dry-run", "--progress", "--", path)
        self.count = Count(self._board.begin(Job("look at", path, words), aside=True))
        self._tell()

    def heard(self) -> None:
        """Say how far the count is."""
        if self.count.job:
            self._tell()

    def on_unmount(self) -> None:
        """Count no longer."""
        self._leave()

    def _leave(self) -> None:
        if self.count.job:
            self.count.job.stop()
        self.count = Count()

    def state(self) -> tuple[str, str]:
        """Say what is being looked at."""
        return f"import {self.path}" if self.path else "import", self.text.passage.extent

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()

    def action_path(self) -> None:
        """Ask for another path."""
        self._leave()
        self.ask(Pathing(self._names, self._take, self._given_up))

    async def _take(self, path: str) -> None:
        self.settle()
        self.look(path)

    def _given_up(self) -> None:
        self.app.call_later(self.run_action, "app.back")

    def _names(self, found: Sequence[str]) -> None:
        head: Lines = [("", "Which file or folder?"), ("Tab", "completes its name"), ("", "")]
        there: Lines = [("", f"  {name}") for name in found]
        self._show([*head, *(there or [("", "  nothing here begins so")])])

    def _tell(self) -> None:
        self._show(self.count.told(self._where))
        if self.count.found:
            self.settle()
        else:
            self.settle_quietly()

    def _show(self, lines: Lines) -> None:
        self.text.show(Layout(partial(laid, lines)))


def laid(lines: Lines, width: int) -> Iterator[Line]:
    """Lay words out, each below the other; what is wrapped hangs under its first word."""
    for key, text in lines:
        plain = text.lstrip(" ")
        if plain:
            hang = HANG if key else len(text) - len(plain)
            yield from wrap(words(plain), width, words(key, "code"), hang)
        else:
            yield EMPTY
