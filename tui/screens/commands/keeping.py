"""Words for what one keeps on the cable that is meant: a star, tags, a note, its citation."""

import re
from asyncio import to_thread
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store import cite
from store.cable import Cable
from tui.commanding.line import CABLE

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.commands.house import House

PARAGRAPH = re.compile(r"[¶:] ?(\w+)(?:\s+|$)")
"""A paragraph, also as it is typed where there is no key for the sign."""

NOTHING_MEANT = "No cable is meant: nothing is found"


class Keeping:
    """Stars, tags, notes, cites."""

    def __init__(self, house: "House", library: "Library") -> None:
        self._house = house
        self._library = library

    async def star(self, given: str) -> None:
        """Star the cable, or one by its id; with --off take the star away."""
        found, on = await self._turned(given)
        self._house.meant().keeping.star(found, wanted=on)

    async def unread(self, given: str) -> None:
        """Make the cable unread, or one by its id; with --off read."""
        found, on = await self._turned(given)
        self._house.meant().keeping.unread(found, wanted=on)

    async def _turned(self, given: str) -> tuple[Sequence[str], bool]:
        """Give the cables that are named or meant, and whether they are to have the mark."""
        words = given.split()
        named = [each for each in words if each != "--off"]
        found = [await to_thread(self._library.named, each) for each in named]
        return found or self._house.meant().names_meant, "--off" not in words

    async def tag(self, given: str) -> None:
        """Put tags on the cable, and take some away; without any, say which it has."""
        if asked := self._house.meant().keeping.tagging():
            await asked.answered(given)
        else:
            self._house.front().say(NOTHING_MEANT)

    async def note(self, given: str) -> None:
        """Put a note on the cable, or on a paragraph; without words, say what is there."""
        paragraph = PARAGRAPH.match(given)
        screen = self._house.meant()
        number = paragraph and paragraph[1]
        text = given[paragraph.end() :] if paragraph else given
        if number and (cable := await screen.cable_meant()):
            cite.numbered(cable, number)
        if asked := screen.keeping.noting(number):
            await asked.answered(text)
        else:
            screen.say(NOTHING_MEANT)

    async def cite(self, given: str) -> None:
        """Copy the citation of the cables, or of one by its id; of a paragraph with ¶N."""
        copying = self._house.meant().copying
        if not given:
            await copying.action_of("citation")
        elif cable := await self._cable(named[0] if (named := CABLE.match(given)) else ""):
            number = given[named.end() if named else 0 :].strip("¶: ")
            paragraph = cite.numbered(cable, number) if number else None
            copying.copy(cite.cite(cable, paragraph))

    async def _cable(self, name: str) -> Cable | None:
        if name:
            return await to_thread(self._library.get, name.replace(" ", ""))
        return await self._house.meant().cable_meant()
