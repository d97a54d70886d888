"""What is offered above the line at the foot while it is typed: shown, chosen from, taken."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Protocol

from textual.worker import WorkType

from store.errors import ReftelError
from tui.commanding import NOTHING, Offer
from tui.newest import Newest
from tui.widgets.choices import Panel
from tui.widgets.prompt import Prompt

PATIENCE = 0.5
"""Seconds that a key waits for what may be chosen, so that it chooses from what was typed."""

AT_ONCE = 0.01
"""Seconds that a letter waits for them: two frames are dearer than one."""


class Choosing(Protocol):
    """What the line is for that is being typed, after `sign`, with choices above it.

    `earlier` are lines typed before, the last first.
    """

    sign: ClassVar[str]
    earlier: Sequence[str]

    def offered(self, line: str) -> Offer:
        """Give what may be chosen; it may take as long as an index does, and has a thread."""

    def typed(self, line: str) -> bool:
        """Tell whether the line is complete."""

    async def taken(self, line: str) -> str | None:
        """Take a line; give the one that goes on from there, None where it is to be answered."""

    async def rubbed(self) -> bool:
        """Rub out what stands before the empty line; tell whether there was anything."""

    async def answered(self, line: str) -> None:
        """Do what was asked for."""

    def given_up(self) -> None:
        """Leave things as they were before."""


class Offering:
    """Keeps a panel of choices to a line that is being typed."""

    def __init__(self, asked: Choosing, prompt: Prompt, panel: Panel) -> None:
        self.asked = asked
        self._prompt = prompt
        self._panel = panel
        self._choices = panel.choices
        self._newest = Newest()
        self._own = ""
        self._back = 0

    async def follow(self, line: str) -> None:
        """Begin to find what may be chosen for a line; what is found at once is in its frame."""
        if self._back and line != self.asked.earlier[self._back - 1]:
            self._back = 0
        work: WorkType[None] = partial(self._find, self._newest.begin(), line)
        self._panel.run_worker(work, group="choices")
        await self._newest.done(AT_ONCE)

    def close(self) -> None:
        """Offer nothing more."""
        self._newest.begin()
        self._panel.show(NOTHING)

    async def whole(self) -> bool:
        """Take the line, or the choice that is meant; tell whether it is to be answered."""
        await self._newest.done(PATIENCE)
        chosen = self._choices.current
        if chosen is None or chosen.done:
            line = await self.asked.taken(chosen.line if chosen else self._prompt.value)
            if line is None:
                if chosen:
                    self._write(chosen.line)
                return True
            self._write(line)
            await self.follow(line)
        else:
            self._write(chosen.line)
        return False

    async def complete(self) -> None:
        """Write the choice that is meant, or else the first, into the line."""
        await self._newest.done(PATIENCE)
        choices = self._choices.offer.choices
        chosen = self._choices.current or (choices[0] if choices else None)
        if chosen:
            self._write(chosen.line)

    async def step(self, rows: int) -> None:
        """Go to another choice; where there is none above, to the line typed before."""
        await self._newest.done(PATIENCE)
        at_top = self._choices.cursor <= 0 and self.asked.earlier
        if self._back or (rows < 0 and at_top):
            self._recall(-rows)
        else:
            self._choices.step(rows)

    async def rub(self) -> bool:
        """Rub out what stands before the empty line; tell whether there was anything."""
        rubbed = await self.asked.rubbed()
        if rubbed:
            await self.follow("")
        return rubbed

    def _recall(self, step: int) -> None:
        if not self._back:
            self._own = self._prompt.value
        self._back = min(max(self._back + step, 0), len(self.asked.earlier))
        self._write(self.asked.earlier[self._back - 1] if self._back else self._own)

    def _write(self, line: str) -> None:
        self._prompt.value = line
        self._prompt.cursor_position = len(line)

    async def _find(self, turn: int, line: str) -> None:
        try:
            found = await self._newest.result(turn, partial(self.asked.offered, line))
        except ReftelError:
            found = NOTHING  # what is wrong is said once the line is taken
        if found is not None and self._newest.is_newest(turn):
            self._panel.show(found)
