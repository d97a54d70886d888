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
"""Seconds without a key until the place is written down: what stands so long is being read."""

LOOKS = 8
"""Looks, so many seconds apart, of which each saw a key, until it is written down nonetheless."""


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
        self._moved = False
        self._looks: int | None = None
        """Since the first key after a rest; None at rest."""

    def start(self) -> None:
        """Have the place written down in a while; the screen runs by now."""
        self._timer = self._screen.set_interval(KEEPING, self.look)

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
            self._places.leave(cable, self._view.passage.offset, self._view.paragraph)
            self._moved = True
            if self._looks is None:
                self._looks = 0
                self._timer.reset()

    def by_hand(self, names: Sequence[str]) -> None:
        """Count these as read no more, however long they are looked at, until they are opened."""
        self._places.by_hand(names)

    def look(self) -> None:
        """See whether one has come to rest; write the place down every so often where not."""
        self._moved, moved = False, self._moved
        if not moved:
            self.rest()
        elif self._looks is not None:
            self._looks += 1
            if self._looks % LOOKS == 0:
                self._write()

    def rest(self) -> None:
        """Write down that the cable is read and how far, once for as long as no key comes."""
        self._looks = None
        if self._timer is not None:
            self._timer.pause()
        cable = self._view.cable
        if cable is not None and self._screen.app.screen is self._screen:
            self._places.seen(cable, self._view.passage.offset, self._view.paragraph)
        self._write()

    def _write(self) -> None:
        work: WorkType[None] = partial(to_thread, self.keep)
        self._screen.run_worker(work, group="places")

    def keep(self) -> None:
        """Write down what is not yet."""
        try:
            self._places.keep()
        except ReftelError as error:
            self._screen.app.call_later(self._tell, str(error))
