"""Texts fitted to a width: cut with an ellipsis, parted in two, put at the right end."""

from tui.render.line import EMPTY, Line, breaks, cells, cut, join, words

GAP = 2
"""Cells between what stands at the ends of a line, at the least."""


def fitted(text: str, width: int, role: str | None = None) -> Line:
    """Give a text in at most `width` cells, cut with an ellipsis where it is longer."""
    line = words(text, role)
    if cells(line.plain) <= width:
        return line
    if width < 2:
        return EMPTY
    _, end = next(breaks(line.plain, width - 1, hard=True))
    return join((cut(line, 0, end), words("…", role)))


def fitting(wordings: tuple[str, ...], width: int) -> Line:
    """Give the longest of several wordings that fits, else the last, cut."""
    return fitted(
        next((text for text in wordings if len(text) <= width), wordings[-1]), width, "label"
    )


def parted(message: str, above: int, below: int) -> tuple[str, str]:
    """Part a message where its end alone fits below; "" and the whole where all of it does."""
    plain = words(message).plain
    if cells(plain) <= below or not above:
        return "", message
    start, end = next(breaks(plain, above))
    return plain[start:end], plain[end:].lstrip(" ")


def room_beside(right: str, width: int) -> int:
    """Count the cells that a text at the right end leaves for another."""
    taken = cells(words(right).plain)
    return max(width - taken - GAP, 0) if taken else width


def ends(left: str, right: str, width: int) -> Line:
    """Put a text at either end of `width` cells; where both have no room the left one is cut."""
    begun, end = fitted(left, room_beside(right, width)), fitted(right, width)
    gap = width - cells(begun.plain) - cells(end.plain)
    return join((begun, words(" " * gap), end))
