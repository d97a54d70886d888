"""`reftel search`: the cables a query finds, or how many of them there are by what."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from store.library import Library
from store.row import Hit
from store.search import GROUPED
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands import data
from tui.commands.opening import talked


def run(args: Namespace) -> int:
    """Print what the form asked for shows; nothing found is an exit code of its own."""
    line = " ".join(args.query)
    with talked(args) as library:
        kept = library.marks.searches.named(args.saved) if args.saved else None
        if kept:
            line = f"({kept.line}) {line}" if line else kept.line
        some = _facets(args, library, line) if args.facets else _hits(args, library, line)
        if kept and not args.query and not args.facets:
            library.marks.searches.looked(kept.name, some)
            if some > kept.found:
                say(f"{some - kept.found:,} more than at the last look")
        if not some:
            vain = " or ".join(library.vain(line))
            say(f"no cable matches {line}{f'; none has {vain} at all' if vain else ''}")
    return DONE if some else NOTHING_FOUND


def _hits(args: Namespace, library: Library, line: str) -> int:
    """Print the number of hits, or the hits: rows on a terminal, in a pipe a line each."""
    search = library.search(line, every=args.sort in GROUPED)
    results = search.page(0, 0 if args.count else args.limit, args.sort)
    if args.count:
        data.one(results.total)
        return results.total
    if args.ids:
        (data.each if args.json else data.lines)(row.id for row in results.rows)
    else:
        _show(args, search.hits(results.rows))
    _mention(len(results.rows), results.total, "")
    return results.total


def _show(args: Namespace, hits: Sequence[Hit]) -> None:
    if args.json:
        data.each(map(_as_json, hits))
    elif sys.stdout.isatty():
        from tui.commands.paper import put, width
        from tui.render.row import found

        columns = width()
        put(drawn for hit in hits for drawn in found(hit, columns))
    else:
        data.rows(map(_fields, hits))


def _facets(args: Namespace, library: Library, line: str) -> int:
    """Print how many of the hits have each value of the fields asked for."""
    counts = library.search(line, every=True).facets(args.facets)
    for field, values in counts.items():
        shown = values[: args.limit]
        if args.json:
            data.each({"field": field, "value": value, "count": count} for value, count in shown)
        else:
            data.rows((field, value, str(count)) for value, count in shown)
        _mention(len(shown), len(values), f" values of {field}")
    return sum(map(len, counts.values()))


def _mention(shown: int, total: int, what: str) -> None:
    if shown < total:
        say(f"showing {shown:,} of {total:,}{what}; --limit N shows more")


def _as_json(hit: Hit) -> dict[str, object]:
    shown = hit.row._asdict()
    del shown["key"]
    return shown | {"snippet": hit.snippet, "marks": hit.marks}


def _fields(hit: Hit) -> Iterator[str]:
    row = hit.row
    for field in (row.id, row.date, row.level, row.origin, row.subject, hit.snippet):
        yield field or ""
