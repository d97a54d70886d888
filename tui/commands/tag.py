"""`reftel tag`: the reader's own tags."""

from argparse import Namespace

from store.errors import MarkRefused
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.meant import cables
from tui.commands.opening import talked


def run(args: Namespace) -> int:
    """Put tags on cables and take others away, and say on how many."""
    if not args.add and not args.remove:
        raise MarkRefused("Name a tag to put (+word) or to take away (-word).")
    with talked(args) as library:
        ids = cables(args, library)
        library.marks.tag(ids, args.add, args.remove)
    words = [f"+{tag}" for tag in args.add] + [f"-{tag}" for tag in args.remove]
    say(f"{' '.join(words)} on {len(ids):,} cable{'s' * (len(ids) != 1)}")
    return DONE if ids else NOTHING_FOUND
