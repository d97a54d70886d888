"""`reftel tag`: the reader's own tags."""

from argparse import Namespace

from store.errors import MarkRefused
from store.query import words
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.meant import cables
from tui.commands.opening import talked


def run(args: Namespace) -> int:
    """Put tags on cables and take others away, and say on how many."""
    if not args.add and not args.remove:
        raise MarkRefused("Name a tag to put (+word) or to take away (-word).")
    with talked(args) as library:
        ids = cables(args, library)
        had = {words(tag) for id in ids for tag in library.marks.of(id).tags}  # noqa: A001
        library.marks.tag(ids, args.add, args.remove)
    for tag in args.remove:
        if ids and words(tag) not in had:
            say(f"none of these had -{tag}")
    signed = [f"+{tag}" for tag in args.add] + [f"-{tag}" for tag in args.remove]
    say(f"{' '.join(signed)} on {len(ids):,} cable{'s' * (len(ids) != 1)}")
    return DONE if ids else NOTHING_FOUND
