"""What is around the program, with a library or without one."""

from asyncio import to_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.commands.house import House


class Around:
    """Tells of terminal, library and settings."""

    def __init__(self, house: "House", library: "Library | None") -> None:
        self._house = house
        self._library = library

    async def doctor(self, _: str) -> None:
        """Say what was found here, and what follows."""
        from tui.commands.doctor import around, held, lines
        from tui.doctor import Found

        size = self._house.front().app.size
        library = [Found("library", "none yet", "the first page leads to one")]
        if self._library is not None:
            library = await to_thread(held, self._library)
        found = await to_thread(around, library, (size.width, size.height))
        await self._house.tell("what reftel found here", list(lines(found)))
