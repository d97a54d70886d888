"""What every screen has: a pane that moves, menus, and the two lines at the foot."""

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.render.fit import fitting
from tui.terminal import LEAST
from tui.widgets.bar import Bar
from tui.widgets.cable_list import CableList
from tui.widgets.foot import Asked, Foot
from tui.widgets.menu import Menu
from tui.widgets.text_view import TextView

MOST = 9_999_999
"""The greatest number that counts."""

TOO_SMALL = tuple(
    wording.format(*LEAST)
    for wording in ("reftel needs {}×{} columns and rows", "needs {}×{}", "{}×{}")
)


class Frame(Screen[None], inherit_bindings=False):
    """A screen of the program: its pane takes the movement keys, whatever it holds.

    What a screen does falls into `parts`, each an object that has the actions of one matter: the
    key whose action is `hits.step(1)` calls `action_step(1)` of the part `hits`.
    """

    AUTO_FOCUS = ""
    TABLE: ClassVar[str]
    """The name under which the table of keys knows the screen."""

    def __init__(self, pane: CableList[Any] | TextView) -> None:
        super().__init__()
        self.pane = pane
        self.foot = Foot(self.settle)
        self.menu = Menu()
        self.parts: dict[str, object] = {"prompt": self.foot}
        self._typed = 0

    def compose(self) -> ComposeResult:
        """Give the pane and what stands below it."""
        yield self.pane
        yield from self.below()

    def below(self) -> ComposeResult:
        """Give the menu and the foot, and what stands alone where there is no room."""
        room = Bar(partial(fitting, TOO_SMALL))
        room.id = "room"
        yield room
        yield self.menu
        yield self.foot

    def on_mount(self) -> None:
        """Draw the two lines at the foot."""
        self.settle_quietly()

    def on_resize(self) -> None:
        """Fit the two lines at the foot to the width."""
        self.settle_quietly()

    def set_focus(
        self,
        widget: Widget | None,
        scroll_visible: bool = True,  # noqa: FBT001, FBT002 - as Textual has it
        from_app_focus: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Give the keys to a widget, and show them.

        At once: Textual's own word of it comes when a line may be answered already, and would take
        away what is said of that.
        """
        super().set_focus(widget, scroll_visible, from_app_focus)
        if widget is not None:
            self.settle()

    def on_descendant_blur(self) -> None:
        """Show the keys of the screen again."""
        self.settle_quietly()

    def keys_now(self) -> tuple[str, ...]:
        """Name the parts of the table that work at this moment, the foremost first."""
        if self.focused is self.menu:
            return (self.menu.part,)
        return ("prompt",) if self.focused is self.foot.prompt else (self.TABLE,)

    def state(self) -> tuple[str, str]:
        """Say what the status line says at its left and its right end."""
        raise NotImplementedError

    def settle(self) -> None:
        """Show the state of things and the keys of the moment, in place of any message."""
        self._typed = 0
        self.foot.show(self.state(), self.keys_now()[0])

    def settle_quietly(self) -> None:
        """Settle, unless that takes away a message that no one may have read yet."""
        if not self.foot.said:
            self.settle()

    def heard(self) -> None:
        """Show how far what runs beside the program is."""
        self.settle_quietly()

    def say(self, message: str) -> None:
        """Show a message in place of the keys until the next move."""
        self._typed = 0
        self.foot.say(message)

    async def pointed(self) -> None:
        """Wait for what is pointed at to be known, which a key may be about."""

    async def hear(self) -> None:
        """Do with a line what it is typed for, before another key comes."""
        await self.foot.hear()

    def ask(self, asked: Asked) -> None:
        """Ask for a line at the foot."""
        self.foot.ask(asked)

    async def go(self, place: str) -> None:
        """Go to a row or line by its number, or to the end."""
        if place.isdecimal():
            self._to(int(place))
        elif place.casefold() == "end":
            self.action_to(-1)
        else:
            self.say("Go to a line (120) or the end (end)")

    def counted(self) -> int | None:
        """Give the number typed before a key, once; None where there was none."""
        typed, self._typed = self._typed, 0
        return typed or None

    def action_digit(self, digit: int) -> None:
        """Take a digit of the number that the next key goes by."""
        typed = min(self._typed * 10 + digit, MOST)
        if typed:
            self.say(f"{typed}")
        self._typed = typed

    def action_menu(self, part: str) -> None:
        """Wait for a letter of a part of the table."""
        self.menu.open(part)

    def action_move(self, rows: int) -> None:
        """Move by rows or lines, down where positive."""
        self.pane.move(rows * (self.counted() or 1))
        self.settle()

    def action_page(self, pages: float) -> None:
        """Move by pages, down where positive."""
        self.pane.move_pages(pages * (self.counted() or 1))
        self.settle()

    def action_to(self, row: int) -> None:
        """Move to the row or line of the number typed before; to the first for 0, -1 the last."""
        if number := self.counted():
            self._to(number)
        elif row < 0:
            self.pane.to_end()
            self.settle()
        else:
            self._to(1)

    def _to(self, number: int) -> None:
        """Move to a row or line by its number."""
        self.pane.move_to(0)
        self.pane.move_to(number - 1)
        self.settle()
