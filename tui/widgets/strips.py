"""Drawn lines into the strips of cells that Textual sends."""

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.render.ink import inked
from tui.render.line import Line

if TYPE_CHECKING:
    from textual.widget import Widget

MANY = ("256", "truecolor")


def strip(line: Line, widget: "Widget", reversed_cells: int = 0) -> Strip:
    """Draw a line, cut or filled up to the width of a widget, its first cells reversed.

    The colours are those that the widget's terminal knows; none under NO_COLOR.
    """
    app, width = widget.app, widget.size.width
    colours = 0 if app.no_color else 256 if app.console.color_system in MANY else 16
    return Strip(inked(line, width, colours, reversed_cells), width)
