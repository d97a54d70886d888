"""Which cables, and which paragraph, a command for marks is about."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from store.errors import CableUnknown, MarkRefused
from store.library import Library


def cables(args: Namespace, library: Library) -> list[str]:
    """Give the ids that were named, or those that a query finds; CableUnknown, none changed.

    A cable that is gone but has a mark still counts: the mark can be taken away.
    """
    if bool(args.ids) == (args.query is not None):
        raise MarkRefused("Name cables by their ids, or all that --query QUERY finds.")
    if args.query is not None:
        return library.search(args.query).ids()
    return [_known(id, library) for id in dict.fromkeys(_listed(args.ids))]  # noqa: A001


def _listed(ids: list[str]) -> Iterator[str]:
    for each in ids:
        yield from sys.stdin.read().split() if each == "-" else (each,)


def _known(id: str, library: Library) -> str:  # noqa: A002
    try:
        return library.named(id)
    except CableUnknown:
        marks = {mark.id for mark in library.marks.all()}
        for spelled in (id, id.upper()):
            if spelled in marks:
                return spelled
        raise
