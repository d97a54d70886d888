"""Texts fitted to a width: cut with an ellipsis, parted in two, put at the right end."""

from tui.render.line import EMPTY, Line, breaks, cells, cut, join, words


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


def at_end(text: str, width: int) -> Line:
    """Put a text at the right end of `width` cells."""
    line = fitted(text, width)
    return join((words(" " * (width - cells(line.plain))), line))
