"""The first page: what this is, and the ways into a library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from textual.app import ComposeResult

from tui import terminal
from tui.keys import bindings
from tui.render.fit import fitting
from tui.render.line import EMPTY, Line, fitted, join, words, wrap
from tui.render.safe import safe
from tui.render.sheets import Layout
from tui.screens.frame import Frame
from tui.widgets.bar import Bar
from tui.widgets.cable_list import CableList
from tui.widgets.text_view import TextView

WHAT = (
    "reftel: read and search diplomatic cables, by the keyboard alone",
    "reftel: read diplomatic cables",
)


FOOT = 2
"""Rows of the foot."""


class Choice(NamedTuple):
    """One of the ways on: its number, what it says, and the action it is."""

    number: int
    says: str
    action: str


class HomeScreen(Frame):
    """Some choices, each by its number or by Enter, and below them what one may ask oneself."""

    BINDINGS = bindings("home")
    TABLE = "home"

    def __init__(self, ask: Callable[[], tuple[Sequence[Choice], Sequence[str]]]) -> None:
        self.rows: CableList[Choice] = CableList(lambda each, width: (drawn(each, width),))
        super().__init__(self.rows)
        self._text = TextView()
        self._over = Bar(partial(fitting, WHAT)), Bar()
        self._ask = ask
        self._choices: Sequence[Choice] = ()

    def compose(self) -> ComposeResult:
        """Give a line that says what this is, the choices, and the text below them."""
        yield from self._over
        yield self.rows
        yield self._text
        yield from self.below()

    def on_screen_resume(self) -> None:
        """Offer what there is now."""
        self.show()

    def show(self) -> None:
        """Offer the choices there are now, the cursor where it was."""
        at = self.rows.cursor
        self._choices, said = self._ask()
        self._fit()
        self.rows.reset(len(self._choices), self._choices)
        self.rows.move_to(at)
        self._text.show(Layout(partial(laid, said)))

    def on_resize(self) -> None:
        """Make room for the choices."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        """Leave out what stands around the choices where the screen is too low for all."""
        count = len(self._choices)
        room = self.size.height - FOOT
        self.rows.styles.height = min(count, max(room, 1))
        for least, widget in enumerate((*self._over, self._text), count + 1):
            widget.set_class(room < least, "gone")

    def state(self) -> tuple[str, str]:
        """Say where one is."""
        return "reftel", ""

    async def action_choose(self, number: int = 0) -> None:
        """Take the choice of a number; of the one under the cursor without one."""
        at = number - 1 if number else self.rows.cursor
        if at < len(self._choices):
            self.rows.move_to(at)
            await self.run_action(self._choices[at].action)


def drawn(choice: Choice, width: int) -> Line:
    """Draw a choice."""
    return join(
        (words(f"  {choice.number}", "code"), words(fitted(safe(f"  {choice.says}"), width - 3)))
    )


def laid(said: Sequence[str], width: int) -> Iterator[Line]:
    """Lay out what is said below the choices."""
    yield EMPTY
    for each in said:
        yield from wrap(words(each), width)


def about(where: str, environ: Mapping[str, str]) -> list[str]:
    """Say where a library is or will be, and what was found of the terminal if that matters."""
    said = [where, "Nothing leaves this machine."]
    found = []
    if terminal.away(environ):
        found.append("you come by SSH, so the mouse is off")
    if terminal.colours(environ) == terminal.SIXTEEN:
        found.append("16 colours")
    if terminal.colours(environ) == terminal.NONE:
        found.append("no colours")
    if not terminal.utf8(environ):
        found.append("ASCII letters")
    return [*said, f"Found: {', '.join(found)} (reftel doctor says more)."] if found else said
