"""What one keeps on the cables that are meant: a star, tags, a note."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.errors import ReftelError
from tui.screens.deeds import Deed, Deeds
from tui.screens.noting import Done, Noting, Tagging, Untagging, called, unread
from tui.screens.stars import Stars

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.meant import CableScreen


class Keeping:
    """Changes the reader's marks: stars by itself, what takes as long as a disk by way of `do`."""

    def __init__(
        self,
        screen: "CableScreen",
        library: "Library",
        stars: Stars,
        deeds: Deeds,
        do: Callable[[Callable[[], Done]], None],
    ) -> None:
        self._screen = screen
        self._library = library
        self._stars = stars
        self._deeds = deeds
        self._do = do

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
        self._begin(self._stars.keep)

    async def action_tag(self) -> None:
        """Ask for tags to put on the cables, or to take away."""
        if asked := self.tagging():
            await self._screen.foot.choose(asked)

    async def action_untag(self) -> None:
        """Ask for tags to take away from the cables."""
        if names := self._screen.names_meant:
            await self._screen.foot.choose(Untagging(self._library, names, self._do))

    def tagging(self) -> Tagging | None:
        """Give what puts tags on the cables; None where none is meant."""
        names = self._screen.names_meant
        return Tagging(self._library, names, self._do) if names else None

    def action_note(self) -> None:
        """Ask for a note on the cables, or on the paragraph that one is at."""
        paragraph = self._screen.paragraph_meant
        number = None if paragraph is None or paragraph.number is None else str(paragraph.number)
        if asked := self.noting(number):
            self._screen.ask(asked)

    def noting(self, paragraph: str | None) -> Noting | None:
        """Give what puts a note on the cables, or on a paragraph; None where none is meant."""
        names = self._screen.names_meant
        return Noting(self._library, names, paragraph, self._do) if names else None

    def action_unread(self) -> None:
        """Make the cables unread again, or read where one of them is not yet."""
        self.unread(self._screen.names_meant)

    def unread(self, names: Sequence[str], *, wanted: bool | None = None) -> None:
        """Make cables unread, or read; by itself, what `action_unread` does."""
        if names:
            self._screen.by_hand(names)
            self._do(partial(unread, self._library, names, wanted=wanted))

    def load(self) -> None:
        """Find out which cables are starred, without keeping a key waiting."""
        self._begin(self._stars.load)

    def keep(self) -> None:
        """Keep the stars that are not kept yet, at the end."""
        try:
            self._stars.keep()
        except ReftelError as error:
            self._screen.app.call_later(self._screen.say, str(error))

    def _put(self, names: list[str], starred: bool) -> None:  # noqa: FBT001
        self._stars.put(names, starred=starred)
        self._stars.keep()

    def _begin(self, work: Callable[[], None]) -> None:
        starred: WorkType[None] = partial(self._starred, work)
        self._screen.run_worker(starred, group="stars")

    async def _starred(self, work: Callable[[], None]) -> None:
        try:
            await to_thread(work)
        except ReftelError as error:
            self._screen.say(str(error))
        self._screen.restar()
