"""The codes in a cable explained, and its references followed."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.codes import CABLE, Code
from store.errors import ReftelError
from store.explain import explain
from store.routing import named
from tui.keys import pressed
from tui.render.row import told
from tui.screens.asked import Lettering
from tui.screens.frame import Frame
from tui.screens.trail import Trail, missing
from tui.widgets.cable_view import CableView

if TYPE_CHECKING:
    from store.library import Library


class Codes:
    """Goes from code to code, and says what each is."""

    def __init__(self, screen: Frame, view: CableView, library: "Library") -> None:
        self._screen = screen
        self._view = view
        self._library = library

    async def action_explain(self, step: int) -> None:
        """Explain the next code, or the one before."""
        code = self._view.spots.seek(step, lambda code: code.kind != CABLE)
        cable = self._view.cable
        if code is None or cable is None:
            self._screen.say(self._none(step))
        else:
            self._screen.settle()
            await answer(self._screen, partial(explain, code, cable, partial(named, self._library)))

    def _none(self, step: int) -> str:
        """Say that there is no code that way, and where the most of them are."""
        if step < 0:
            return "No code before"
        look = self._view.look
        offer = f", {pressed('view.header')} opens the header"
        back = f"No code further on: {pressed('cable.explain.back')} goes back"
        return f"{back}{'' if look.header or look.received else offer}"


class References:
    """Goes from reference to reference, and follows them."""

    def __init__(self, screen: Frame, view: CableView, library: "Library", trail: Trail) -> None:
        self._screen = screen
        self._view = view
        self._library = library
        self._trail = trail

    async def action_step(self, step: int) -> None:
        """Go to the next reference, or to the one before, and say which cable it is."""
        code = self._view.spots.seek(step, is_cable)
        if code is None:
            ahead = "No reference further on"
            self._screen.say(ahead if step > 0 else "No reference before")
            return
        self._screen.settle()
        await answer(self._screen, partial(known, self._library, code.text))

    async def action_follow(self) -> None:
        """Read the cable of the reference that stands out."""
        code = self._view.spots.code
        if code is not None and code.kind == CABLE:
            await self._trail.follow(code.text)
        else:
            step, hints = pressed("reference.next"), pressed("reference.hints")
            self._screen.say(f"{step} goes to a reference, {hints} gives letters to those in view")

    async def action_hints(self) -> None:
        """Give the references in view letters, and wait for one of them."""
        codes = self._view.spots.label(is_cable)
        if len(codes) > 1:
            self._screen.ask(Lettering(self._view, codes, self._trail.follow))
            return
        self._view.spots.unlabel()
        for code in codes.values():
            await self._trail.follow(code.text)
        if not codes:
            step = pressed("reference.next")
            self._screen.say(f"No references in view: {step} goes to the next one")


async def answer(screen: Frame, find: Callable[[], str]) -> None:
    """Say what the library has to say, or what befell it."""
    try:
        screen.say(await to_thread(find))
    except ReftelError as error:
        screen.say(str(error))


def is_cable(code: Code) -> bool:
    """Tell whether a code is a reference to a cable."""
    return code.kind == CABLE


def known(library: "Library", name: str) -> str:
    """Say which cable an id is of."""
    rows = library.rows([name])
    return told(rows[name]) if name in rows else missing(name)
