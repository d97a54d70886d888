"""A file of many cables, read as a stream and shared out among those who read cables."""

from collections.abc import Iterator
from pathlib import Path

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.importer.reader import Share, refusal
from store.importer.walk import Found, Refusal, as_opened, opened, see_same

SHARE = 400_000
"""Bytes of cables in a share, or little more."""


def shares(found: Found, taken: int, largest: int) -> Iterator[Share]:
    """Give the cables of a file from the one after the first `taken`; `largest` in bytes each.

    What goes wrong comes as a refusal in the last share.
    """
    cables: list[Received] = []
    refused: list[Refusal] = []
    size = number = 0
    whole = False
    try:
        with opened(found.place) as file:
            found = as_opened(file, found)
            for each in layouts.stream(file, Path(found.path).name, largest):
                if isinstance(each, Refused):
                    refused.append(refusal(found, each))
                    continue
                number += 1
                if number <= taken:
                    continue
                cables.append(each)
                size += len(each.raw)
                if size > SHARE:
                    part = min(file.tell() / found.size, 0.999)
                    yield Share(found, tuple(cables), tuple(refused), taken, part)
                    taken, cables, refused, size = number, [], [], 0
            see_same(file, found)
            whole = True
    except (Refused, OSError) as error:
        refused.append(refusal(found, error))
    yield Share(found, tuple(cables), tuple(refused), taken, whole=whole)
