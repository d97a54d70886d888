"""What one does with the cable that is meant on a screen: copy of it, star it, tag it, note."""

import os
from asyncio import get_running_loop, to_thread
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.worker import WorkType

from store.cable import Cable, Paragraph
from store.errors import ReftelError
from tui.screens.frame import Frame
from tui.screens.noting import Noting, Tagging
from tui.screens.stars import Stars
from tui.widgets.cable_list import CableList
from tui.widgets.menu import CopyMenu
from tui.widgets.text_view import TextView
from tui.wire.driver import LeanDriver

if TYPE_CHECKING:
    from store.library import Library


class CableScreen(Frame):
    """A screen on which one cable is meant at each moment, or none."""

    def __init__(self, pane: CableList[Any] | TextView, library: "Library", stars: Stars) -> None:
        super().__init__(pane)
        self.library = library
        self.stars = stars
        self._copies = CopyMenu()

    @property
    def name_meant(self) -> str | None:
        """The id of the cable."""
        raise NotImplementedError

    @property
    def paragraph_meant(self) -> Paragraph | None:
        """The paragraph that one is at, where the cable is read."""
        return None

    async def cable_meant(self) -> Cable | None:
        """Give the cable; None where there is none, or where what befell it is said."""
        raise NotImplementedError

    def restar(self) -> None:
        """Show which cables are starred now."""
        raise NotImplementedError

    def foot(self) -> ComposeResult:
        """Give the menu and the two lines at the foot."""
        yield self._copies
        yield from super().foot()

    def on_screen_resume(self) -> None:
        """Show what was starred on another screen."""
        self.restar()

    def on_unmount(self) -> None:
        """Keep the stars that are not kept yet."""
        try:
            self.stars.keep()
        except ReftelError as error:
            self.app.call_later(self.say, str(error))

    def keys_now(self) -> tuple[str, ...]:
        """Name the keys of the menu while it is open."""
        return ("copy",) if self._copies.has_focus else super().keys_now()

    def action_copies(self) -> None:
        """Wait for the letter that says what to copy."""
        self.set_focus(self._copies)

    async def action_copy(self, what: str) -> None:
        """Copy something of the cable, and say which way that went; "" copies nothing."""
        self.set_focus(None)
        cable = await self.cable_meant() if what else None
        if cable is None:
            return
        from tui.screens.copies import copied  # a start does without what cites

        text = copied(what, cable, self.paragraph_meant)
        if text:
            self._work("copy", partial(self._copy, text))
        else:
            self.say(f"{cable.id} came from no file" if what == "path" else "No ¶ here: read it")

    async def _copy(self, text: str) -> None:
        from tui.copying import copy

        driver = self.app._driver
        write = driver.send if isinstance(driver, LeanDriver) else None
        self.say((await to_thread(copy, text, os.environ, write)).said)

    def action_star(self) -> None:
        """Star the cable, or take its star away."""
        name = self.name_meant
        if name is None:
            return
        starred = self.stars.turn(name)
        self.restar()
        self.settle()
        self.say(f"{name} is {'starred' if starred else 'not starred any more'}")
        self._work("stars", partial(self._starred, self.stars.keep))

    def action_tag(self) -> None:
        """Ask for tags to put on the cable, or to take away."""
        if self.name_meant:
            self.ask(Tagging(self.library, self.name_meant, self._do))

    def action_note(self) -> None:
        """Ask for a note on the cable, or on the paragraph that one is at."""
        number = self.paragraph_meant and self.paragraph_meant.number
        if self.name_meant:
            paragraph = None if number is None else str(number)
            self.ask(Noting(self.library, self.name_meant, paragraph, self._do))

    def _work(self, group: str, work: WorkType[None]) -> None:
        self.run_worker(work, group=group)

    def _do(self, work: Callable[[], str]) -> None:
        """Begin some work at once, which is then done even if the next key quits."""
        going = get_running_loop().run_in_executor(None, work)
        self._work("marks", partial(self._done, going))

    async def _done(self, going: Awaitable[str]) -> None:
        try:
            self.say(await going)
        except ReftelError as error:
            self.say(str(error))

    def load_stars(self) -> None:
        """Find out which cables are starred, without keeping a key waiting."""
        self._work("stars", partial(self._starred, self.stars.load))

    async def _starred(self, work: Callable[[], None]) -> None:
        try:
            await to_thread(work)
        except ReftelError as error:
            self.say(str(error))
        self.restar()
