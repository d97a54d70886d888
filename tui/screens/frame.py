"""What every screen has: a pane that moves, a status line, a line of keys that can ask."""

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from tui import keys
from tui.render.line import EMPTY, Line, breaks, cells, cut, join, words
from tui.screens.asked import Asked
from tui.terminal import LEAST
from tui.widgets.bar import Bar
from tui.widgets.cable_list import CableList
from tui.widgets.prompt import Prompt
from tui.widgets.text_view import TextView

MOST = 9_999_999
"""The greatest number that counts."""


class Frame(Screen[None], inherit_bindings=False):
    """A screen of the program: its pane takes the movement keys, whatever it holds.

    The status line is two bars, so that a move sends the right end of it only. The line of keys
    gives way to a prompt while the screen asks for something.
    """

    AUTO_FOCUS = ""
    TABLE: ClassVar[str]
    """The name under which the table of keys knows the screen."""

    def __init__(self, pane: CableList[Any] | TextView) -> None:
        super().__init__()
        self.pane = pane
        self.prompt = Prompt()
        self._room = Bar(too_small)
        self._room.id = "room"
        self._sign = Bar()
        self._sign.id = "sign"
        self._left = Bar(reverse=True)
        self._right = Bar(reverse=True)
        self._said = False
        self._typed = 0
        self._asked: Asked | None = None
        self._heard = ""
        self._hints = Bar()
        self._hints.id = "hints"

    def compose(self) -> ComposeResult:
        """Give the pane and what stands below it."""
        yield self.pane
        yield from self.foot()

    def foot(self) -> ComposeResult:
        """Give the two lines at the foot, and what stands alone where there is no room."""
        yield self._room
        with Horizontal(id="status"):
            yield self._left
            yield self._right
        with Horizontal(id="foot"):
            yield self._hints
            yield self._sign
            yield self.prompt

    def on_mount(self) -> None:
        """Draw the two lines at the foot."""
        self.settle_quietly()

    def on_resize(self) -> None:
        """Fit the two lines at the foot to the width."""
        self.settle_quietly()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has them now."""
        self.settle()

    def on_descendant_blur(self) -> None:
        """Show the keys of the screen again."""
        self.settle_quietly()

    def keys_now(self) -> tuple[str, ...]:
        """Name the parts of the table that work at this moment, the foremost first."""
        return ("prompt",) if self.prompt.has_focus else (self.TABLE,)

    def state(self) -> tuple[str, str]:
        """Say what the status line says at its left and its right end."""
        raise NotImplementedError

    def settle(self) -> None:
        """Show the state of things and the keys of the moment, in place of any message."""
        self._said = False
        self._typed = 0
        left, right = self.state()
        self._left.show(lambda width: fitted(left, width))
        self._right.show(lambda width: at_end(right, width))
        self._hints.show(partial(hints, self.keys_now()[0]))

    def settle_quietly(self) -> None:
        """Settle, unless that takes away a message that no one may have read yet."""
        if not self._said:
            self.settle()

    def say(self, message: str) -> None:
        """Show a message in place of the keys until the next move.

        One that is too long for that begins on the status line, at its left.
        """
        self._said = True
        self._typed = 0
        above, below = parted(message, self._left.size.width, self.size.width)
        self._left.show(lambda width: fitted(above or self.state()[0], width))
        self._hints.show(lambda width: fitted(below, width, "label"))

    def action_digit(self, digit: int) -> None:
        """Take a digit of the number that the next key goes by."""
        typed = min(self._typed * 10 + digit, MOST)
        if typed:
            self.say(f"{typed}")
        self._typed = typed

    def counted(self) -> int | None:
        """Give the number typed before a key, once; None where there was none."""
        typed, self._typed = self._typed, 0
        return typed or None

    def ask(self, asked: Asked) -> None:
        """Ask for a line at the foot."""
        self._asked, self._heard = asked, ""
        self._sign.show(lambda _: words(asked.sign, "code"))
        self.prompt.value = ""
        self.add_class("-asking")
        self.set_focus(self.prompt)

    async def on_input_changed(self, changed: Input.Changed) -> None:
        """Do with a line that was mended or pasted what it is asked for."""
        if changed.input is self.prompt:
            await self.hear()

    async def hear(self) -> None:
        """Do with the line as it stands what it is asked for, before another key comes."""
        if self._asked is None or self.prompt.value == self._heard:
            return
        self._heard = self.prompt.value
        if self._asked.typed(self._heard):
            await self.action_answer()
        else:
            self.settle()

    async def action_answer(self) -> None:
        """Take the line as it stands."""
        await self.hear()
        if asked := self._asked_enough():
            await asked.answered(self.prompt.value.strip())
            self.settle_quietly()

    def action_cancel(self) -> None:
        """Ask no longer."""
        if asked := self._asked_enough():
            asked.given_up()
            self.settle()

    def _asked_enough(self) -> Asked | None:
        asked, self._asked = self._asked, None
        if asked:
            self.set_focus(None)
            self.remove_class("-asking")
            self.settle()
        return asked

    def action_down(self) -> None:
        """Move one row or line down."""
        self.pane.move(self.counted() or 1)
        self.settle()

    def action_up(self) -> None:
        """Move one row or line up."""
        self.pane.move(-(self.counted() or 1))
        self.settle()

    def action_page(self, pages: float) -> None:
        """Move by pages, down where positive."""
        self.pane.move_pages(pages * (self.counted() or 1))
        self.settle()

    def action_top(self) -> None:
        """Move to the first row or line."""
        self.pane.move_to(0)
        self.settle()

    def action_end(self) -> None:
        """Move to the last row or line."""
        self.pane.move_to(self.pane.count - 1)
        self.settle()


def too_small(width: int) -> Line:
    """Say how large a terminal must be: the longest of some wordings that fits."""
    least = "{}×{}".format(*LEAST)
    wordings = (f"reftel needs {least} columns and rows", f"needs {least}", least)
    return fitted(next((text for text in wordings if len(text) <= width), least), width, "label")


def fitted(text: str, width: int, role: str | None = None) -> Line:
    """Give a text in at most `width` cells, cut with an ellipsis where it is longer."""
    line = words(text, role)
    if cells(line.plain) <= width:
        return line
    if width < 2:
        return EMPTY
    _, end = next(breaks(line.plain, width - 1, hard=True))
    return join((cut(line, 0, end), words("…", role)))


def parted(message: str, above: int, below: int) -> tuple[str, str]:
    """Part a message where its end alone fits below; "" and the whole where all of it does."""
    plain = words(message).plain
    if cells(plain) <= below or not above:
        return "", message
    start, end = next(breaks(plain, above))
    return plain[start:end], plain[end:].lstrip(" ")


def at_end(text: str, width: int) -> Line:
    """Put a text at the right end of `width` cells."""
    line = fitted(text, width)
    return join((words(" " * (width - cells(line.plain))), line))


def hints(screen: str, width: int) -> Line:
    """Name the most useful keys of a screen, as many as fit whole."""
    parts: list[Line] = []
    for key, does in keys.footer(screen, width):
        parts += [words(" " * keys.GAP if parts else ""), words(key, "code"), words(f" {does}")]
    return join(parts)
