"""What a screen asks for at its foot: words to find, a place to go to, letters of a reference."""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from store.cable import Cable
from store.codes import Code
from store.query.find import find
from tui.keys import latin, pressed
from tui.render.cable import gaps
from tui.widgets.cable_list import CableList
from tui.widgets.cable_view import CableView

if TYPE_CHECKING:
    from tui.screens.listing import Listing

Say = Callable[[str], None]
"""Says something in a line."""

DATE = re.compile(r"\d{4}-|\d{4}-\d\d(-\d\d)?")
ROW = re.compile(r"\d{1,9}")
"""A year alone is a row too, so a hyphen makes it a year: `2009-`."""


class Finding:
    """Finds in the text: what is typed is marked at once, from the place where it began."""

    sign: ClassVar[str] = "/"

    def __init__(self, view: CableView, cable: Cable, say: Say) -> None:
        self._view = view
        self._cable = cable
        self._say = say
        self._stood = view.stand
        self._before = view.hit, view.marked

    def typed(self, line: str) -> bool:
        """Mark the letters wherever they stand; there may always be more of them."""
        self._view.back(self._stood)
        self._view.mark(find(self._cable.text, line, gaps(self._cable)))
        return False

    async def answered(self, line: str) -> None:
        """Keep to the hits, if there are any."""
        if not line:
            self.given_up()
        elif not self._view.hits:
            self._say(f"This cable does not say {line}")

    def given_up(self) -> None:
        """Mark again what was marked before, at the place where that was."""
        hit, marked = self._before
        self._view.mark(marked)
        self._view.walk(hit - self._view.hit)
        self._view.back(self._stood)


class Jumping:
    """Goes to a paragraph of a cable by its number."""

    sign: ClassVar[str] = ":"

    def __init__(self, view: CableView, say: Say) -> None:
        self._view = view
        self._say = say

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole number."""
        return False

    async def answered(self, line: str) -> None:
        """Go there; where there is no such paragraph, say which there are."""
        wanted = line.lstrip("¶").strip()
        if wanted and not self._view.go_to(wanted):
            last = self._view.names[-1:]
            said = f"the last is ¶{last[0]}" if last else "this cable has none"
            self._say(f"No ¶{wanted}: {said}")

    def given_up(self) -> None:
        """Stay."""


class Lettering:
    """Takes the letters that stand over a reference."""

    sign: ClassVar[str] = "f"

    def __init__(
        self, view: CableView, codes: Mapping[str, Code], follow: Callable[[str], Awaitable[object]]
    ) -> None:
        self._view = view
        self._codes = codes
        self._follow = follow

    def typed(self, line: str) -> bool:
        """Tell whether no more letters are needed, or would help."""
        letters = "".join(map(latin, line))
        return not any(each != letters and each.startswith(letters) for each in self._codes)

    async def answered(self, line: str) -> None:
        """Follow the reference of the letters."""
        self._view.unlabel()
        if code := self._codes.get("".join(map(latin, line))):
            await self._follow(code.text)

    def given_up(self) -> None:
        """Take the letters away."""
        self._view.unlabel()


class Going:
    """Goes to a row of a list by its number, to a date, or to the end."""

    sign: ClassVar[str] = ":"

    def __init__(self, rows: CableList[Any], listing: "Listing", say: Say) -> None:
        self._rows = rows
        self._listing = listing
        self._say = say

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def answered(self, line: str) -> None:
        """Go there, or say where one can go."""
        if ROW.fullmatch(line):
            self._rows.move_to(int(line) - 1)
        elif line == "end":
            self._rows.move_to(self._rows.count - 1)
        elif not is_date(line):
            self._say("Go to a row (120), a date (2009-, 2009-07, 2009-07-22) or the end (end)")
        elif not self._listing.by_date:
            orders = " or ".join(map(pressed, ("order.newest", "order.oldest")))
            self._say(f"These go by relevance: sort by date first ({orders})")
        else:
            await self._listing.go(line.rstrip("-"))

    def given_up(self) -> None:
        """Stay."""


def is_date(line: str) -> bool:
    """Tell whether a line is a year (`2009-`), a month or a day of the calendar."""
    if not DATE.fullmatch(line):
        return False
    try:
        date.fromisoformat(f"{line.rstrip('-')}-01-01"[:10])
    except ValueError:
        return False
    return True
