"""One cable: its banner over and under it, its text between, the list beside it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from store.cable import Cable, Paragraph
from store.query import parse, spans
from tui.keys import bindings
from tui.render.banner import banner
from tui.render.cable import gaps
from tui.render.found import Span
from tui.render.look import Look
from tui.screens.beside import Beside
from tui.screens.bookmark import Bookmark
from tui.screens.codes import Codes, References
from tui.screens.deeds import Deeds
from tui.screens.frame import Frame
from tui.screens.hits import Hits
from tui.screens.looks import Looks
from tui.screens.margin import Margin
from tui.screens.meant import CableScreen
from tui.screens.paragraphs import Paragraphs
from tui.screens.places import Places
from tui.screens.standing import Standing
from tui.screens.stars import Stars
from tui.screens.trail import Trail
from tui.widgets.bar import Bar
from tui.widgets.cable_view import CableView

if TYPE_CHECKING:
    from store.library import Library


RIGHT = 22
"""Cells from which on the right end of the status line says less."""


class DetailScreen(CableScreen):
    """A cable, read or as received; the screen is made once and shows one cable after another."""

    BINDINGS = bindings("detail")
    TABLE = "detail"

    def __init__(
        self, library: "Library", stars: Stars, deeds: Deeds, width: int = Look().width
    ) -> None:
        self.text = CableView()
        self.text.look = Look(width=width)
        super().__init__(self.text, library, stars, deeds)
        self.beside = Beside(library, stars)
        self._over = Bar()
        self._under = Bar()
        self.trail = Trail(library, self._show, self._tell)
        self.bookmark = Bookmark(self, self.text, Places(library), self._tell)
        self.look = Looks(self, self.text)
        self._margin = Margin(self.text, library, self._tell)
        self._hits = Hits(self, self.text)
        self._paragraphs = Paragraphs(self, self.text)
        self.parts |= {
            "codes": Codes(self, self.text, library),
            "hits": self._hits,
            "look": self.look,
            "paragraphs": self._paragraphs,
            "place": Standing(self, self.text, self.beside),
            "references": References(self, self.text, library, self.trail),
            "trail": self.trail,
        }

    def compose(self) -> ComposeResult:
        """Give the list, where it has room, and the text between two banners."""
        with Horizontal():
            yield self.beside
            with Vertical():
                yield self._over
                yield self.text
                yield self._under
        yield from self.below()

    @property
    def cable(self) -> Cable | None:
        """The cable that is read."""
        return self.text.cable

    def reach(self, offset: int | None) -> None:
        """Go to an offset of the text; nowhere for None."""
        if offset is not None:
            self.text.reach(offset)
            self.settle()

    def state(self) -> tuple[str, str]:
        """Say which cable this is, which hit of how many, and how far down the view stands."""
        if self.cable is None:
            return "", ""
        view = "  starred" if self.stars.has(self.cable.id) else ""
        view += "  as received" if self.text.look.received else ""
        view += "" if self.text.look.wrap else "  unwrapped"
        view += "" if self.text.look.only is None else "  only ¶ with hits"
        view += f", from column {self.text.passage.left + 1}" if self.text.passage.left else ""
        place = f"{self._hits.state()}{self._paragraphs.state()}{self.text.passage.extent}"
        if len(place) > RIGHT:
            place = place.removeprefix("hit ").replace("  ", " ")
        return f"{self.cable.id}{view}", place

    @property
    def name_meant(self) -> str | None:
        """The id of the cable that is read."""
        return self.cable.id if self.cable else None

    @property
    def paragraph_meant(self) -> Paragraph | None:
        """The paragraph that one is at."""
        at = self.text.at
        return None if self.cable is None or at is None else self.cable.paragraphs[at]

    def by_hand(self, names: Sequence[str]) -> None:
        """Leave it to the reader whether these are read, until they are opened again."""
        self.bookmark.by_hand(names)

    async def cable_meant(self) -> Cable | None:
        """Give the cable that is read."""
        return self.cable

    def restar(self) -> None:
        """Show the star, the tags and the notes of the cable, and the signs of the rows beside."""
        self.beside.redraw()
        self.settle_quietly()
        self._margin.refresh(self)

    def settle(self) -> None:
        """Show the state of things and remember the place."""
        super().settle()
        self.bookmark.move()

    def on_mount(self) -> None:
        """Have the place written down."""
        self.bookmark.start()

    def on_unmount(self) -> None:
        """Write down what is not yet."""
        self.bookmark.keep()

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()

    async def go(self, place: str) -> None:
        """Go to a paragraph by its number, or to the end."""
        if place.casefold() == "end":
            self.action_to(-1)
        else:
            self._paragraphs.go(place)

    async def action_on(self) -> None:
        """Move a page on; at the end of the text, to the next cable of the list."""
        if self.text.passage.at_end:
            await self.run_action("rooms.step(1)")
        else:
            self.action_page(1)

    async def _show(self, cable: Cable, query: str, again: bool) -> None:  # noqa: FBT001
        place = await self.bookmark.of(cable)
        for bar in (self._over, self._under):
            bar.show(partial(banner, cable.level, cable.captions))
        own = await self._margin.of(cable)
        self.text.read(cable, hits(cable, query), place, own)
        if again:
            self.text.passage.go(place)
        self.settle()

    def _tell(self, message: str) -> None:
        """Say something on the screen in front, which may be one that stands over this."""
        front = self.app.screen
        if isinstance(front, Frame):
            front.say(message)


def hits(cable: Cable, query: str) -> list[Span]:
    """Find where the words of a query stand in a cable, page breaks read over."""
    return spans(parse(query), cable.text, gaps(cable)) if query else []
