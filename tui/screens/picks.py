"""Marking rows of the list, so that what is done next is done to all of them."""

from asyncio import to_thread
from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.errors import ReftelError
from store.row import Hit
from tui.keys import pressed
from tui.screens.deeds import Deed, Deeds
from tui.screens.listing import Listing, View, ids, rows, told
from tui.screens.noting import called
from tui.screens.search import Search
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from tui.screens.meant import CableScreen

MOST = 10_000
"""Cables that are marked at most at once."""


class Picks:
    """The ids of the rows that are marked, in the order in which they were.

    `begun` is the row of a view from which on rows are to be marked, once the other end is known.
    """

    def __init__(self, screen: "CableScreen", deeds: Deeds) -> None:
        self._screen = screen
        self._deeds = deeds
        self._names: dict[str, None] = {}
        self.begun: tuple[View, int] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The ids."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Tell whether a cable is marked."""
        return name in self._names

    def state(self, view: View) -> str:
        """Say how many are marked, and from where on more are to be; "" for none."""
        since = ""
        if self.begun and self.begun[0] == view:
            since = f"from row {self.begun[1] + 1:,}…  "
        return since + (f"{len(self._names):,} marked  " if self._names else "")

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

    async def action_turn(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on.

        With a number typed before it is done to so many rows.
        """
        count = self._screen.counted()
        if count:
            names = await self._between(self._rows.cursor, count)
        else:
            names = [self._screen.name_meant] if self._screen.name_meant else []
        if not names:
            return
        marked = all(map(self._picks.has, names))
        kept = [each for each in self._picks.names if each not in names]
        said = f"{'no mark' if marked else 'mark'} on {called(names)}"
        self._picks.change(kept if marked else [*kept, *names], said)
        if count:
            self._rows.redraw()
        else:
            self._rows.redraw_current()
        self._rows.move(len(names))
        self._screen.settle()

    async def action_range(self) -> None:
        """Begin at this row, and the next time mark all from there to here."""
        here = self._listing.view, self._rows.cursor
        begun, self._picks.begun = self._picks.begun, None
        if begun is None or begun[0] != here[0]:
            self._picks.begun = here
            again, none = pressed("mark.range"), pressed("mark.none")
            self._screen.settle()
            self._screen.say(f"From here on: {again} at the other end marks all, {none} none")
            return
        first, last = sorted((begun[1], here[1]))
        names = await self._between(first, last - first + 1)
        if names:
            self._picks.change([*self._picks.names, *names], f"marks on {called(names)}")
            self._screen.restar()
            self._screen.say(f"{len(self._picks.names):,} marked")

    async def _between(self, first: int, count: int) -> list[str]:
        """Name the cables in some rows; say where they cannot be marked."""
        count = min(count, self._rows.count - first)
        if count > MOST:
            self._screen.say(f"At most {MOST:,} can be marked, these are {count:,}")
            return []
        try:
            found = await to_thread(rows, self._screen.library, self._listing.view, first, count)
        except ReftelError as error:
            self._screen.say(told(error))
            return []
        return [each.id for each in found]

    async def action_invert(self) -> None:
        """Mark all that is found and not marked, and unmark what is."""
        count = self._rows.count
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
        """Take all marks away; where there are none, go back to all cables.

        What was begun, a number or a range, is given up before that.
        """
        begun, self._picks.begun = self._picks.begun, None
        if self._screen.counted() or begun:
            self._screen.settle()
        elif self._picks.names:
            self._picks.change((), "no marks")
            self._screen.restar()
        else:
            await self._search.action_widen()
