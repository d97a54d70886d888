"""Words that find cables and bring them to the front."""

from asyncio import to_thread
from typing import TYPE_CHECKING

from store.errors import CableUnknown
from tui.commanding.completing import COUNTED, ORDERS

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.commands.house import House


MARKED = "is:starred or is:noted or tag:mine/"
"""What finds all that one has marked but by reading it."""


class Finding:
    """Searches, opens, compares, sorts, counts."""

    def __init__(self, house: "House", library: "Library") -> None:
        self._house = house
        self._library = library

    async def search(self, given: str) -> None:
        """Find cables; without a query, all of them."""
        await self._house.to_list()
        if given:
            await self._house.rooms.list.asking.find(given)
        else:
            await self._house.rooms.list.search.action_widen()

    async def marks(self, _: str) -> None:
        """Find all that one has starred, tagged or noted."""
        await self.search(MARKED)

    async def show(self, given: str) -> None:
        """Read a cable by its id, or by what is remembered of it."""
        name = await to_thread(self.named, given)
        await self._house.rooms.read(name)

    async def compare(self, given: str) -> None:
        """Compare the cable that is meant, or one by its id, with the version before."""
        meant = self._house.meant()
        cable = (
            await to_thread(self._library.get, await to_thread(self.named, given))
            if given
            else await meant.cable_meant()
        )
        if cable:
            await self._house.rooms.compare(cable)

    async def sort(self, given: str) -> None:
        """Put the list in an order."""
        order = next((each for each in ORDERS if given and each.startswith(given)), None)
        if order is None:
            self._house.front().say(f"sort takes an order: {', '.join(ORDERS)}")
            return
        await self._house.to_list()
        await self._house.rooms.list.search.action_order(order)

    async def facets(self, given: str) -> None:
        """Show counts by every field, the cursor on one."""
        field = next((each for each in COUNTED if each.startswith(given)), None)
        if field is None:
            self._house.front().say(f"facets takes a field: {', '.join(COUNTED)}")
            return
        await self._house.to_list()
        await self._house.rooms.list.counting.show(field if given else None)

    async def history(self, _: str) -> None:
        """Offer the searches made before."""
        await self._house.to_list()
        await self._house.rooms.list.asking.action_recall()

    def named(self, text: str) -> str:
        """Give the id that a text means; CableUnknown where the library has none like it."""
        try:
            return self._library.named(text)
        except CableUnknown:
            near = self._library.alike(text, 1)
            if not near:
                raise CableUnknown(f"No cable of this library is like {text}") from None
            return near[0]
