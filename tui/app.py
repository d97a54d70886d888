"""The program on the whole screen: screens made once and kept, and the manners of a terminal."""

import os
from asyncio import AbstractEventLoop, get_running_loop, to_thread
from collections.abc import Awaitable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from rich.text import Text
from textual.actions import ActionParseResult, parse
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import AppFocus, Event, Key, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkType

from tui import coaching, keys, terminal
from tui.config.settings import UNSETTLED, Loaded
from tui.doors import Doors
from tui.fault import INTERNAL_ERROR, fault
from tui.keyboard import Keyboard
from tui.net import Net
from tui.render.safe import safe
from tui.screens.frame import Frame
from tui.screens.help import HelpScreen
from tui.screens.meant import CableScreen
from tui.screens.rooms import Rooms
from tui.screens.stars import Stars
from tui.wire.driver import LeanDriver
from tui.wire.early import Early

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from store.library import Library
    from tui.screens.commands import Commands
    from tui.screens.entry import Entry
    from tui.screens.saved import Saved
    from tui.work.desk import Desk

PARTS = ("home", "rooms", "saved", "work")
"""What the program has on every screen."""


class ReftelApp(App[None], inherit_bindings=False):
    """Opens a library on its list; reading, searching and help stand on top of that."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "reftel"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        *((0, "-thin"), (terminal.LEAST[0], "-narrow"), (90, "-wide"), (160, "-split"))
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (terminal.LEAST[1], "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        library: "Library | None",
        settled: Loaded = UNSETTLED,
        *,
        practice: bool = False,
        doors: Doors | None = None,
        stars: Stars | None = None,
        early: Early | None = None,
    ) -> None:
        # The colours of the reader's own terminal, known to App.__init__ already: it chooses there
        # what NO_COLOR takes away, and a theme set later would leave black on black.
        super().__init__(driver_class=driver(early), ansi_color=True)
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self._net = Net(ascii_only=not terminal.utf8(os.environ))
        self._settled = settled
        self.keyboard = Keyboard(self)
        self._doors = doors or Doors(Path() if library is None else library.path)
        self._help = HelpScreen()
        self.library: Library | None = None
        self._commands: Commands | None = None
        if library is not None:
            self._furnish(library, stars or Stars(library), practice=practice)

    def _furnish(self, library: "Library", stars: Stars, *, practice: bool) -> None:
        """Make the screens of a library."""
        config = self._settled.config
        self.library = library
        self.rooms = Rooms(self, library, stars, config, practice=practice)
        if config.hints and not coaching.known(os.environ):
            from tui.widgets.coach import Coach  # few need it

            work: WorkType[None] = partial(to_thread, coaching.remember, os.environ)
            self.rooms.list.coach = Coach(partial(self.run_worker, work, group="coaching"))
        self._commands = None

    def get_default_screen(self) -> Screen[Any]:
        """Begin on the list; where there is no library yet, on the ways into one."""
        return self.home.page() if self.library is None else self.rooms.list

    async def enter(self, library: "Library", *, practice: bool) -> None:
        """Go on in another library, on its list."""
        gone = () if self.library is None else self.rooms.all()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        for screen in gone[1:]:
            self.uninstall_screen(screen)
        self._furnish(library, Stars(library), practice=practice)
        self.rooms.install()
        if not self.screen._result_callbacks:
            # What Textual takes away in changing screens it has not given to its first one.
            self.screen._push_result_callback(self, None)
        await self.switch_screen(self.rooms.list)
        for screen in gone[1:]:
            await screen.remove()

    def on_load(self) -> None:
        """Leave the terminal as it was found after a signal, from before it is taken."""
        terminal.on_hangup(lambda number: self.exit(return_code=128 + number))

    def on_mount(self) -> None:
        """Install the screens; draw all again after fg."""
        get_running_loop().set_exception_handler(self._strayed)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        self.install_screen(self._help, self._help.TABLE)
        if self.library is not None:
            self.rooms.install()
        self.front().call_after_refresh(self.keyboard.there.set)
        if wrong := self._settled.first():
            self.call_after_refresh(self.front().say, wrong)

    def frames(self) -> "Iterator[Frame]":
        """Give every screen there is, shown or kept; some come twice."""
        there = (*self.screen_stack, *self._installed_screens.values())
        return (each for each in there if isinstance(each, Frame))

    @cached_property
    def home(self) -> "Entry":
        """The ways into a library, loaded when the first of them is wanted."""
        from tui.screens.entry import Entry

        return Entry(self, self._doors)

    @cached_property
    def work(self) -> "Desk":
        """What runs beside the program, loaded with the first of it."""
        from tui.work.desk import Desk

        return Desk(self, self._doors, self.home.arrived)

    @cached_property
    def saved(self) -> "Saved":
        """The searches one keeps, loaded when they are wanted."""
        from tui.screens.saved import Saved

        return Saved(self)

    def finish(self) -> list[str]:
        """Stop what runs beside, close what is open, and tell what is not done, at the very end."""
        left = self.work.finish() if "work" in vars(self) else []
        opened = self.home.opened if "home" in vars(self) else []
        for library in (*opened, self.library):
            if library is not None:
                library.close()
        return left

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Add the second net under the gate of `tui.render.safe`."""
        return [self._net, *super().get_line_filters()]

    async def on_event(self, event: Event) -> None:
        """Follow each key to its end before the next; see anew what may be another now."""
        if isinstance(event, Key):
            await self.keyboard.take(event)
        else:
            await super().on_event(event)
        if isinstance(event, Resize):
            self.action_redraw()
        elif isinstance(event, Key | AppFocus):
            self._look_again()

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Have a part of the screen in front do what is its own."""
        whose, name, given = parse(action) if isinstance(action, str) else action
        part = self.front().parts.get(whose) or (getattr(self, whose) if whose in PARTS else None)
        if part is None:
            return await super().run_action((whose, name, given), default_namespace, namespaces)
        await self.front().pointed()
        done = getattr(part, f"action_{name}")(*given)
        if isinstance(done, Awaitable):
            await done
        return True

    async def action_command(self) -> None:
        """Ask for a command."""
        if self._commands is None:
            from tui.screens.commands import Commands  # a start does without it
            from tui.screens.commands.house import House

            self._commands = Commands(House(self, self._help), self.library)
        await self._commands.ask()

    async def action_help(self) -> None:
        """Show the keys of the screen in front."""
        self._help.about(self.front().keys_now())
        await self.push_screen("help")

    async def action_back(self) -> None:
        """Go back to the screen before."""
        self.pop_screen()

    def action_leave(self) -> None:
        """Quit."""
        self.exit(return_code=0)

    def action_interrupt(self) -> None:
        """Say how to quit; Ctrl-C is too easily pressed to do it."""
        self.front().say(f"{keys.pressed('app.quit')} quits")

    def action_redraw(self) -> None:
        """Draw everything anew, after something else wrote on the terminal."""
        if isinstance(self._driver, LeanDriver):
            self._driver.forget()
        self.screen.refresh()

    def _look_again(self) -> None:
        """Show marks that were changed elsewhere, at the next key or when one comes back."""
        front = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(front, CableScreen):
            front.look_again()

    def front(self) -> Frame:
        """Give the screen in front."""
        assert isinstance(self.screen, Frame)  # noqa: S101 - the app has no other screens
        return self.screen

    def panic(self, *renderables: "RenderableType") -> None:  # noqa: ARG002
        """Leave out what an error has to show of itself, which may be a cable's words."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say the type and the place of the first fault.

        Textual would print all values on the way to it.
        """
        self._return_code = INTERNAL_ERROR
        self._exit_renderables[:] = [Text(safe(fault(self._exception)))]
        self._close_messages_no_wait()

    def _strayed(self, _: AbstractEventLoop, context: dict[str, Any]) -> None:
        """Leave by a fault that no one waited for; asyncio would print what it says."""
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)


def driver(early: Early | None) -> type[Driver] | None:
    """Choose the way to the terminal: Textual's own variable for it goes first."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return None
    return cast("type[Driver]", partial(LeanDriver, early=early))  # it is called, and no more
