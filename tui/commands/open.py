"""`reftel open`: the file a cable came from, by the desktop's program or a pager."""

import os
import sys
from argparse import Namespace

from tui import terminal
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.original import opened, opener, pager, refused
from tui.render.line import words


def run(args: Namespace) -> int:
    """Have the file opened; without a desktop show it in a pager; into a pipe, say where it is."""
    with talked(args) as library:
        source = library.get(args.id, args.of).source
    path = source.path if source else ""
    if args.path or not (opener(os.environ) or terminal.interactive()):
        put([words(path)])
        return DONE
    if wrong := refused(path, os.environ):
        say(f"{wrong} (reftel show {args.id} --raw has the very bytes)")
        return NOTHING_FOUND
    if opener(os.environ):
        said, done = opened(path, os.environ)
        say(said)
        return DONE if done else NOTHING_FOUND
    return _paged(path)


def _paged(path: str) -> int:
    found = pager(path, os.environ)
    if found is None:
        put([words(path)])
        return DONE
    from subprocess import run as done

    command, environ = found
    sys.stdout.flush()
    return done(command, env=environ, check=False).returncode  # noqa: S603 - a list, no shell
