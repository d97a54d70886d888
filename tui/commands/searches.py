"""`reftel searches`: the searches one keeps, and those made of late."""

import sys
from argparse import Namespace

from store.errors import MarkRefused
from store.library import Library
from store.marks import Search
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands import data
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.render.line import words


def run(args: Namespace) -> int:
    """Save a search, forget one, or list them with what they find now, or those of late."""
    line = " ".join(args.query)
    if bool(line) != (args.save is not None):
        raise MarkRefused("A search is saved with its name: --save NAME QUERY.")
    with talked(args) as library:
        searches = library.marks.searches
        if args.save is not None:
            found = library.search(line).total
            searches.save(args.save, line, found)
            say(f"saved as {searches.named(args.save).name}; it finds {found:,} now")
        elif args.forget is not None:
            name = searches.named(args.forget).name
            searches.forget(name)
            say(f"{name} is saved no longer")
        elif args.history:
            return _made(args, searches.history())
        else:
            return _list(args, [(each, _found(library, each)) for each in searches.all()])
    return DONE


def _made(args: Namespace, lines: list[str]) -> int:
    """Print the searches made in the reader, the last first."""
    if not lines:
        say("no search was made yet: they are remembered as they are run in the reader")
        return NOTHING_FOUND
    (data.each if args.json else data.lines)(lines)
    return DONE


def _found(library: Library, search: Search) -> int:
    return library.search(search.line).total


def _list(args: Namespace, found: list[tuple[Search, int]]) -> int:
    if not found:
        say("no search is saved yet: reftel searches --save NAME QUERY")
        return NOTHING_FOUND
    if args.json:
        data.each(each._asdict() | {"now": now} for each, now in found)
    elif sys.stdout.isatty():
        column = max(len(each.name) for each, _ in found) + 2
        put(
            words(f"{each.name:<{column}}{now:>9,} {_new(each, now):>8}  {each.line}")
            for each, now in found
        )
    else:
        data.rows((each.name, str(now), str(now - each.found), each.line) for each, now in found)
    return DONE


def _new(search: Search, now: int) -> str:
    return f"{now - search.found:+,}" if now != search.found else ""
