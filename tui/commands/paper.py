"""Lines on stdout: in colour on a terminal, plain words anywhere else."""

import os
import sys
from collections.abc import Iterable

from tui import terminal
from tui.render.line import Line
from tui.render.styles import palette

_NO_TERMINAL = 80


def width(asked: int | None = None) -> int:
    """Count the columns to write in: those asked for, the terminal's, or 80."""
    if asked:
        return asked
    if not sys.stdout.isatty():
        return _NO_TERMINAL
    return os.get_terminal_size().columns or _NO_TERMINAL


def put(lines: Iterable[Line]) -> None:
    """Write lines; Rich is loaded only where it has colours or other attributes to draw."""
    if not sys.stdout.isatty() or terminal.dumb(os.environ):
        sys.stdout.writelines(f"{line.plain.rstrip()}\n" for line in lines)
        return
    from rich.console import Console

    colours = terminal.colours(os.environ)
    style = palette(colours)
    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line.drawn(style), crop=False, soft_wrap=True)
