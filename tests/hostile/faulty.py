"""The command with a fault in it: at a place that is named first, with a hostile text in its words.

G brings most of them about, on whatever screen; the others come by themselves.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from rich.text import Text

from store.library import Library
from tui.cli import main
from tui.screens.frame import Frame
from tui.screens.help import HelpScreen
from tui.screens.list import ListScreen
from tui.screens.stars import Stars
from tui.widgets.bar import Bar

WORDS = "SECRETWORDS \x1b]0;evil\x07\x1b[31m\x9b2J\u202e[red][/]"


class Drawn(Exception):
    """An error that has something to show of itself."""

    def __rich__(self) -> Text:
        return Text(WORDS)


def broken(*_: Any, **__: Any) -> NoReturn:
    """Fail with words of a cable, and with more of them at hand."""
    of_a_cable = WORDS  # what a traceback with locals would show
    raise ValueError(of_a_cable)


def drawn(*_: Any) -> NoReturn:
    """Fail with an error that draws itself."""
    raise Drawn(WORDS)


async def left(*_: Any) -> None:
    """Fail where no one waits."""
    broken()


def forgotten(screen: Frame, _: int) -> None:
    """Begin something and forget about it."""
    asyncio.get_running_loop().create_task(left())


def seen(screen: Frame, _: int) -> None:
    """Fail as soon as something is drawn."""
    Bar.render_line = broken  # type: ignore[method-assign]
    for bar in screen.query(Bar):
        bar.refresh()


def later(screen: Frame, _: int) -> None:
    """Fail after a while."""
    screen.set_timer(0.01, broken)


def in_worker(screen: Frame, _: int) -> None:
    """Fail in a worker of Textual's."""
    screen.run_worker(left())


def in_thread(screen: Frame, _: int) -> None:
    """Fail in a thread of Textual's."""
    screen.run_worker(broken, thread=True)


BY_KEY: dict[str, Callable[[Frame, int], object]] = {
    "handler": broken,
    "drawn": drawn,
    "forgotten": forgotten,
    "seen": seen,
    "later": later,
    "worker": in_worker,
    "thread": in_thread,
}
BY_ITSELF: dict[str, tuple[type, str]] = {
    "compose": (HelpScreen, "compose"),
    "library": (Library, "get"),
    "first": (ListScreen, "compose"),
    "mount": (ListScreen, "on_mount"),
    "begin": (Stars, "__init__"),
}

if __name__ == "__main__":
    place = sys.argv[1]
    if place in BY_KEY:
        Frame.action_to = BY_KEY[place]  # type: ignore[method-assign, assignment]
    else:
        setattr(*BY_ITSELF[place], broken)
    sys.exit(main(sys.argv[2:]))
