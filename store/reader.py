"""Files read to cables that are ready for keeping: what a worker process does.

A job is some files, or some cables of a collection whose file is read in the importing process.
"""

from pathlib import Path
from typing import NamedTuple

from store import layouts
from store.cable import Received
from store.entry import entry
from store.errors import Refused
from store.parse import parse
from store.prepared import Prepared, prepared, sourced
from store.walk import Found, Refusal, as_opened, opened, see_same, why

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


def do(job: Job) -> list[Done]:
    """Read what a job names."""
    if isinstance(job, Share):
        cables = tuple(_ready(each, job.file.place) for each in job.cables)
        return [Done(job.file, cables, *job[2:])]
    return [Done(None, (), (each,)) if isinstance(each, Refusal) else _read(each) for each in job]


def _read(found: Found) -> Done:
    cables: list[Ready] = []
    refused: list[Refusal] = []
    whole = False
    try:
        with opened(found.place) as file:
            found = as_opened(file, found)
            data = file.read(found.size + 1)
            see_same(file, found)
        whole = True
        for each in layouts.read(data, Path(found.path).name):
            if isinstance(each, Refused):
                refused.append(refusal(found, each))
            else:
                cables.append(_ready(each, found.place))
    except (Refused, OSError) as error:
        refused.append(refusal(found, error))
    return Done(found, tuple(cables), tuple(refused), whole=whole)


def _ready(received: Received, path: str) -> Ready:
    cable = sourced(parse(received), received, path)
    return prepared(cable, received), entry(cable)


def refusal(found: Found, error: Refused | OSError) -> Refusal:
    """Say of a file why it, or one place of it, was not imported."""
    if isinstance(error, OSError):
        return Refusal(found.path, why(error))
    return Refusal(found.path, error.reason, error.line)
