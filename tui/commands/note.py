"""`reftel note`: the reader's words on a cable or a paragraph."""

import re
import sys
from argparse import Namespace

from store.errors import MarkRefused
from store.library import Library
from store.marks import Mark
from tui.cli import DONE, NOTHING_FOUND, say
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.render.line import Line, words

SIGN = "¶"
PLACE = re.compile(rf"[{SIGN}:]\s?(\w+)")
"""A paragraph, also as it is typed where there is no key for the sign."""


def run(args: Namespace) -> int:
    """Add to a note, replace it, take it away, or print what notes a cable has."""
    paragraph, text = _said(args)
    with talked(args) as library:
        id = _place(args.id, paragraph, library)  # noqa: A001
        marks = library.marks
        place = f"{id} {SIGN}{paragraph}" if paragraph else id
        if args.delete:
            if text:
                raise MarkRefused("With --delete, a note has no text.")
            if all(note.paragraph != paragraph for note in marks.of(id).notes):
                say(f"{id} has no such note")
                return NOTHING_FOUND
            marks.note(id, "", paragraph)
            say(f"the note on {place} is taken away")
        elif text:
            marks.note(id, text, paragraph, below=not args.replace)
            say(f"noted on {place}")
        else:
            return _print(marks.of(id), paragraph)
    return DONE


def _said(args: Namespace) -> tuple[str | None, str]:
    """Give the paragraph's number, None for the whole cable, and the text."""
    first, *rest = args.text or [""]
    place = PLACE.fullmatch(first)
    parts = rest if place else args.text
    text = sys.stdin.read() if parts == ["-"] else " ".join(parts)
    return place and place[1], text.strip()


def _place(id: str, paragraph: str | None, library: Library) -> str:  # noqa: A002
    """Give the id as the library spells it, once the paragraph is known to be there."""
    if paragraph is None:
        return library.named(id)
    from store.cite import numbered

    cable = library.get(id)
    numbered(cable, paragraph)
    return cable.id


def _print(mark: Mark, paragraph: str | None) -> int:
    notes = [note for note in mark.notes if paragraph in (None, note.paragraph)]
    if not notes:
        say(f"{mark.id} has no note")
        return NOTHING_FOUND
    put(line for note in notes for line in _lines(note.paragraph, note.text))
    return DONE


def _lines(paragraph: str | None, text: str) -> list[Line]:
    place = f"{SIGN}{paragraph}" if paragraph else ""
    return [words(f"{place:<5} {line}" if place else line) for line in text.split("\n")]
