"""`reftel unread`: cables to read again."""

from argparse import Namespace

from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.meant import cables
from tui.commands.opening import talked


def run(args: Namespace) -> int:
    """Make cables unread, or read, and say how many."""
    with talked(args) as library:
        ids = cables(args, library)
        library.marks.read(ids, off=not args.off)
    say(f"{len(ids):,} cable{'s' * (len(ids) != 1)} {'read' if args.off else 'unread'}")
    return DONE if ids else NOTHING_FOUND
