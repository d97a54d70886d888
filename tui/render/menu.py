"""The letters of a menu and what each does, in as many columns as there is room for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.render.fit import fitted
from tui.render.line import EMPTY, Line, cells, join, words

GAP = 3
"""Blanks between two columns."""


class Entry(NamedTuple):
    """One letter: what it does in two or three words, and in a sentence."""

    key: str
    name: str
    said: str


def panel(
    entries: Sequence[Entry], width: int, height: int, chosen: int | None = None
) -> list[Line]:
    """Lay out entries in lines of at most `width` cells, column by column; one stands out.

    Sentences where all of them fit `height` lines, else the short names, as many as fit.
    """
    laid = columns([(each.key, each.said) for each in entries], width, chosen)
    if len(laid) > height:
        laid = columns([(each.key, each.name) for each in entries], width, chosen)
    return laid[:height]


def columns(pairs: Sequence[tuple[str, str]], width: int, chosen: int | None = None) -> list[Line]:
    """Lay out keys, and what stands beside each, down the columns from the left."""
    if not pairs or width < 1:
        return []
    hang = max(cells(key) for key, _ in pairs) + 1
    each = min(hang + max(cells(words(said).plain) for _, said in pairs), width)
    across = max(1, (width + GAP) // (each + GAP))
    down = -(-len(pairs) // across)
    return [
        join(across_from(list(enumerate(pairs))[row::down], hang, each, chosen))
        for row in range(down)
    ]


def across_from(
    pairs: Sequence[tuple[int, tuple[str, str]]], hang: int, width: int, chosen: int | None
) -> Iterator[Line]:
    """Draw keys beside each other, what each does `hang` cells from where its column begins."""
    before = EMPTY
    for number, (key, said) in pairs:
        text = fitted(said, width - hang).plain
        yield before
        yield words(key, "spot" if number == chosen else "code")
        yield words(" " * (hang - cells(key)) + text, "spot" if number == chosen else None)
        before = words(" " * (width - hang - cells(text) + GAP))
