"""The letters of a menu and what each does, in as many columns as there is room for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.render.fit import fitted
from tui.render.line import Line, cells, join, words

GAP = 3
"""Blanks between two columns."""


class Entry(NamedTuple):
    """One letter: what it does in two or three words, and in a sentence."""

    key: str
    name: str
    said: str


def panel(entries: Sequence[Entry], width: int, height: int) -> list[Line]:
    """Lay out entries in lines of at most `width` cells, column by column.

    Sentences where all of them fit `height` lines, else the short names, as many as fit.
    """
    laid = columns([(each.key, each.said) for each in entries], width)
    if len(laid) > height:
        laid = columns([(each.key, each.name) for each in entries], width)
    return laid[:height]


def columns(pairs: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Lay out keys, and what stands beside each, down the columns from the left."""
    if not pairs or width < 1:
        return []
    hang = max(cells(key) for key, _ in pairs) + 1
    each = min(hang + max(cells(words(said).plain) for _, said in pairs), width)
    across = max(1, (width + GAP) // (each + GAP))
    down = -(-len(pairs) // across)
    return [join(across_from(pairs[row::down], hang, each)) for row in range(down)]


def across_from(pairs: Sequence[tuple[str, str]], hang: int, width: int) -> Iterator[Line]:
    """Draw keys beside each other, what each does `hang` cells from where its column begins."""
    for number, (key, said) in enumerate(pairs):
        if number:
            yield words(" " * GAP)
        text = fitted(said, width - hang).plain
        yield words(key, "code")
        yield words(" " * (hang - cells(key)) + text)
        if number < len(pairs) - 1:
            yield words(" " * (width - hang - cells(text)))
