"""Drawn lines into the strips of cells that Textual sends, and what differs between two of them."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
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


def changed(old: Strip, new: Strip) -> tuple[int, int] | None:
    """Tell which cells differ: (first, one past the last), None where nothing does."""
    pairs = zip_longest(cells(old), cells(new))
    columns = [column for column, (before, after) in enumerate(pairs) if before != after]
    return (columns[0], columns[-1] + 1) if columns else None


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Take a strip apart into its cells; a wide character fills its second cell with nothing."""
    found: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for character in text:
            width = cell_len(character)
            if width:
                found.append((character, style))
                found.extend([("", style)] * (width - 1))
            elif found:
                base, _ = found[-1]
                found[-1] = (base + character, style)
    return found
