"""Filters by any field, made of choices and added to the query line one after another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from store.errors import QueryInvalid
from store.query import parse, refine
from tui.commanding import Offer, filtering
from tui.commanding.matching import FEWEST
from tui.screens.known import Known
from tui.screens.listing import told

if TYPE_CHECKING:
    from store.library import Library
    from tui.screens.frame import Frame
    from tui.screens.search import Search


class Filtering:
    """Asks for a field and a value, again and again, and narrows the list by each.

    What is asked for already stands first, to be taken away.
    """

    sign: ClassVar[str] = "F"

    def __init__(self, screen: "Frame", library: "Library", search: "Search") -> None:
        self.earlier: Sequence[str] = ()
        self._screen = screen
        self._library = library
        self._search = search
        self._known = Known(library, search.line)
        self._turned = False

    def offered(self, line: str) -> Offer:
        """Give fields, or the values of one among the cables that are found.

        What is typed of no field may be one of the values of any.
        """
        field = filtering.field(line)
        if field is not None:
            return filtering.values(line, self._known.values(field))
        found = filtering.fields(line, self._search.line)
        some = len(filtering.wish(line).field) >= FEWEST and ":" not in line
        return filtering.anywhere(line, self._known.values) if some and not found.choices else found

    def typed(self, line: str) -> bool:
        """Take the value that is meant, for what is not wanted, once a hyphen says so."""
        field = filtering.field(line)
        self._turned = field is not None and filtering.is_turned(line, self._known.held(field))
        return self._turned

    async def taken(self, line: str) -> str | None:
        """Narrow what is found, or widen it by a term; an empty line leaves."""
        turned, self._turned = self._turned, False
        if not line.strip():
            return None
        if line.startswith(filtering.AWAY):
            await self._ask(refine.without(self._search.line, line[1:]))
            return ""
        wanted = filtering.wish(line)
        if filtering.field(line) is None or not wanted.value:
            self._screen.say("A field and its value: origin, Enter, a post")
            return line
        term = filtering.term(wanted)
        try:
            parse(term)
        except QueryInvalid as error:
            self._screen.say(told(error))
            return line
        write = refine.excluded if turned or wanted.excluded else refine.narrowed
        await self._ask(write(self._search.line, term))
        return ""

    async def rubbed(self) -> bool:
        """Take away what was asked for last."""
        terms = refine.terms(self._search.line)
        if terms:
            await self._ask(refine.without(self._search.line, terms[-1]))
        return bool(terms)

    async def answered(self, line: str) -> None:
        """Leave the list as it is narrowed."""

    def given_up(self) -> None:
        """Leave the list as it is narrowed."""

    async def _ask(self, line: str) -> None:
        await self._search.ask(line)
        self._known = Known(self._library, self._search.line)
