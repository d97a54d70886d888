"""One cable: its banner over and under it, its text between; and the way from cable to cable."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from store.cable import Cable, Paragraph
from store.codes import CABLE, Code
from store.errors import CableUnknown, ReftelError
from store.explain import explain
from store.query import parse, spans
from store.routing import named
from tui.keys import bindings
from tui.render.banner import banner
from tui.render.cable import gaps
from tui.render.look import Look
from tui.render.row import told
from tui.screens.asked import Finding, Jumping, Lettering
from tui.screens.beside import Beside
from tui.screens.frame import Frame
from tui.screens.history import History, Visit
from tui.screens.meant import CableScreen
from tui.screens.places import Places
from tui.screens.stars import Stars
from tui.widgets.bar import Bar
from tui.widgets.cable_view import CableView
from tui.widgets.menu import ViewMenu
from tui.widgets.text_view import Span

if TYPE_CHECKING:
    from store.library import Library

KEEPING = 2.0
"""Seconds after a key until the place is written down: what stands so long is being read."""


class DetailScreen(CableScreen):
    """A cable, read or as received; the screen is made once and shows one cable after another."""

    BINDINGS = bindings("detail")
    TABLE = "detail"

    def __init__(self, library: "Library", stars: Stars, width: int = Look().width) -> None:
        self.text = CableView()
        self.text.look = Look(width=width)
        super().__init__(self.text, library, stars)
        self.cable: Cable | None = None
        self.beside = Beside(library, stars)
        self._over = Bar()
        self._under = Bar()
        self._menu = ViewMenu()
        self._history = History()
        self._places = Places(library)
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Give the list, where it has room, and the text between two banners."""
        with Horizontal():
            yield self.beside
            with Vertical():
                yield self._over
                yield self.text
                yield self._under
        yield self._menu
        yield from self.foot()

    async def read(self, cable: Cable, query: str) -> None:
        """Show a cable where the words of a query first stand in it, or where it was left."""
        self._history.visit(Visit(cable.id, cable.source and cable.source.version, query))
        await self._show(cable, query)

    async def follow(self, name: str) -> bool:
        """Read a cable of the library; where it has none of that id, say so and stay."""
        cable = await self._got(name, None)
        if cable is not None:
            await self.read(cable, "")
        return cable is not None

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
        count, at = len(self.text.hits), self.text.paragraph
        hit = f"hit {self.text.hit + 1}/{count}  " if count else ""
        paragraph = "" if at is None else f"¶{at}/{len(self.cable.paragraphs)}  "
        return f"{self.cable.id}{view}", f"{hit}{paragraph}{self.text.extent}"

    def keys_now(self) -> tuple[str, ...]:
        """Name the keys of the menu while it is open."""
        return ("view",) if self._menu.has_focus else super().keys_now()

    @property
    def name_meant(self) -> str | None:
        """The id of the cable that is read."""
        return self.cable.id if self.cable else None

    @property
    def paragraph_meant(self) -> Paragraph | None:
        """The paragraph that one is at."""
        at = self.text.at
        return None if self.cable is None or at is None else self.cable.paragraphs[at]

    async def cable_meant(self) -> Cable | None:
        """Give the cable that is read."""
        return self.cable

    def restar(self) -> None:
        """Show the star of the cable, and those of the rows beside it."""
        self.beside.redraw()
        self.settle_quietly()

    def settle(self) -> None:
        """Show the state of things and remember the place; it is written down in a while."""
        super().settle()
        if self.cable is not None and self._keeping is not None:
            self._places.leave(self.cable, self.text.offset_at_top(), self.text.paragraph)
            self._keeping.reset()
            self._keeping.resume()

    def on_mount(self) -> None:
        """Have the place written down in a while."""
        self._keeping = self.set_interval(KEEPING, self._rest)

    def on_unmount(self) -> None:
        """Write down what is not yet."""
        self._keep()

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()

    def action_menu(self) -> None:
        """Wait for the letter that says how to show the cable."""
        self.set_focus(self._menu)

    def action_turn(self, what: str) -> None:
        """Turn a part of the look on or off, and keep the place; "" leaves all as it is."""
        self.set_focus(None)
        if what:
            self.text.turn(self.text.look.turned(what))
            self.settle()

    def action_width(self, steps: int) -> None:
        """Let lines be longer or shorter."""
        self.text.turn(self.text.look.widened(steps))
        self.settle()
        self.say(f"Lines of at most {self.text.look.width} cells")

    def action_hit(self, step: int) -> None:
        """Go to the next or the previous hit."""
        if self.text.hits:
            self.text.walk(step)
            self.settle()
        else:
            self.say("No hits to go to: / finds in this cable")

    def action_clear_hits(self) -> None:
        """Take the marks off the text."""
        self.text.mark(())
        self.text.clear()
        self.settle()

    def action_find(self) -> None:
        """Ask what to find in the text."""
        if self.cable is not None:
            self.ask(Finding(self.text, self.cable, self.say))

    async def action_on(self) -> None:
        """Move a page on; at the end of the text, to the next cable of the list."""
        if self.text.at_end:
            await self.run_action("app.step(1)")
        else:
            self.action_page(1)

    def action_jump(self) -> None:
        """Ask for a paragraph to go to."""
        self.ask(Jumping(self.text, self.say))

    async def action_paragraph(self, step: int) -> None:
        """Go to the paragraph of the number typed before; without one to the next or previous."""
        number = self.counted()
        if number is not None:
            self.settle()
            await Jumping(self.text, self.say).answered(str(number))
            self.settle_quietly()
        elif self.text.step(step):
            self.settle()
        else:
            self.say("No paragraph further on" if step > 0 else "No paragraph before")

    async def action_explain(self, step: int) -> None:
        """Explain the next code, or the one before."""
        code = self.text.seek(step, lambda code: code.kind != CABLE)
        if code is None or self.cable is None:
            self.say("No code further on: zh opens the header" if step > 0 else "No code before")
        else:
            self.settle()
            await self._answer(explain, code, self.cable, partial(named, self.library))

    async def action_reference(self, step: int) -> None:
        """Go to the next reference, or to the one before, and say which cable it is."""
        code = self.text.seek(step, is_cable)
        if code is None:
            self.say("No reference further on" if step > 0 else "No reference before")
            return
        self.settle()
        await self._answer(self._known, code.text)

    async def action_follow(self) -> None:
        """Read the cable of the reference that stands out."""
        code = self.text.code
        if code is not None and code.kind == CABLE:
            await self.follow(code.text)
        else:
            self.say("Tab goes to a reference, f gives letters to those in view")

    async def action_hints(self) -> None:
        """Give the references in view letters, and wait for one of them."""
        codes = self.text.label(is_cable)
        if len(codes) > 1:
            self.ask(Lettering(self.text, codes, self.follow))
            return
        self.text.unlabel()
        for code in codes.values():
            await self.follow(code.text)
        if not codes:
            self.say("No references in view: Tab goes to the next one")

    async def action_history(self, step: int) -> None:
        """Go back to the cable read before, or forward again."""
        visit = self._history.peek(step)
        if visit is None:
            self.say("Nothing was read after this one" if step > 0 else "Nothing was read before")
        elif cable := await self._got(visit.id, visit.version):
            self._history.go(step)
            await self._show(cable, visit.query, again=True)

    async def _answer(self, find: Callable[..., str], *asked: object) -> None:
        """Say what the library has to say, or what befell it."""
        try:
            self.say(await to_thread(find, *asked))
        except ReftelError as error:
            self.say(str(error))

    def _known(self, name: str) -> str:
        """Say which cable an id is of."""
        rows = self.library.rows([name])
        return told(rows[name]) if name in rows else missing(name)

    async def _got(self, name: str, version: int | None) -> Cable | None:
        """Read a cable from the library; say why where that cannot be."""
        try:
            return await to_thread(self.library.get, name, version)
        except CableUnknown:
            self._tell(missing(name))
        except ReftelError as error:
            self._tell(str(error))
        return None

    async def _show(self, cable: Cable, query: str, *, again: bool = False) -> None:
        """Show a cable; one that is read again at its place, whatever the words of the query."""
        trouble = place = None
        try:
            place = await self._places.of(cable)
        except ReftelError as error:
            trouble = str(error)
        self.cable = cable
        for bar in (self._over, self._under):
            bar.show(partial(banner, cable.level, cable.captions))
        self.text.read(cable, hits(cable, query), place)
        if again:
            self.text.go(place)
        self.settle()
        if trouble:
            self.say(trouble)

    def _rest(self) -> None:
        """Write down that the cable is read and how far, once for as long as no key comes."""
        if self._keeping is not None:
            self._keeping.pause()
        if self.cable is not None and self.app.screen is self:
            self._places.seen(self.cable)
        self.run_worker(to_thread(self._keep), group="places")

    def _keep(self) -> None:
        try:
            self._places.keep()
        except ReftelError as error:
            self.app.call_later(self._tell, str(error))

    def _tell(self, message: str) -> None:
        """Say something on the screen in front, which may be one that stands over this."""
        front = self.app.screen
        if isinstance(front, Frame):
            front.say(message)


def is_cable(code: Code) -> bool:
    """Tell whether a code is a reference to a cable."""
    return code.kind == CABLE


def missing(name: str) -> str:
    """Say that a cable is not there."""
    return f"{name} is not in this library"


def hits(cable: Cable, query: str) -> list[Span]:
    """Find where the words of a query stand in a cable, page breaks read over."""
    return spans(parse(query), cable.text, gaps(cable)) if query else []
