"""Changes to the reader's marks: begun at once, told when they are made, and taken back."""

from asyncio import Future, get_running_loop
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkType

from store.errors import ReftelError
from tui.screens.deeds import Deeds
from tui.screens.noting import Done

if TYPE_CHECKING:
    from tui.screens.meant import CableScreen


class Making:
    """Makes changes, and remembers those that can be undone."""

    def __init__(self, screen: "CableScreen", deeds: Deeds) -> None:
        self._screen = screen
        self._deeds = deeds
        self._making: Worker[None] | None = None

    def do(self, work: Callable[[], Done]) -> None:
        """Begin some work at once, which is then done even if the next key quits."""
        going = get_running_loop().run_in_executor(None, work)
        done: WorkType[None] = partial(self._done, going)
        self._making = self._screen.run_worker(done, group="marks")

    async def action_undo(self) -> None:
        """Take the last change back."""
        await self._made()
        if deed := self._deeds.back():
            self.do(partial(_again, deed.undo, f"Undone: {deed.said}"))
        else:
            self._screen.say("Nothing to undo: stars, tags, notes and marks of this session")

    async def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        await self._made()
        if deed := self._deeds.again():
            self.do(partial(_again, deed.redo, f"Done again: {deed.said}"))
        else:
            self._screen.say("Nothing was undone")

    async def _made(self) -> None:
        """Wait for the change that is being made: what it was is known then."""
        if self._making is not None and not self._making.is_finished:
            await self._making.wait()

    async def _done(self, going: Future[Done]) -> None:
        try:
            said, deed = await going
        except ReftelError as error:
            said, deed = str(error), None
        if deed:
            self._deeds.add(deed)
        self._screen.restar()
        self._screen.settle()
        self._screen.say(said)
        self._screen.look_again()


def _again(work: Callable[[], None], said: str) -> Done:
    work()
    return said, None
