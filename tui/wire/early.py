"""The first screen, on the terminal while the program that takes it over is still being loaded."""

import os
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from signal import SIGHUP, SIGINT, SIGTERM, signal
from typing import Any, NoReturn

from tui.wire.difference import difference
from tui.wire.grid import Grid

MODES = ("\x1b[?1049h", "\x1b[?25l", "\x1b[?7l")
"""To the screen that a program has for its own, the cursor hidden, no line wrapped."""

BEGIN = "".join(MODES) + "\x1b[H\x1b[2J"
BOTTOM = "\x1b[m\x1b[999;1H\x1b[K"
"""To the last row, emptied: where a terminal has but one screen, words go on from there."""

END = BOTTOM + "\x1b[?7h\x1b[?1049l\x1b[?25h"

IN, LOCAL = 0, 3
TRANSLATED = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
ACTED_ON = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
"""What a terminal does with keys of itself; a program on the whole screen gets them as they are."""


class Early:
    """What a terminal shows, and its settings as they were found, for the driver that takes it."""

    def __init__(self, shown: Grid, before: list[Any]) -> None:
        self.shown = shown
        self.before = before
        self.taken = False
        """Whether someone else sets the terminal right at the end."""


@contextmanager
def early(rows: Sequence[str], size: tuple[int, int]) -> Iterator[Early | None]:
    """Show a screen of a size, written row by row as Textual would; set right what is not taken.

    Keys wait meanwhile for whoever takes the terminal. None, and nothing is shown, where the
    terminal has no settings.
    """
    try:
        before = termios.tcgetattr(0)
    except termios.error:
        yield None
        return
    found = Early(Grid(*size), before)
    for number, row in enumerate(rows, 1):
        list(found.shown.write(f"\x1b[{number};1H{row}"))
    found.shown.cursor = 0, 0
    leave = partial(_leave, before)
    usual = {
        asked_to_end: signal(asked_to_end, leave) for asked_to_end in (SIGTERM, SIGHUP, SIGINT)
    }
    try:
        termios.tcsetattr(0, termios.TCSANOW, untouched(before))
        _write(BEGIN + difference(Grid(*size), found.shown, scrolls=False))
        yield found
    finally:
        for asked_to_end, handler in usual.items():
            signal(asked_to_end, handler)
        if not found.taken:
            _write(END)
            termios.tcsetattr(0, termios.TCSANOW, before)


def untouched(settings: list[Any]) -> list[Any]:
    """Give the settings of a terminal under which each key comes at once, and shows nothing."""
    changed = list(settings)
    changed[IN] &= ~TRANSLATED
    changed[LOCAL] &= ~ACTED_ON
    return changed


def _leave(before: list[Any], number: int, _: object) -> NoReturn:
    """End at once, the terminal set right.

    An exception would be lost where Python was just letting go of something, as it often is while
    modules are loaded; nothing is open yet that has to be closed.
    """
    with suppress(OSError, termios.error):  # it may be gone
        os.write(2, END.encode())
        termios.tcsetattr(0, termios.TCSANOW, before)
    os._exit(128 + number)


def _write(data: str) -> None:
    if sys.__stderr__:
        sys.__stderr__.write(data)
        sys.__stderr__.flush()
