"""Drawn lines into the pieces that are sent, in the colours that a terminal knows."""

from functools import cache

from rich.segment import Segment
from rich.style import Style

from tui.render.line import Line, cells, runs
from tui.render.styles import palette

REVERSE = Style(reverse=True)


def inked(line: Line, width: int, colours: int, reversed_cells: int = 0) -> list[Segment]:
    """Give a line the colours of a terminal that knows so many, its first cells reversed.

    It is cut or filled up to `width` cells. What has no role is sent without any code, in the
    terminal's own colours: half of the bytes of a row are codes.
    """
    drawn = [Segment(text, look(colours, roles)) for text, roles in runs(line)]
    if (size := cells(line.plain)) < width:
        drawn.append(Segment(" " * (width - size), Style.null()))
    elif size > width:
        drawn = Segment.adjust_line_length(drawn, width)
    if not reversed_cells:
        return drawn
    under, rest = Segment.divide(drawn, (reversed_cells, width))
    return [*Segment.apply_style(under, post_style=REVERSE), *rest]


@cache
def look(colours: int, roles: tuple[str, ...]) -> Style:
    """Give the style of some roles, the later over the earlier, where so many colours are known."""
    return Style.combine([Style.null(), *(Style.parse(palette(colours)[role]) for role in roles)])
