"""What one keeps on the cables that are meant: a star, tags, a note; and taking that back."""

from asyncio import Future, get_running_loop, to_thread
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkType

from store.errors import ReftelError
from tui.screens.deeds import Deed, Deeds
from tui.screens.noting import Done, Noting, Tagging, Untagging, called, unread
from tui.screens.stars import Stars

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.meant import CableScreen


class Keeping:
    """Changes the reader's marks, each change begun at once and told when it is kept."""

    def __init__(
        self, screen: "CableScreen", library: "Library", stars: Stars, deeds: Deeds
    ) -> None:
        self._screen = screen
        self._library = library
        self._stars = stars
        self._deeds = deeds
        self._making: Worker[None] | None = None

    def action_star(self) -> None:
        """Star the cables, or take their stars away where all have one."""
        self.star(self._screen.names_meant)

    def star(self, names: Sequence[str], *, wanted: bool | None = None) -> None:
        """Star cables, or take their stars away; by itself, what `action_star` does."""
        if not names:
            return
        starred, changed = self._stars.turn(names, wanted=wanted)
        put = partial(self._put, changed)
        said = f"{'star' if starred else 'no star'} on {called(names)}"
        self._deeds.add(Deed(said, partial(put, not starred), partial(put, starred)))
        self._screen.restar()
        self._screen.settle()
        verb = "is" if len(names) == 1 else "are"
        state = "starred" if starred else "not starred any more"
        self._screen.say(f"{called(names)} {verb} {state}")
        self._work("stars", partial(self._starred, self._stars.keep))

    async def action_tag(self) -> None:
        """Ask for tags to put on the cables, or to take away."""
        if asked := self.tagging():
            await self._screen.foot.choose(asked)

    async def action_untag(self) -> None:
        """Ask for tags to take away from the cables."""
        if names := self._screen.names_meant:
            await self._screen.foot.choose(Untagging(self._library, names, self.do))

    def tagging(self) -> Tagging | None:
        """Give what puts tags on the cables; None where none is meant."""
        names = self._screen.names_meant
        return Tagging(self._library, names, self.do) if names else None

    def action_note(self) -> None:
        """Ask for a note on the cables, or on the paragraph that one is at."""
        paragraph = self._screen.paragraph_meant
        number = None if paragraph is None or paragraph.number is None else str(paragraph.number)
        if asked := self.noting(number):
            self._screen.ask(asked)

    def noting(self, paragraph: str | None) -> Noting | None:
        """Give what puts a note on the cables, or on a paragraph; None where none is meant."""
        names = self._screen.names_meant
        return Noting(self._library, names, paragraph, self.do) if names else None

    def action_unread(self) -> None:
        """Make the cables unread again, or read where one of them is not yet."""
        self.unread(self._screen.names_meant)

    def unread(self, names: Sequence[str], *, wanted: bool | None = None) -> None:
        """Make cables unread, or read; by itself, what `action_unread` does."""
        if names:
            self._screen.by_hand(names)
            self.do(partial(unread, self._library, names, wanted=wanted))

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

    def load(self) -> None:
        """Find out which cables are starred, without keeping a key waiting."""
        self._work("stars", partial(self._starred, self._stars.load))

    def keep(self) -> None:
        """Keep the stars that are not kept yet, at the end."""
        try:
            self._stars.keep()
        except ReftelError as error:
            self._screen.app.call_later(self._screen.say, str(error))

    def _put(self, names: list[str], starred: bool) -> None:  # noqa: FBT001
        self._stars.put(names, starred=starred)
        self._stars.keep()

    def do(self, work: Callable[[], Done]) -> None:
        """Begin some work at once, which is then done even if the next key quits."""
        going = get_running_loop().run_in_executor(None, work)
        self._making = self._work("marks", partial(self._done, going))

    def _work(self, group: str, work: WorkType[None]) -> Worker[None]:
        return self._screen.run_worker(work, group=group)

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

    async def _starred(self, work: Callable[[], None]) -> None:
        try:
            await to_thread(work)
        except ReftelError as error:
            self._screen.say(str(error))
        self._screen.restar()


def _again(work: Callable[[], None], said: str) -> Done:
    work()
    return said, None
