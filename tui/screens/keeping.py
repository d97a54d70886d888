"""What one keeps on the cable that is meant: a star, tags, a note."""

from asyncio import get_running_loop, to_thread
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.errors import ReftelError
from tui.screens.noting import Noting, Tagging
from tui.screens.stars import Stars

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.meant import CableScreen


class Keeping:
    """Changes the reader's marks, each change begun at once and told when it is kept."""

    def __init__(self, screen: "CableScreen", library: "Library", stars: Stars) -> None:
        self._screen = screen
        self._library = library
        self._stars = stars

    def action_star(self) -> None:
        """Star the cable, or take its star away."""
        name = self._screen.name_meant
        if name is None:
            return
        starred = self._stars.turn(name)
        self._screen.restar()
        self._screen.settle()
        self._screen.say(f"{name} is {'starred' if starred else 'not starred any more'}")
        self._work("stars", partial(self._starred, self._stars.keep))

    def action_tag(self) -> None:
        """Ask for tags to put on the cable, or to take away."""
        if name := self._screen.name_meant:
            self._screen.ask(Tagging(self._library, name, self._do))

    def action_note(self) -> None:
        """Ask for a note on the cable, or on the paragraph that one is at."""
        paragraph = self._screen.paragraph_meant
        number = None if paragraph is None or paragraph.number is None else str(paragraph.number)
        if name := self._screen.name_meant:
            self._screen.ask(Noting(self._library, name, number, self._do))

    def load(self) -> None:
        """Find out which cables are starred, without keeping a key waiting."""
        self._work("stars", partial(self._starred, self._stars.load))

    def keep(self) -> None:
        """Keep the stars that are not kept yet, at the end."""
        try:
            self._stars.keep()
        except ReftelError as error:
            self._screen.app.call_later(self._screen.say, str(error))

    def _do(self, work: Callable[[], str]) -> None:
        """Begin some work at once, which is then done even if the next key quits."""
        going = get_running_loop().run_in_executor(None, work)
        self._work("marks", partial(self._done, going))

    def _work(self, group: str, work: WorkType[None]) -> None:
        self._screen.run_worker(work, group=group)

    async def _done(self, going: Awaitable[str]) -> None:
        try:
            self._screen.say(await going)
        except ReftelError as error:
            self._screen.say(str(error))

    async def _starred(self, work: Callable[[], None]) -> None:
        try:
            await to_thread(work)
        except ReftelError as error:
            self._screen.say(str(error))
        self._screen.restar()
