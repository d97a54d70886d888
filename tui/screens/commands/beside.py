"""Words for what is not reading: bringing cables in, searches one keeps."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.commands.house import House


class Beside:
    """Imports; runs and saves searches."""

    def __init__(self, house: "House") -> None:
        self._house = house

    async def bring(self, given: str) -> None:
        """Count what lies at a path, to import it; without one, ask for it."""
        await self._house.bring(os.path.expanduser(given))  # noqa: PTH111 - as it was typed

    async def searches(self, given: str) -> None:
        """Run a saved search by its name; without one, show them all."""
        await self._house.act(f"saved.run({given!r})" if given else "saved.show")

    async def save(self, given: str) -> None:
        """Keep what the list shows under a name; without one, ask for it."""
        await self._house.to_list()
        await self._house.act(f"saved.save({given!r})")
