"""The two lines at the foot of a screen: how things stand, and the keys, a message or a prompt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tui.keys.hints import hints
from tui.render.fit import ends, fitted, parted, room_beside
from tui.render.line import cells, words
from tui.widgets.bar import Bar
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.widgets.offering import Choosing, Offering


class Asked(Protocol):
    """What the line is for that is being typed, after `sign`."""

    sign: ClassVar[str]

    def typed(self, line: str) -> bool:
        """Do with the line what can be done while it is typed; tell whether it is complete."""

    async def answered(self, line: str) -> None:
        """Do what was asked for."""

    def given_up(self) -> None:
        """Leave things as they were before."""


@runtime_checkable
class Completing(Protocol):
    """What knows how a line goes on."""

    def completed(self, line: str) -> str:
        """Give the line with as much more as is certain."""


class Foot(Vertical):
    """Shows what it is told until it is told otherwise; `said` while that is a message.

    `doing` is what runs beside the program, in a word or two.

    The line of keys gives way to a prompt while something is asked for; whenever that is over,
    `settle` is called to show the state of things.
    """

    DEFAULT_CSS = "Foot { height: 2; }"

    def __init__(self, settle: Callable[[], None]) -> None:
        super().__init__()
        self.prompt = Prompt()
        self.said = False
        self.doing = ""
        self._settle = settle
        self._status = Bar(reverse=True)
        self._status.id = "status"
        self._hints = Bar()
        self._hints.id = "hints"
        self._sign = Bar()
        self._sign.id = "sign"
        self._state = "", ""
        self._asked: Asked | None = None
        self._heard = ""
        self._offering: Offering | None = None

    def compose(self) -> ComposeResult:
        """Give the two lines."""
        yield self._status
        with Horizontal(id="line"):
            yield self._hints
            yield self._sign
            yield self.prompt

    def show(self, state: tuple[str, str], part: str) -> None:
        """Show the state of things, left and right, and the keys of a part of the table."""
        self.said = False
        self._state = (f"{self.doing}  {state[0]}" if self.doing else state[0]), state[1]
        self._status.show(partial(ends, *self._state))
        self._hints.show(partial(hints, part))

    def say(self, message: str) -> None:
        """Show a message in place of the keys.

        One that is too long for that begins on the status line, and takes all of it where it must;
        while something is asked for, it stands there.
        """
        self.said = True
        whole = self.size.width
        left, room = room_beside(self._state[1], whole), 0 if self._asked else whole
        above, below = parted(message, left, room)
        if cells(words(below).plain) > room:
            above, below = parted(message, whole, room)
        state = above or self._state[0]
        right = "" if above and cells(words(above).plain) > left else self._state[1]
        self._status.show(partial(ends, state, right))
        self._hints.show(lambda width: fitted(below, width, "label"))

    def ask(self, asked: Asked, line: str = "") -> None:
        """Ask for a line; some of it may be there."""
        self._asked, self._heard = asked, line
        self._sign.show(lambda _: words(asked.sign, "code"))
        self.prompt.value = line
        self.prompt.cursor_position = len(line)
        self._ask_visibly(asking=True)
        self.screen.set_focus(self.prompt)

    async def choose(self, asked: "Choosing", line: str = "") -> None:
        """Ask for a line, with what may be chosen above it."""
        from tui.widgets.choices import Panel  # a start does without what offers
        from tui.widgets.offering import Offering

        if not self.screen.query(Panel):
            await self.screen.mount(Panel(partial(hints, "prompt")))
        self._offering = Offering(asked, self.prompt, self.screen.query_one(Panel))
        await self._offering.follow(line)
        self.ask(asked, line)

    async def on_input_changed(self, changed: Input.Changed) -> None:
        """Do with a line that was mended or pasted what it is asked for."""
        changed.stop()
        await self.hear()

    async def hear(self) -> None:
        """Do with the line as it stands what it is asked for, before another key comes."""
        if self._asked is None or self.prompt.value == self._heard:
            return
        self._heard = self.prompt.value
        if self._asked.typed(self._heard):
            await self.action_answer()
            return
        if self._offering:
            await self._offering.follow(self._heard)
        if self._asked:  # and not answered meanwhile, and something said of that
            self._settle()

    async def action_answer(self) -> None:
        """Take the line as it stands, or what is chosen for it."""
        await self.hear()
        if self._offering and not await self._offering.whole():
            await self.hear()
        elif asked := self._asked_enough():
            await asked.answered(self.prompt.value.strip())
            if not self.said:
                self._settle()

    async def action_complete(self) -> None:
        """Write into the line what is meant."""
        await self.hear()
        if self._offering:
            await self._offering.complete()
            await self.hear()
        elif isinstance(self._asked, Completing):
            self.prompt.value = self._asked.completed(self.prompt.value)
            self.prompt.cursor_position = len(self.prompt.value)
            await self.hear()

    async def action_choose(self, rows: int) -> None:
        """Go to another choice, or to a line typed before."""
        if self._offering:
            await self._offering.step(rows)
            await self.hear()

    async def action_rub(self) -> None:
        """Delete backwards; ask no longer where there is nothing to delete."""
        if self.prompt.value:
            self.prompt.action_delete_left()
        elif not (self._offering and await self._offering.rub()):
            self.action_cancel()

    def action_cancel(self) -> None:
        """Ask no longer."""
        if asked := self._asked_enough():
            asked.given_up()
            self._settle()

    def _ask_visibly(self, *, asking: bool) -> None:
        # By themselves, not by a class: Textual would look up the style of every widget again.
        self._hints.display = not asking
        self._sign.display = self.prompt.display = asking

    def _asked_enough(self) -> Asked | None:
        asked, self._asked = self._asked, None
        if self._offering:
            self._offering.close()
            self._offering = None
        if asked:
            self.screen.set_focus(None)
            self._ask_visibly(asking=False)
            self._settle()
        return asked
