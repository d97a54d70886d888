"""`reftel import --dry-run`: what an import would find."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.errors import LibraryMissing
from store.importer.survey import Survey, seconds, survey
from store.library import Library
from store.workers import cores
from tui.cli import DONE, REFUSED
from tui.commands import data, watching
from tui.commands.opening import largest, place
from tui.render.plan import plan


def run(paths: Sequence[Path], args: Namespace) -> int:
    """Look at files and say what an import of them would do; nothing is written."""
    watched = _lines if args.progress else _count
    with watched() as on_progress, _library(args) as library:
        found = survey(paths, on_progress, library=library, largest=largest(args))
    if args.progress:
        watching.line("survey", told(found))
    elif args.json:
        data.one(told(found))
    else:
        watching.refusals(found.refused)
        data.lines(plan(told(found)))
    return REFUSED if found.refused else DONE


def told(found: Survey) -> dict[str, object]:
    """Give a survey as JSON has it, with what the import of it may take in seconds."""
    refused = [refusal._asdict() for refusal in found.refused]
    return found._asdict() | {
        "layouts": dict(found.layouts),
        "refused": refused,
        "unknown": found.unknown,
        "seconds": seconds(found.cables, cores()),
    }


@contextmanager
def _library(args: Namespace) -> Iterator[Library | None]:
    """Open the library that an import would go into; None where it would make one."""
    try:
        library = Library.open(place(args))
    except LibraryMissing:
        yield None
        return
    with library:
        yield library


@contextmanager
def _lines() -> Iterator[Callable[[int], object]]:
    often = watching.seldom()
    yield lambda files: watching.line("progress", {"done": files}) if often() else None


@contextmanager
def _count() -> Iterator[Callable[[int], object]]:
    """Count the files on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    yield lambda files: sys.stderr.write(f"\r{files:,} files looked at")
    sys.stderr.write("\r\x1b[K")
