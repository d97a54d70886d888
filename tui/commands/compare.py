"""`reftel compare`: what one version of a cable says and another does not."""

from argparse import Namespace

from tui.cli import DONE, NOTHING_FOUND, USAGE, say
from tui.commands import data
from tui.commands.opening import talked
from tui.commands.paper import put, width
from tui.render.versions import versions


def run(args: Namespace) -> int:
    """Print the differences between two versions: the last two, or those named."""
    if len(args.versions) > 2:
        say("two versions can be compared, no more: reftel compare ID OLD NEW")
        return USAGE
    with talked(args) as library:
        newest = library.get(args.id)
        last = newest.source.version if newest.source else 1
        if last == 1 and not any(version > 1 for version in args.versions):
            say(f"there is one version of {newest.id}, and so nothing to compare")
            return NOTHING_FOUND
        first, second = (*args.versions, last)[:2] if args.versions else (last - 1, last)
        old, new = (library.get(newest.id, version) for version in (first, second))
    if args.json:
        from store.export import compared

        data.one(compared(old, new))
    else:
        put(versions(old, new, width(args.width)))
    return DONE
