"""The way from cable to cable: reading one, following a reference, back and forward again."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from store.cable import Cable
from store.errors import CableUnknown, ReftelError
from tui.screens.history import History, Visit

if TYPE_CHECKING:
    from store.library import Library

Show = Callable[[Cable, str, bool], Awaitable[None]]
"""Shows a cable with the words of a query; one that is read again, where it was left."""


class Trail:
    """Reads cables one after another, and knows which were read before."""

    def __init__(self, library: "Library", show: Show, tell: Callable[[str], None]) -> None:
        self._library = library
        self._show = show
        self._tell = tell
        self._history = History()

    async def read(self, cable: Cable, query: str) -> None:
        """Read a cable where the words of a query first stand in it, or where it was left."""
        self._history.visit(Visit(cable.id, cable.source and cable.source.version, query))
        await self._show(cable, query, False)  # noqa: FBT003

    async def follow(self, name: str) -> bool:
        """Read a cable of the library; where it has none of that id, say so and stay."""
        cable = await self._got(name, None)
        if cable is not None:
            await self.read(cable, "")
        return cable is not None

    async def action_step(self, step: int) -> None:
        """Go back to the cable read before, or forward again."""
        visit = self._history.peek(step)
        if visit is None:
            self._tell("Nothing was read after this one" if step > 0 else "Nothing was read before")
        elif cable := await self._got(visit.id, visit.version):
            self._history.go(step)
            await self._show(cable, visit.query, True)  # noqa: FBT003

    async def again(self) -> bool:
        """Read the cable again that was read last; where there is none, say so and stay."""
        visit = self._history.peek(0)
        cable = await self._got(visit.id, visit.version) if visit else None
        if visit is None:
            self._tell("Nothing was read yet")
        elif cable:
            await self._show(cable, visit.query, True)  # noqa: FBT003
        return cable is not None

    async def _got(self, name: str, version: int | None) -> Cable | None:
        """Read a cable from the library; say why where that cannot be."""
        try:
            return await to_thread(self._library.get, name, version)
        except CableUnknown:
            self._tell(missing(name))
        except ReftelError as error:
            self._tell(str(error))
        return None


def missing(name: str) -> str:
    """Say that a cable is not there."""
    return f"{name} is not in this library"
