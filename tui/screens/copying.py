"""Copying something of the cable that is meant."""

import os
from asyncio import to_thread
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.errors import ReftelError
from tui.wire.driver import LeanDriver

if TYPE_CHECKING:
    from tui.screens.meant import CableScreen


MOST = 1_000
"""Cables that are copied at most at once."""


class Copying:
    """Copies by whatever way there is, and says which."""

    def __init__(self, screen: "CableScreen") -> None:
        self._screen = screen

    async def action_of(self, what: str) -> None:
        """Copy `what` of the cable, as `tui.screens.copies` names it."""
        if len(self._screen.names_meant) > 1:
            await self._copy_all(what, self._screen.names_meant)
            return
        cable = await self._screen.cable_meant()
        if cable is None:
            return
        from tui.screens.copies import copied  # a start does without what cites

        text = copied(what, cable, self._screen.paragraph_meant)
        if text:
            self.copy(text)
        else:
            nothing = f"{cable.id} came from no file" if what == "path" else "No ¶ here: read it"
            self._screen.say(nothing)

    async def _copy_all(self, what: str, names: Sequence[str]) -> None:
        """Copy the same of all cables that are marked."""
        from tui.screens.copies import copied_all

        if len(names) > MOST:
            self._screen.say(f"At most {MOST:,} are copied at once; {len(names):,} are marked")
            return
        get = self._screen.library.get
        try:
            text = await to_thread(lambda: copied_all(what, map(get, names)))
        except ReftelError as error:
            self._screen.say(str(error))
            return
        if text:
            work: WorkType[None] = partial(self._copy, text)
            self._screen.run_worker(work, group="copy")
        else:
            self._screen.say("Of several cables: the text, citation, id or path")

    def copy(self, text: str) -> None:
        """Copy a text, and say which way it went."""
        work: WorkType[None] = partial(self._copy, text)
        self._screen.run_worker(work, group="copy")

    async def _copy(self, text: str) -> None:
        from tui.copying import copy

        driver = self._screen.app._driver
        write = driver.send if isinstance(driver, LeanDriver) else None
        self._screen.say((await to_thread(copy, text, os.environ, write)).said)
