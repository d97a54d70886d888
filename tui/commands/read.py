"""`reftel`: the reader."""

import gc
import os
from argparse import Namespace
from collections.abc import MutableMapping
from contextlib import AbstractContextManager, nullcontext, suppress
from shutil import get_terminal_size
from signal import SIGHUP
from typing import TYPE_CHECKING

from store.errors import ReftelError
from tui import coaching, keys, terminal
from tui.cli import USAGE, say
from tui.commands.opening import doors
from tui.config import configured
from tui.config.settings import UNSETTLED, Config
from tui.environment import mistake
from tui.fault import report_all
from tui.screens.stars import Stars
from tui.warming import ahead
from tui.wire.early import Early, early

if TYPE_CHECKING:
    from store.library import Library


def run(args: Namespace) -> int:
    """Open the app on the user's library; where there is none, on the ways into one.

    Gives the exit code: 0 after quitting, 128 + n after signal n, 70 after a fault of the program.
    """
    if wrong := mistake(os.environ):
        say(wrong)
        return USAGE
    away = terminal.away(os.environ)
    settle(os.environ, away=away)
    report_all()
    gc.disable()
    there = doors(args)
    library = there.enter()
    settled = configured() or UNSETTLED
    config = settled.config
    keys.use(config.keys, config.preset, config.langmap)
    if not terminal.utf8(os.environ):
        keys.without_arrows()
    stars = known(library) if library else None
    with begun(library, config, stars) as early:
        from tui.app import ReftelApp

        app = ReftelApp(library, settled, doors=there, stars=stars, early=early)
        # What is loaded by now stays to the end: to look through it for what may go took a tenth
        # of a second, every so often, between a key and its frame.
        gc.freeze()
        gc.enable()
        with ahead():
            app.run(mouse=config.mouse and not away)
    if app.return_code == 128 + SIGHUP:
        terminal.let_go()
    for line in app.finish():
        say(line)
    return app.return_code or 0


def settle(environ: MutableMapping[str, str], *, away: bool) -> None:
    """Settle what Textual reads when it is imported."""
    # A letter's results wait for the frame after the letter's own: at its usual 60 that is 17 ms.
    environ.setdefault("TEXTUAL_FPS", "240")
    terminal.settle_colours(environ)
    environ.pop("TEXTUAL", None)  # `devtools` in it would have the app look for a server
    if not away:
        # Milliseconds after which Escape is no more the beginning of another key. The rest of one
        # comes with it, unless it comes from another machine.
        environ.setdefault("ESCDELAY", "20")


def known(library: "Library") -> Stars:
    """Read the signs of the first rows; what is wrong with the marks is said by the app."""
    stars = Stars(library)
    with suppress(ReftelError):
        stars.load()
    return stars


def begun(
    library: "Library | None", config: Config, stars: Stars | None
) -> AbstractContextManager[Early | None]:
    """Show the list at once, before the app is loaded that takes it over.

    Not where Textual's own driver is to be used, nor where there is no list or no room for one.
    """
    size = width, height = get_terminal_size()
    small = width < terminal.LEAST[0] or height < terminal.LEAST[1]
    if library is None or stars is None or small or os.environ.get("TEXTUAL_DRIVER"):
        return nullcontext()
    from tui.front import front, written

    coached = not config.hints or coaching.known(os.environ)
    drawn = front(library, stars, size, order=config.order, coached=coached)
    return early(written(drawn, width, os.environ), size)
