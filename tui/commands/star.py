"""`reftel star`: stars on cables."""

from argparse import Namespace

from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.meant import cables
from tui.commands.opening import talked


def run(args: Namespace) -> int:
    """Star cables, or take their stars away, and say how many."""
    with talked(args) as library:
        ids = cables(args, library)
        library.marks.star(ids, off=args.off)
    plural = "s" * (len(ids) != 1)
    say(f"{len(ids):,} cable{plural} {'not starred' if args.off else 'starred'}")
    return DONE if ids else NOTHING_FOUND
