"""What the reader has said of a cable, drawn where it is about: tags above, notes at their ¶."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.cable import Cable
from tui.render.line import Line, cells, words, wrap

SIGN = "+"
"""Stands behind the number of a paragraph that has a note, and before the note itself."""

MOST_NAMED = 8
"""Paragraphs that are named in one line."""


class Own(NamedTuple):
    """Tags, and notes: each the number of its paragraph, None for the whole cable, and words."""

    tags: tuple[str, ...] = ()
    notes: tuple[tuple[str | None, str], ...] = ()

    def on(self, number: int | str | None) -> str | None:
        """Give the note on the paragraph of a number."""
        if number is None:
            return None
        return next((text for paragraph, text in self.notes if paragraph == str(number)), None)


NOTHING = Own()


def fields(own: Own, cable: Cable, *, notes_open: bool) -> Iterator[tuple[str, Sequence[Line]]]:
    """Give what stands in the header block: the tags, the note on the whole, where others are.

    A note on a paragraph that the cable does not have stands here, with its number.
    """
    yield "MY TAGS", [words(" · ".join(own.tags), "note")] if own.tags else []
    numbers = {str(each.number) for each in cable.paragraphs if each.number is not None}
    here = [(at, text) for at, text in own.notes if at is None or at not in numbers]
    there = [at for at, _ in own.notes if at is not None and at in numbers]
    lines = [
        words(f"¶{at}: {line}" if at and not number else line, "note")
        for at, text in here
        for number, line in enumerate(text.split("\n"))
    ]
    if not notes_open and own.notes:
        lines = [words(_counted(len(own.notes)))]
    if there:
        named = ", ".join(f"¶{at}" for at in there[:MOST_NAMED])
        more = " …" if len(there) > MOST_NAMED else ""
        lines.append(words(f"on {named}{more}"))
    yield "MY NOTES", lines


def note(text: str, width: int, hang: int) -> Iterator[Line]:
    """Draw a note below its paragraph, from column `hang` on, a sign before it."""
    first = words(f"{' ' * hang}{SIGN} ", "note")
    for line in text.split("\n"):
        yield from wrap(words(line, "note"), width, first, cells(first.plain))
        first = words(" " * cells(first.plain))


def _counted(count: int) -> str:
    return f"{count} notes, folded" if count > 1 else "one note, folded"
