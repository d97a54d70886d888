"""Cables that came into a library while one is in its list."""

from contextlib import suppress
from typing import TYPE_CHECKING

from store.errors import ReftelError
from tui.keys import pressed

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.list import ListScreen
    from tui.screens.listing import Listing


class Arrivals:
    """Knows how many cables the list does not show yet, and shows them."""

    def __init__(self, screen: "ListScreen", library: "Library", listing: "Listing") -> None:
        self._screen = screen
        self._library = library
        self._listing = listing
        self._shown, self._fresh = len(library), 0

    def offer(self) -> None:
        """Show what came in; to one who is further down, or has searched, it is offered."""
        with suppress(ReftelError):  # it is said by what reads it
            self._fresh = len(self._library) - self._shown
        if self._fresh and not self._listing.view.line and not self._screen.rows.cursor:
            self.show()
        self._screen.settle_quietly()

    def show(self) -> None:
        """Read the list anew, from its top."""
        with suppress(ReftelError):
            self._shown, self._fresh = len(self._library), 0
        self._listing.anew()

    def state(self) -> str:
        """Say in the status line how many are new; "" where none are."""
        return f"{self._fresh:,} new: {pressed('list.anew')}  " if self._fresh else ""
