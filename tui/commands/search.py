"""`reftel search`: the cables a query finds, best first."""

import json
import sys
from argparse import Namespace

from store.cable import Hit
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.opening import talked
from tui.commands.paper import put, width
from tui.render.row import found
from tui.render.safe import safe


def run(args: Namespace) -> int:
    """Print the hits: on a terminal as rows, in a pipe a line each, with --json an object each."""
    line = " ".join(args.query)
    with talked(args) as library:
        results = library.search(line, count=args.limit)
    if not results.hits:
        say(f"no cable matches {line}")
        return NOTHING_FOUND
    if args.json:
        for hit in results.hits:
            # ASCII alone: see `tui.commands.show`.
            print(json.dumps(_as_json(hit)))  # noqa: T201
    elif sys.stdout.isatty():
        columns = width()
        put(drawn for hit in results.hits for drawn in found(hit, columns))
    else:
        sys.stdout.writelines(f"{_fields(hit)}\n" for hit in results.hits)
    if results.total > len(results.hits):
        say(f"{len(results.hits)} of {results.total} shown; --limit N shows more")
    return DONE


def _as_json(hit: Hit) -> dict[str, object]:
    shown = hit.row._asdict()
    del shown["key"]
    return shown | {"snippet": hit.snippet, "marks": hit.marks}


def _fields(hit: Hit) -> str:
    row = hit.row
    fields = (row.id, row.date, row.level, row.origin, row.subject, hit.snippet)
    return "\t".join(safe(field or "") for field in fields)
