"""Something to choose, in one line: its name, what it is, and at the right end what it has."""

from tui.commanding import Choice
from tui.render.line import Line, cells, fitted, join, words
from tui.render.safe import Shown, safe

NAME = 24
"""Cells of the name where there is room; a third of the line where there is not."""
GAP = 2


def choice(each: Choice, width: int) -> Line:
    """Draw a choice in exactly `width` cells."""
    beside = fitted(safe(each.beside), width // 3)
    room = width - cells(beside)
    name = fitted(safe(f" {each.name}"), max(room - GAP, 0))
    column = min(NAME, width // 2)
    gap = " " * max(column - cells(name), GAP)
    left = room - cells(name) - len(gap)
    about = fitted(safe(each.about), left - GAP) if left > 2 * GAP else Shown("")
    filling = " " * (room - cells(name) - cells(about) - (len(gap) if about else 0))
    return join(
        (words(name, "code"), words(gap + about if about else ""), words(filling), words(beside))
    )
