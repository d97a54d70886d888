"""Drawn lines into the strips of cells that Textual sends."""

from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.line import Line, cells, runs
from tui.render.styles import palette

if TYPE_CHECKING:
    from textual.widget import Widget

MANY = ("256", "truecolor")

REVERSE = Style(reverse=True)


def strip(line: Line, widget: "Widget", reversed_cells: int = 0) -> Strip:
    """Draw a line, cut or filled up to the width of a widget, its first cells reversed.

    The colours are those that the widget's terminal knows; none under NO_COLOR. What has no role
    is sent without any code, in the terminal's own colours: half of the bytes of a row are codes.
    """
    app, width = widget.app, widget.size.width
    colours = 0 if app.no_color else 256 if app.console.color_system in MANY else 16
    segments = [Segment(text, look(colours, roles)) for text, roles in runs(line)]
    drawn = Strip(segments, cells(line.plain)).adjust_cell_length(width)
    if not reversed_cells:
        return drawn
    under, rest = drawn.crop(0, reversed_cells), drawn.crop(reversed_cells)
    return Strip.join([under.apply_style(REVERSE), rest])


@cache
def look(colours: int, roles: tuple[str, ...]) -> Style:
    """Give the style of some roles, the later over the earlier, where so many colours are known."""
    return Style.combine([Style.null(), *(Style.parse(palette(colours)[role]) for role in roles)])
