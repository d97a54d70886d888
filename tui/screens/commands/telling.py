"""Words that say how things stand, or settle something for now."""

from asyncio import to_thread
from typing import TYPE_CHECKING

from tui.commanding.completing import ORDERS
from tui.measure import NARROWEST, WIDEST

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.commands.house import House

SETTLED = f"set takes: width {NARROWEST} to {WIDEST}, order newest or oldest, hints off"


class Telling:
    """Tells of the library and of what is around it; settles."""

    def __init__(self, house: "House", library: "Library") -> None:
        self._house = house
        self._library = library

    async def info(self, _: str) -> None:
        """Say where the library is and what it holds."""
        from store.info import Info
        from tui.commands.info import lines

        marks = self._library.marks.path
        await self._house.tell("library", lines(await to_thread(Info.of, self._library), marks))

    async def settle(self, given: str) -> None:
        """Settle the width of lines or the order of the list for now; end the first hints."""
        name, _, value = given.partition(" ")
        value = value.strip()
        if name == "width" and value.isdecimal() and NARROWEST <= int(value) <= WIDEST:
            self._house.rooms.detail.look.settle(int(value))
            self._house.front().say(f"Lines of at most {int(value)} cells")
        elif name == "order" and value in ORDERS[:2]:
            await self._house.rooms.list.search.action_order(value)
        elif (name, value) == ("hints", "off"):
            self._house.rooms.list.uncoach()
        else:
            self._house.front().say(SETTLED)
