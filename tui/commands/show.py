"""`reftel show`: one cable as read, as JSON, or as the bytes that came in."""

import sys
import time
from argparse import Namespace
from collections.abc import Iterator

from store.cable import Cable
from tui.cli import DONE, USAGE, say
from tui.commands import data
from tui.commands.opening import talked
from tui.commands.paper import put, width
from tui.render.banner import banner
from tui.render.cable import flow
from tui.render.line import EMPTY, Line


def run(args: Namespace) -> int:
    """Print the cable. The bytes as received go to a file or a pipe: a terminal would obey them.

    Whoever says `--force` means that.
    """
    if args.raw and sys.stdout.isatty() and not args.force:
        say(f"--raw is for a file or a pipe: reftel show {args.id} --raw > {args.id}.txt")
        return USAGE
    with talked(args) as library:
        if args.raw:
            sys.stdout.buffer.write(library.raw(args.id, args.of))
        elif args.json:
            from store.export import as_json

            data.one(as_json(library.get(args.id, args.of), _today()))
        else:
            put(_page(library.get(args.id, args.of), width(args.width)))
    return DONE


def _page(cable: Cable, width: int) -> Iterator[Line]:
    top = banner(cable.level, cable.captions, width)
    yield from (top, EMPTY)
    yield from flow(cable, width, today=_today())
    yield from (EMPTY, top)


def _today() -> str:
    return time.strftime("%Y-%m-%d")
