"""The place in the cable that is read, written down once one stays at it."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from functools import partial

from textual.timer import Timer
from textual.worker import WorkType

from store.cable import Cable
from store.errors import ReftelError
from tui.screens.frame import Frame
from tui.screens.places import Places
from tui.widgets.cable_view import CableView

KEEPING = 2.0
"""Seconds after a key until the place is written down: what stands so long is being read."""


class Bookmark:
    """Remembers at each move where one is; the marks learn of it in a while."""

    def __init__(
        self, screen: Frame, view: CableView, places: Places, tell: Callable[[str], None]
    ) -> None:
        self._screen = screen
        self._view = view
        self._places = places
        self._tell = tell
        self._timer: Timer | None = None

    def start(self) -> None:
        """Have the place written down in a while; the screen runs by now."""
        self._timer = self._screen.set_interval(KEEPING, self.rest)

    async def of(self, cable: Cable) -> int | None:
        """Give the offset at which a cable was left; say why where that cannot be known."""
        try:
            return await self._places.of(cable)
        except ReftelError as error:
            self._screen.app.call_later(self._tell, str(error))
        return None

    def move(self) -> None:
        """Remember the place."""
        cable = self._view.cable
        if cable is not None and self._timer is not None:
            self._places.leave(cable, self._view.offset_at_top(), self._view.paragraph)
            self._timer.reset()
            self._timer.resume()

    def by_hand(self, names: Sequence[str]) -> None:
        """Count these as read no more, however long they are looked at, until they are opened."""
        self._places.by_hand(names)

    def rest(self) -> None:
        """Write down that the cable is read and how far, once for as long as no key comes."""
        if self._timer is not None:
            self._timer.pause()
        if self._view.cable is not None and self._screen.app.screen is self._screen:
            self._places.seen(self._view.cable)
        work: WorkType[None] = partial(to_thread, self.keep)
        self._screen.run_worker(work, group="places")

    def keep(self) -> None:
        """Write down what is not yet."""
        try:
            self._places.keep()
        except ReftelError as error:
            self._screen.app.call_later(self._tell, str(error))
