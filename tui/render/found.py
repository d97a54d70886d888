"""What was found in a text: the spans that are marked, and the one of them that stands out."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.render.line import Line, lit
from tui.render.sheet import Sheet

Span = tuple[int, int]
"""Offsets in the source, the end exclusive."""


class Found:
    """Spans of a text, sorted and apart from each other.

    `shown` are those of them that its layout shows, `at` the index of the one that stands out.
    """

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = self.shown = spans
        self.at = 0

    @property
    def now(self) -> Span | None:
        """The span that stands out."""
        return self.shown[self.at] if self.shown else None

    def on(self, sheet: Sheet) -> None:
        """Keep to the spans that a layout shows; where it is not made yet, to all of them.

        The one that stands out goes on to do so, if it shows.
        """
        now = self.now
        self.shown = [
            span
            for span in self.spans
            if sheet.shows(span[0]) is not None or not sheet.reaches(span[0])
        ]
        at = bisect_left(self.shown, now) if now else 0
        self.at = at if self.shown[at : at + 1] == [now] else 0

    def begin(self, offset: int) -> None:
        """Let the first from an offset on stand out; where there is none, the first of all."""
        at = bisect_left(self.shown, (offset, 0))
        self.at = at if at < len(self.shown) else 0

    def walk(self, steps: int) -> None:
        """Let one stand out that is so many further on, around the ends."""
        self.at = (self.at + steps) % len(self.shown) if self.shown else 0

    def drawn(self, line: Line) -> Line:
        """Draw a line with what was found in it."""
        if self.now is None:
            return line
        return lit(lit(line, self.shown), (self.now,), "hit-now")
