"""Drawn lines into the strips of cells that Textual sends."""

from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip

from tui.render.line import Line
from tui.render.styles import palette

if TYPE_CHECKING:
    from textual.widget import Widget

MANY = ("256", "truecolor")


def strip(line: Line, widget: "Widget", over: Style | None = None) -> Strip:
    """Draw a line in a widget's own style, cut or filled up to its width.

    `over` is a style laid over all of it, the fill too. The colours are those that the widget's
    terminal knows; none under NO_COLOR.
    """
    app, width, style = widget.app, widget.size.width, widget.rich_style
    colours = 0 if app.no_color else 256 if app.console.color_system in MANY else 16
    text = line.drawn(palette(colours))
    if over is not None:
        text.stylize(over)
    drawn = Strip(text.render(app.console)).apply_style(style)
    return drawn.adjust_cell_length(width, style if over is None else style + over)
