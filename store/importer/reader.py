"""Files read to cables that are ready for keeping: what a worker process does.

A job is some files, or some cables of a collection whose file is read in the importing process.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.holdings.prepared import Prepared, prepared, sourced
from store.importer.walk import Found, Refusal, as_opened, opened, see_same, why
from store.index.entry import entry
from store.parse import parse

COLLECTION = 8 << 20
"""A file of more bytes is read as a stream, and its cables are shared out."""

Ready = tuple[Prepared, str]
"""A cable for the documents, and its entry for the index."""


class Share(NamedTuple):
    """Some cables of a collection, of which `before` went before.

    `part` of the file is done, 1 with the last share; `whole` where it was then read to its end.
    """

    file: Found
    cables: tuple[Received, ...]
    refused: tuple[Refusal, ...]
    before: int
    part: float = 1
    whole: bool = False


Job = tuple[Found | Refusal, ...] | Share


class Done(NamedTuple):
    """What a file, or a share of one, came to; `file` is None for what is none.

    The rest is as in a share.
    """

    file: Found | None
    cables: tuple[Ready, ...]
    refused: tuple[Refusal, ...]
    before: int = 0
    part: float = 1
    whole: bool = False


def do(job: Job, largest: int = layouts.LARGEST) -> list[Done]:
    """Read what a job names; a cable of more than `largest` bytes is refused."""
    if isinstance(job, Share):
        cables, refused = _sorted(job.file, job.cables)
        return [Done(job.file, cables, job.refused + refused, *job[3:])]
    return [
        Done(None, (), (each,)) if isinstance(each, Refusal) else _read(each, largest)
        for each in job
    ]


def _read(found: Found, largest: int) -> Done:
    try:
        with opened(found.place) as file:
            found = as_opened(file, found)
            data = file.read(found.size + 1)
            see_same(file, found)
    except (Refused, OSError) as error:
        return Done(found, (), (refusal(found, error),))
    return Done(found, *_sorted(found, _received(data, found, largest)), whole=True)


def _received(data: bytes, found: Found, largest: int) -> Iterator[Received | Refused]:
    """Give the cables of a file; what it is refused for as a whole comes last."""
    try:
        yield from layouts.read(data, Path(found.path).name, largest=largest)
    except (Refused, OSError) as error:
        yield error if isinstance(error, Refused) else Refused(why(error))


def _sorted(
    found: Found, received: Iterable[Received | Refused]
) -> tuple[tuple[Ready, ...], tuple[Refusal, ...]]:
    """Make ready what can be, and say what cannot."""
    cables: list[Ready] = []
    refused: list[Refusal] = []
    for each in received:
        ready = each if isinstance(each, Refused) else _ready(each, found.place)
        if isinstance(ready, Refused):
            refused.append(refusal(found, ready))
        else:
            cables.append(ready)
    return tuple(cables), tuple(refused)


def _ready(received: Received, path: str) -> Ready | Refused:
    """Read a cable. A fault of this program costs that one, not the 250,000 around it."""
    try:
        cable = sourced(parse(received), received, path)
        return prepared(cable, received), entry(cable)
    except Exception as error:
        named = received.listing.id if received.listing else "a cable"
        fault = f"{type(error).__name__}: {error}"
        return Refused(f"{named} met a fault of reftel, which is worth a report ({fault})")


def refusal(found: Found, error: Refused | OSError) -> Refusal:
    """Say of a file why it, or one place of it, was not imported."""
    if isinstance(error, OSError):
        return Refusal(found.path, why(error))
    return Refusal(found.path, error.reason, error.line, error.column)
