"""Marking rows of the list, so that what is done next is done to all of them."""

from asyncio import to_thread
from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.errors import ReftelError
from store.row import Hit
from tui.screens.deeds import Deed, Deeds
from tui.screens.listing import Listing, ids, told
from tui.screens.search import Search
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from tui.screens.meant import CableScreen

MOST = 10_000
"""Cables that are marked at most at once."""


class Picks:
    """The ids of the rows that are marked, in the order in which they were."""

    def __init__(self, screen: "CableScreen", deeds: Deeds) -> None:
        self._screen = screen
        self._deeds = deeds
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The ids."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Tell whether a cable is marked."""
        return name in self._names

    def state(self) -> str:
        """Say how many are marked; "" for none."""
        return f"{len(self._names):,} marked  " if self._names else ""

    def change(self, names: Iterable[str], said: str) -> None:
        """Mark these and no others."""
        before, after = self._names, dict.fromkeys(names)
        self._put(after)
        self._deeds.add(Deed(said, lambda: self._put(before), lambda: self._put(after)))
        self._screen.settle()

    def _put(self, names: dict[str, None]) -> None:
        self._names = names


class Picking:
    """The keys that mark rows."""

    def __init__(
        self,
        screen: "CableScreen",
        rows: CableList[Hit],
        picks: Picks,
        listing: Listing,
        search: Search,
    ) -> None:
        self._screen = screen
        self._rows = rows
        self._picks = picks
        self._listing = listing
        self._search = search

    def action_turn(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on."""
        name = self._screen.name_meant
        if name is None:
            return
        names = [each for each in self._picks.names if each != name]
        marked = self._picks.has(name)
        self._picks.change(
            names if marked else [*names, name], f"{'no mark' if marked else 'mark'} on {name}"
        )
        self._rows.redraw_current()
        self._screen.action_move(1)

    async def action_invert(self) -> None:
        """Mark all that is found and not marked, and unmark what is."""
        count = self._screen.pane.count
        if count > MOST:
            self._screen.say(f"At most {MOST:,} can be marked, these are {count:,}: narrow first")
            return
        try:
            found = await to_thread(ids, self._screen.library, self._listing.view)
        except ReftelError as error:
            self._screen.say(told(error))
            return
        shown = set(found)
        kept = [name for name in self._picks.names if name not in shown]
        new = [name for name in found if not self._picks.has(name)]
        self._picks.change([*kept, *new], f"marks on {len(kept) + len(new):,}")
        self._screen.restar()
        self._screen.say(f"{len(kept) + len(new):,} marked")

    async def action_clear(self) -> None:
        """Take all marks away; where there are none, go back to all cables."""
        if self._picks.names:
            self._picks.change((), "no marks")
            self._screen.restar()
        else:
            await self._search.action_widen()
