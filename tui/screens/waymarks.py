"""Places one marks with a letter, to come back to: a cable in the list, a place in its text."""

from asyncio import to_thread
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from store.errors import ReftelError
from tui.keys import pressed
from tui.screens.listing import View, located, told
from tui.widgets.menu import Choice

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.detail import DetailScreen
    from tui.screens.list import ListScreen

BEFORE = "apostrophe"
"""The letter of the place one was at before the last jump."""


class Place(NamedTuple):
    """A cable, by what one knows it: a row of a view, or read at `offset` (None is its top)."""

    name: str
    said: str
    view: View | None = None
    row: int = 0
    offset: int | None = None


class Waymarks:
    """The places of a session."""

    def __init__(self, rows: "ListScreen", reader: "DetailScreen") -> None:
        self._list = rows
        self._reader = reader
        self._places: dict[str, Place] = {}

    @property
    def _front(self) -> "ListScreen | DetailScreen":
        return self._reader if self._list.app.screen is self._reader else self._list

    def action_name(self) -> None:
        """Wait for the letter that this place is to have."""
        if self._here():
            self._front.menu.open("naming", self._choices("set"), "waymarks.set('{}')")

    def action_set(self, letter: str) -> None:
        """Give this place a letter."""
        if here := self._here():
            self._places[letter] = here
            self._front.say(f"{letter} is {here.said}")

    def action_ask(self) -> None:
        """Wait for the letter of the place to go to."""
        self._front.menu.open("waymark", self._choices("go"), "waymarks.go('{}')")

    async def action_go(self, letter: str) -> None:
        """Go to the place of a letter."""
        place, here = self._places.get(letter), self._here()
        if place is None:
            named = "before a jump" if letter == BEFORE else f"called {letter}"
            self._front.say(f"No place is {named}: {pressed('place.name')} and a letter mark one")
        elif await self._go(place, back=letter == BEFORE) and here:
            self._places[BEFORE] = here

    def _here(self) -> Place | None:
        name = self._front.name_meant
        if name is None:
            return None
        if self._front is self._list:
            subject = self._list.under.subject if self._list.under else None
            said = f"{name}  {subject or ''}".strip()
            return Place(name, said, self._list.view, self._list.rows.cursor)
        text = self._reader.text
        at = f" ¶{text.paragraph}" if text.paragraph else ""
        return Place(name, f"{name}{at}", offset=text.passage.offset)

    def _choices(self, what: str) -> list[Choice]:
        return [
            Choice("'" if letter == BEFORE else letter, place.said, f"waymarks.{what}('{letter}')")
            for letter, place in sorted(self._places.items())
            if what == "go" or letter != BEFORE
        ]

    async def _go(self, place: Place, *, back: bool) -> bool:
        """Go to a place; to a row in the list there is, `back` in that where it was left."""
        if place.view is None:
            return await self._read(place)
        views = self._list.view, place.view
        return await self._point(place, views[::-1] if back else views)

    async def _read(self, place: Place) -> bool:
        """Go to a place in a text, from wherever one is."""
        if place.name != self._reader.name_meant or self._front is self._list:
            if not await self._reader.trail.follow(place.name):
                return False
            if self._front is self._list:
                self._reader.beside.follow(self._list.course)
                await self._list.app.push_screen("detail")
        self._reader.text.passage.go(place.offset)
        self._reader.settle()
        return True

    async def _point(self, place: Place, views: Iterable[View]) -> bool:
        """Go to a row of the first view that has it."""
        listing = self._list
        try:
            found = await to_thread(_found, listing.library, dict.fromkeys(views), place)
        except ReftelError as error:
            self._front.say(told(error))
            return False
        if found is None:
            self._front.say(f"{place.name} is not in the list any more in which it was")
            return False
        if self._front is self._reader:
            listing.app.pop_screen()
        await listing.search.show(found.view)
        listing.rows.move_to(found.row)
        listing.settle()
        return True


class Found(NamedTuple):
    """A row of a view."""

    view: View
    row: int


def _found(library: "Library", views: Iterable[View], place: Place) -> Found | None:
    """Find a cable in the first view that has it."""
    rows = ((view, located(library, view, place.name, place.row)) for view in views)
    return next((Found(view, row) for view, row in rows if row is not None), None)
