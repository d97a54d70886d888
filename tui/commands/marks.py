"""`reftel marks`: all that a reader has marked."""

import sys
from argparse import Namespace
from collections.abc import Iterator

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
    if not marks:
        say("nothing is marked yet")
        return NOTHING_FOUND
    if args.json:
        data.each(map(_as_json, marks))
    elif sys.stdout.isatty():
        column = max(len(mark.id) for mark in marks) + 2
        put(line for mark in marks for line in _drawn(mark, column))
    else:
        data.rows(map(_fields, marks))
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


def _drawn(mark: Mark, column: int) -> Iterator[Line]:
    flags = [
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
