"""One cable: its banner over and under it, its text between; and the way from cable to cable."""

import time
from asyncio import to_thread
from collections.abc import Iterable, MutableMapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Input

from store.cable import Cable
from store.codes import CABLE, Code
from store.errors import CableUnknown, ReftelError
from store.explain import explain
from store.query import parse, spans
from store.query.find import find
from store.routing import named
from tui.keys import bindings
from tui.render.banner import banner
from tui.render.cable import flow, received
from tui.render.line import Line
from tui.render.row import told
from tui.screens.finding import Finding
from tui.screens.frame import Frame
from tui.screens.history import History, Visit
from tui.widgets.bar import Bar
from tui.widgets.cable_view import CableView
from tui.widgets.text_view import Span
from tui.widgets.view_menu import ViewMenu

if TYPE_CHECKING:
    from store.library import Library

NARROWEST, WIDEST, STEP = 40, 160, 10
"""Cells of a line of text at the least and at the most, and by how many they change."""


class Look(NamedTuple):
    """How a cable is shown; it stays so from cable to cable, but for `received`.

    `width` is the most cells a line of text takes: longer ones are hard to follow, and dear on a
    slow line.
    """

    received: bool = False
    header: bool = False
    findings: bool = False
    width: int = 100


class DetailScreen(Frame):
    """A cable, read or as received; the screen is made once and shows one cable after another."""

    BINDINGS = bindings("detail")
    TABLE = "detail"

    def __init__(self, library: "Library") -> None:
        self.text = CableView()
        super().__init__(self.text)
        self._library = library
        self._over = Bar()
        self._under = Bar()
        self._menu = ViewMenu()
        self.cable: Cable | None = None
        self._look = Look()
        self._history = History()
        self._places: MutableMapping[str, int | None] = {}
        self._finding: Finding | None = None
        self._letters: dict[str, Code] = {}

    def compose(self) -> ComposeResult:
        """Give the text between two banners."""
        yield self._over
        yield self.text
        yield self._under
        yield self._menu
        yield from self.foot()

    def read(self, cable: Cable, query: str) -> None:
        """Show a cable where the words of a query first stand in it, or where it was left."""
        self._history.visit(_visit(cable, query))
        self._show(cable, query)

    def reach(self, offset: int | None) -> None:
        """Go to an offset of the text; nowhere for None."""
        if offset is not None:
            self.text.reach(offset)
            self.settle()

    def state(self) -> tuple[str, str]:
        """Say which cable this is, which hit of how many, and how far down the view stands."""
        if self.cable is None:
            return "", ""
        view = "  as received" if self._look.received else ""
        count, at = len(self.text.hits), self.text.paragraph
        hit = f"hit {self.text.hit + 1}/{count}  " if count else ""
        paragraph = "" if at is None else f"¶{self._named(at)}/{len(self.cable.paragraphs)}  "
        return f"{self.cable.id}{view}", f"{hit}{paragraph}{self.text.extent}"

    def keys_now(self) -> tuple[str, ...]:
        """Name the keys of the menu while it is open."""
        return ("view",) if self._menu.has_focus else super().keys_now()

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()

    def on_screen_suspend(self) -> None:
        """Remember the place."""
        self._leave()

    def action_menu(self) -> None:
        """Wait for the letter that says how to show the cable."""
        self.set_focus(self._menu)

    def action_turn(self, what: str) -> None:
        """Turn a part of the look on or off, and keep the place; "" leaves all as it is."""
        self.set_focus(None)
        if what:
            self._relook(self._look._replace(**{what: not getattr(self._look, what)}))

    def action_width(self, steps: int) -> None:
        """Let lines be longer or shorter."""
        width = max(NARROWEST, min(self._look.width + steps * STEP, WIDEST))
        self._relook(self._look._replace(width=width))
        self.say(f"Lines of at most {width} cells")

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
            cable = self.cable
            self._finding = Finding(
                self.text, lambda letters: find(cable.text, letters, gaps(cable))
            )
            self.ask("/")

    def action_jump(self) -> None:
        """Ask for a paragraph to go to."""
        self.ask(":")

    def action_paragraph(self, step: int) -> None:
        """Go to the paragraph of the number typed before; without one to the next or previous."""
        number = self.counted()
        if number is not None:
            self._go_to(str(number))
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
            asked = partial(named, self._library)
            self.say(await to_thread(explain, code, self.cable, asked))

    async def action_reference(self, step: int) -> None:
        """Go to the next reference, or to the one before, and say which cable it is."""
        code = self.text.seek(step, _is_cable)
        if code is None or self.cable is None:
            self.say("No reference further on" if step > 0 else "No reference before")
            return
        rows = await to_thread(self._library.rows, [code.text])
        self.settle()
        self.say(told(rows[code.text]) if code.text in rows else _missing(code.text))

    async def action_follow(self) -> None:
        """Read the cable of the reference that stands out."""
        code = self.text.code
        if code is not None and code.kind == CABLE:
            await self.follow(code.text)
        else:
            self.say("Tab goes to a reference, f gives letters to those in view")

    async def action_hints(self) -> None:
        """Give the references in view letters, and wait for one of them."""
        self._letters = self.text.label(_is_cable)
        if len(self._letters) > 1:
            self.ask("f")
            return
        self.text.unlabel()
        if self._letters:
            await self.follow(next(iter(self._letters.values())).text)
        else:
            self.say("No references in view: Tab goes to the next one")

    async def action_history(self, step: int) -> None:
        """Go back to the cable read before, or forward again."""
        visit = self._history.peek(step)
        if visit is None:
            self.say("Nothing was read after this one" if step > 0 else "Nothing was read before")
        elif cable := await self._got(visit.id, visit.version):
            self._history.go(step)
            self._show(cable, visit.query)
            self.text.go(self._places.get(cable.id))
            self.settle()

    async def on_input_changed(self, changed: Input.Changed) -> None:
        """Follow the letters of a reference; mark what else is typed."""
        if not self.prompt.has_focus:
            return
        typed = changed.value
        if self._letters:
            if typed in self._letters or not any(each.startswith(typed) for each in self._letters):
                chosen = self._letters.get(typed)
                self.action_cancel()
                if chosen is not None:
                    await self.follow(chosen.text)
        elif self._finding is not None:
            self._finding.typed(typed)
            self.settle()

    def answered(self, line: str) -> None:
        """Keep to the hits, if there are any; or go to a paragraph."""
        finding, self._finding = self._finding, None
        if self._letters:
            self._unlabel()
        elif finding is None:
            self._go_to(line)
        elif not line:
            finding.give_up()
            self.settle()
        elif not self.text.hits:
            self.say(f"This cable does not say {line}")

    def given_up(self) -> None:
        """Leave things as they were."""
        finding, self._finding = self._finding, None
        self._unlabel()
        if finding is not None:
            finding.give_up()
            self.settle()

    def _unlabel(self) -> None:
        self._letters = {}
        self.text.unlabel()

    def _go_to(self, number: str) -> None:
        """Go to the paragraph of a number; say which there are where it is none of them."""
        if self.cable is None or not number:
            return
        names = [self._named(at) for at in range(len(self.cable.paragraphs))]
        wanted = number.lstrip("¶").strip()
        if wanted in names:
            self.text.go_to(names.index(wanted))
            self.settle()
        else:
            last = f"the last is ¶{names[-1]}" if names else "this cable has none"
            self.say(f"No ¶{wanted}: {last}")

    def _named(self, paragraph: int) -> str:
        """Name a paragraph by its number, by its place where it has none."""
        number = self.cable.paragraphs[paragraph].number if self.cable else None
        return str(paragraph + 1 if number is None else number)

    async def follow(self, name: str) -> bool:
        """Read a cable of the library; where it has none of that id, say so and stay."""
        cable = await self._got(name, None)
        if cable is not None:
            self.read(cable, "")
        return cable is not None

    async def _got(self, name: str, version: int | None) -> Cable | None:
        """Read a cable from the library; say why where that cannot be."""
        try:
            return await to_thread(self._library.get, name, version)
        except CableUnknown:
            self._tell(_missing(name))
        except ReftelError as error:
            self._tell(str(error))
        return None

    def _tell(self, message: str) -> None:
        """Say something on the screen in front, which may be one that stands over this."""
        front = self.app.screen
        if isinstance(front, Frame):
            front.say(message)

    def _leave(self) -> None:
        if self.cable is not None:
            self._places[self.cable.id] = self.text.offset_at_top()

    def _show(self, cable: Cable, query: str) -> None:
        self._leave()
        self.cable = cable
        self._look = self._look._replace(received=False)
        for bar in (self._over, self._under):
            bar.show(partial(banner, cable.level, cable.captions))
        marked = hits(cable, query)
        self.text.show(self._lay_out, marked)
        if not marked:
            self.text.go(self._places.get(cable.id))
        self.settle()

    def _relook(self, look: Look) -> None:
        self._look = look
        self.text.relay(self._lay_out)
        self.settle()

    def _lay_out(self, width: int) -> Iterable[Line]:
        if self.cable is None:
            return ()
        look, width = self._look, min(width, self._look.width)
        if look.received:
            return received(self.cable, width)
        return flow(
            self.cable,
            width,
            header_open=look.header,
            findings_open=look.findings,
            today=time.strftime("%Y-%m-%d"),
        )


def _visit(cable: Cable, query: str) -> Visit:
    return Visit(cable.id, cable.source.version if cable.source else None, query)


def _is_cable(code: Code) -> bool:
    return code.kind == CABLE


def _missing(name: str) -> str:
    return f"{name} is not in this library"


def hits(cable: Cable, query: str) -> list[Span]:
    """Find where the words of a query stand in a cable, page breaks read over."""
    return spans(parse(query), cable.text, gaps(cable)) if query else []


def gaps(cable: Cable) -> list[Span]:
    """Give the page breaks of a cable, which are read over."""
    return [(gap.start, gap.end) for gap in cable.page_breaks]
