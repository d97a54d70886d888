"""`reftel`: the reader."""

import os
from argparse import Namespace
from signal import SIGHUP

from tui import keys, terminal
from tui.cli import say
from tui.commands.opening import doors
from tui.config import configured
from tui.config.settings import UNSETTLED
from tui.fault import report_all


def run(args: Namespace) -> int:
    """Open the app on the user's library; where there is none, on the ways into one.

    Gives the exit code: 0 after quitting, 128 + n after signal n, 70 after a fault of the program.
    """
    # Textual reads it on import. A letter's results wait for the frame after the letter's own:
    # at its usual 60 that is 17 ms.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    os.environ.pop("TEXTUAL", None)  # `devtools` in it would have the app look for a server
    report_all()
    away = terminal.away(os.environ)
    if not away:
        # Milliseconds after which Escape is no more the beginning of another key. The rest of one
        # comes with it, unless it comes from another machine.
        os.environ.setdefault("ESCDELAY", "20")
    there = doors(args)
    library = there.enter()
    settled = configured() or UNSETTLED
    config = settled.config
    keys.use(config.keys, config.preset, config.langmap)
    from tui.app import ReftelApp

    app = ReftelApp(library, settled, doors=there)
    app.run(mouse=settled.config.mouse and not away)
    if app.return_code == 128 + SIGHUP:
        terminal.let_go()
    for line in app.finish():
        say(line)
    return app.return_code or 0
