"""Textual's way to the terminal, sparing what the terminal shows already."""

import os
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGHUP, SIGWINCH
from typing import Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Resize

from tui.wire.ahead import apart
from tui.wire.difference import difference
from tui.wire.early import BOTTOM, MODES, Early
from tui.wire.grid import Grid
from tui.wire.pasted import Pasted

SYNCHRONIZED = ("\x1b[?2026h", "\x1b[?2026l")
"""What Textual puts around an update; ours are short enough to do without."""

POINTER = "\x1b]22;"
"""How Textual begins to choose the shape of the mouse's pointer, also where the mouse is off."""

CLEAR = "\x1b[m\x1b[H\x1b[2J"

SOON = 0.001


class LeanDriver(LinuxDriver):
    """Sends differences, and reads keys in the loop of the app rather than in a thread.

    A terminal that was taken `early` shows something already, and goes back to how it was then.
    `TEXTUAL_DRIVER=textual.drivers.linux_driver:LinuxDriver` in the environment is the way back to
    Textual's own.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        early: Early | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._early = early
        self._shown: Grid | None = None
        self._wanted = Grid(0, 0)
        self._scrolls = moves_lines(self.fileno)
        self._parser = XTermParser(debug)
        self._pasted = Pasted()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._begun = False
        self._untaken = True

    def start_application_mode(self) -> None:
        """Take the terminal, of which nothing is known unless it was taken early."""
        self.forget()
        if self._early:
            self._early.taken = True
            self._shown, self._wanted = self._early.shown, self._early.shown.copy()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._early:
            self.attrs_before = self._early.before
        self._begun = self._untaken = True
        self._loop.add_reader(self.fileno, self._read)
        self._loop.add_signal_handler(SIGWINCH, self._resized)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found."""
        self.send(BOTTOM)
        self._begun = False
        super().stop_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again; SIGSTOP took it without leave to set it right before."""
        if self._begun:
            self.suspend_application_mode()
        super().resume_application_mode()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Leave the terminal to other words for a while, as it was before the app took it.

        Textual's `App.suspend` also puts the standard streams in their places, and puts others
        there again after a signal has ended the app meanwhile.
        """
        with self.no_automatic_restart():
            self.suspend_application_mode()
            yield
        self.resume_application_mode()

    def forget(self) -> None:
        """Send everything with the next frame: something else may have written on the terminal.

        Not what stands there early, which is the first frame.
        """
        if not self._early:
            self._shown = None

    def write(self, data: str) -> None:
        """Take what is to be seen; what is not goes through."""
        width, height = self._app.size
        if (width, height) != (self._wanted.width, self._wanted.height):
            self._wanted = Grid(width, height)
            self._early = None
            self.forget()
        for other in self._wanted.write(data):
            if not self._needless(other):
                super().write(other)

    def _needless(self, other: str) -> bool:
        """Tell what a terminal need not be sent, which Textual sends to every one."""
        if other.startswith(POINTER):
            return not self._mouse
        return other in SYNCHRONIZED or (other in MODES and self._early is not None)

    def send(self, sequence: str) -> None:
        """Ask the terminal for something that is no matter of what is seen."""
        if self._begun:
            super().write(sequence)

    def flush(self) -> None:
        """Send what looks different since the last time."""
        if not self._begun:
            return
        self._early, output = None, ""
        if self._shown is None:
            self._shown = Grid(self._wanted.width, self._wanted.height)
            output = CLEAR
        output += difference(self._shown, self._wanted, scrolls=self._scrolls)
        if output:
            super().write(output)

    def _resized(self) -> None:
        """Tell the app how large the terminal is.

        In the loop: of two handlers of signals, as Textual has them, the later may be done first,
        and the app would stay at a size that is past.
        """
        if not self._in_band_window_resize:
            self.process_message(Resize.from_dimensions(self._get_terminal_size(), None))

    def disable_input(self) -> None:
        """Read no more keys."""
        self._loop.remove_reader(self.fileno)
        super().disable_input()

    def run_input_thread(self) -> None:
        """Do nothing: the loop reads."""

    def _read(self) -> None:
        """Hand keys to the app; leave where there is no terminal any more."""
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            data = b""
        if not data:
            self._loop.remove_reader(self.fileno)
            self._app.exit(return_code=128 + SIGHUP)
            return
        if self._untaken:
            # What was typed before the terminal was taken comes first, Enter as the end of a line.
            data, self._untaken = data.replace(b"\n", b"\r"), False
        first, *rest = apart(self._pasted.harmless(self._decode(data)))
        self._feed(first)
        for each in rest:
            self.process_message(Key("escape", "\x1b"))
            self._feed(each)
        # Escape alone may be the beginning of another key, for a while.
        self._loop.call_later(constants.ESCAPE_DELAY + SOON, self._tick)

    def _feed(self, typed: str) -> None:
        for message in self._parser.feed(typed) if typed else ():
            self.process_message(message)

    def _tick(self) -> None:
        for message in self._parser.tick():
            self.process_message(message)


def moves_lines(terminal: int) -> bool:
    """Tell whether terminfo knows of a terminal that it moves lines within a region as ours are."""
    try:
        import curses

        curses.setupterm(fd=terminal)
    except (ImportError, curses.error):
        return False
    known = {name: curses.tigetstr(name) for name in ("csr", "dl", "il")}
    return known == {
        "csr": b"\x1b[%i%p1%d;%p2%dr",
        "dl": b"\x1b[%p1%dM",
        "il": b"\x1b[%p1%dL",
    }
