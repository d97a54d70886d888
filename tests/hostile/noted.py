"""The command with a net that notes, in a file, which part of which screen it held something of.

That is what has gone past the gate. It notes as well what shows the work of the gate: where that is
said of a part, a hostile text was there.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.widget import Widget

from tui.cli import main
from tui.net import Net
from tui.screens.frame import Frame

NOTES = "NOTES"
"""The variable of the environment that names the file."""
HELD, GATED = "held", "gated"
TYPED = frozenset(("Prompt", "QueryLine"))
"""What Textual draws of its own, so that the net alone has it: lines that one types."""
STANDS_IN = re.compile("[\u2400-\u2421\ufffd]")
"""What the gate puts in the place of something."""


class Noting(LineFilter):
    """Lets through what the net does, and notes what it held."""

    seen: frozenset[str] = frozenset()

    def __init__(self, widget: Widget, net: LineFilter) -> None:
        super().__init__()
        self._widget = widget
        self._net = net

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Hold what is held."""
        held = self._net.apply(segments, background)
        if held != segments:
            self._note(HELD)
        if any(STANDS_IN.search(segment.text) for segment in segments):
            self._note(GATED)
        return held

    def _note(self, what: str) -> None:
        screen = self._widget.screen
        assert isinstance(screen, Frame)
        line = f"{what} {screen.TABLE} {type(self._widget).__name__}\n"
        if line not in Noting.seen:
            Noting.seen |= {line}
            with Path(os.environ[NOTES]).open("a") as notes:
                notes.write(line)


def noted(notes: Path, what: str) -> set[str]:
    """Give the parts of screens that something was noted of, as `list CableList`."""
    lines = notes.read_text().splitlines() if notes.exists() else []
    return {line.removeprefix(f"{what} ") for line in lines if line.startswith(f"{what} ")}


def note() -> None:
    """Note what the net holds."""

    def filters(self: Widget) -> Sequence[LineFilter]:
        found = self.app.get_line_filters()
        return [Noting(self, each) if isinstance(each, Net) else each for each in found]

    Widget.get_line_filters = filters  # type: ignore[method-assign]


if __name__ == "__main__":
    note()
    sys.exit(main())
