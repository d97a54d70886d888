"""The program on the whole screen: screens made once and kept, and the manners of a terminal."""

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input

from store.errors import ReftelError
from tui.net import Net
from tui.render.safe import safe
from tui.screens.detail import DetailScreen
from tui.screens.frame import Frame
from tui.screens.help import HelpScreen
from tui.screens.list import ListScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.library import Library

INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""


class ReftelApp(App[None], inherit_bindings=False):
    """Opens a library on its list; reading, searching and help stand on top of that."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "reftel"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, library: "Library", *, practice: bool = False) -> None:
        # The colours of the reader's own terminal, known to App.__init__ already: it chooses there
        # what NO_COLOR takes away, and a theme set later would leave black on black.
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self._library = library
        self._net = Net()
        self._list = ListScreen(library, practice=practice)
        self._detail = DetailScreen()
        self._help = HelpScreen()

    def get_default_screen(self) -> Screen[Any]:
        """Begin on the list."""
        return self._list

    def on_mount(self) -> None:
        """Leave the terminal as it was found after a signal, and draw it all again after fg."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        for screen in (self._detail, self._help):
            self.install_screen(screen, screen.TABLE)

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Add the second net under the gate of `tui.render.safe`."""
        return [self._net, *super().get_line_filters()]

    async def on_event(self, event: Event) -> None:
        """Follow each key to its end before the next, so that what is typed ahead finds its place.

        Textual would hand keys on to the screen in front while the screen that an earlier one
        opens is still being made.
        """
        if not isinstance(event, Key):
            await super().on_event(event)
        elif isinstance(self.focused, Input) and event.is_printable:
            self.focused.replace(event.character or "", *self.focused.selection)
        else:
            await self._check_bindings(event.key)

    async def action_read(self) -> None:
        """Open the cable that the screen in front points at."""
        frame = self._front()
        asked = await frame.asked()
        if asked is None:
            return
        try:
            cable = await asyncio.to_thread(self._library.get, asked.row.id, asked.row.version)
        except ReftelError as error:
            frame.say(str(error))
            return
        self._detail.read(cable, asked.query)
        await self.push_screen("detail")

    async def action_help(self) -> None:
        """Show the keys of the screen in front."""
        self._help.about(self._front().keys_now())
        await self.push_screen("help")

    async def action_back(self) -> None:
        """Go back to the screen before."""
        self.pop_screen()

    def action_leave(self) -> None:
        """Quit."""
        self.exit(return_code=0)

    def action_interrupt(self) -> None:
        """Say how to quit; Ctrl-C is too easily pressed to do it."""
        self._front().say("Q quits")

    def action_redraw(self) -> None:
        """Draw everything anew, after something else wrote on the terminal."""
        self.screen.refresh()

    def _front(self) -> Frame:
        assert isinstance(self.screen, Frame)  # noqa: S101 - the app has no other screens
        return self.screen

    def _fatal_error(self) -> None:
        """Say the type and the place of a fault of the program: its values may be a cable's words.

        Textual would print the local variables of every frame on a terminal that others may see.
        """
        self._return_code = INTERNAL_ERROR
        self._exit_renderables.append(Text(safe(fault(self._exception))))
        self._close_messages_no_wait()


def fault(error: BaseException | None) -> str:
    """Name an error's type and the innermost line it came through, without what it says."""
    error = getattr(error, "error", error)  # a worker's failure wraps what failed
    trace = error.__traceback__ if error else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"reftel: internal error, {type(error).__name__} at {place}; please report it"


def run(library: "Library", *, practice: bool) -> int:
    """Open the app on a library until the reader leaves; give the exit code.

    0 after quitting, 128 + n after signal n, 70 after a fault of the program itself.
    """
    app = ReftelApp(library, practice=practice)
    app.run(mouse=False)
    return app.return_code or 0
