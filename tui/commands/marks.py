"""`reftel marks`: all that a reader has marked."""

import sys
from argparse import Namespace
from collections.abc import Container, Iterator

from store.marks import Mark
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands import data
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.render.line import Line, words

SIGN = "¶"


def run(args: Namespace) -> int:
    """Print a line for each cable, of cables that are gone too."""
    with talked(args) as library:
        marks = library.marks.all()
        gone = {mark.id for mark in marks} - library.rows([mark.id for mark in marks]).keys()
    if not marks:
        say("nothing is marked yet")
        return NOTHING_FOUND
    if args.json:
        data.each(map(_as_json, marks))
    elif sys.stdout.isatty():
        column = max(len(mark.id) for mark in marks) + 2
        put(line for mark in marks for line in _drawn(mark, column, gone))
    else:
        data.rows(map(_fields, marks))
    if gone:
        are = "is" if len(gone) == 1 else "are"
        say(f"{len(gone):,} of these {are} not in this library; what you marked is kept")
    return DONE


def _as_json(mark: Mark) -> dict[str, object]:
    place = mark.position
    return mark._asdict() | {
        "notes": [note._asdict() for note in mark.notes],
        "position": place and place._asdict(),
    }


def _fields(mark: Mark) -> tuple[str, ...]:
    return (
        mark.id,
        mark.starred or "",
        mark.read or "",
        " ".join(mark.tags),
        _reached(mark),
        " | ".join(_noted(mark)),
    )


def _drawn(mark: Mark, column: int, gone: Container[str]) -> Iterator[Line]:
    flags = [
        *(["not in this library"] if mark.id in gone else []),
        *(["starred"] if mark.starred else []),
        *(["read"] if mark.read else []),
        *(f"+{tag}" for tag in mark.tags),
        *([f"at {_reached(mark)}"] if mark.position else []),
    ]
    yield words(f"{mark.id:<{column}}{' '.join(flags)}")
    for note in _noted(mark):
        yield words(f"{'':<{column}}{note}")


def _noted(mark: Mark) -> Iterator[str]:
    for note in mark.notes:
        place = f"{SIGN}{note.paragraph} " if note.paragraph else ""
        yield place + " ".join(note.text.split())


def _reached(mark: Mark) -> str:
    place = mark.position
    if place is None:
        return ""
    return f"{SIGN}{place.paragraph}" if place.paragraph else f"line {place.line}"
