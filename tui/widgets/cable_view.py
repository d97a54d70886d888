"""The text of a cable: one walks it by paragraphs, and by the codes in it."""

import time
from collections.abc import Sequence

from store.cable import Cable
from tui.render.cable import layout
from tui.render.found import Span
from tui.render.line import Line
from tui.render.look import Look
from tui.render.own import NOTHING, Own
from tui.render.sheets import Layout
from tui.widgets.spots import Spots
from tui.widgets.text_view import TextView


class CableView(TextView):
    """Shows a cable, with what its reader says of it, in the look that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()
        self.names: Sequence[str] = ()
        self.cable: Cable | None = None
        self.own = NOTHING
        self.spots = Spots(self)
        self._sheet = self.passage.sheet
        self._gone: tuple[int, int] = (0, 0)

    def read(
        self, cable: Cable, marked: Sequence[Span], offset: int | None, own: Own = NOTHING
    ) -> None:
        """Show another cable at the first of the spans to be marked, or else at an offset."""
        self.cable, self.own = cable, own
        self.names = [
            str(at if each.number is None else each.number)
            for at, each in enumerate(cable.paragraphs, 1)
        ]
        self.look = self.look._replace(received=False, only=None)
        self.show(self._layout(cable), marked)
        if not marked:
            self.passage.go(offset)

    def turn(self, look: Look) -> None:
        """Show the cable in another way, at the same place."""
        self.look = look
        self.passage.left = 0
        if self.cable is not None:
            self.relay(self._layout(self.cable))

    def relay(self, layout: Layout) -> None:
        """Show the same text laid out otherwise, at the same place, hit and paragraph.

        The paragraph one went to may stand below the first in view, where the text ends.
        """
        here = self._here
        gone = self.passage.sheet.start(here) if here > self.passage.top else None
        super().relay(layout)
        if gone is not None:
            self._gone = self.passage.reached(gone), self.passage.top

    def annotate(self, own: Own) -> None:
        """Show what the reader says of the cable by now, at the same place."""
        if own != self.own:
            self.own = own
            self.turn(self.look)

    @property
    def at(self) -> int | None:
        """The index of the paragraph one is at: the one gone to, else the first in view."""
        passage = self.passage
        lines = range(self._here, passage.top + passage.height)
        found = (passage.sheet.line(line).paragraph for line in lines)
        return next((at for at in found if at is not None), None)

    @property
    def paragraph(self) -> str | None:
        """The name of the paragraph one is at."""
        return None if self.at is None else self.names[self.at]

    def step(self, paragraphs: int) -> bool:
        """Go to the paragraph that begins next, or before for -1; tell whether there is one."""
        line = self.passage.sheet.paragraph(self._here, paragraphs)
        if line is None and (offset := self._beyond(paragraphs)) is not None:
            line = self.passage.reached(offset)
        if line is not None:
            self._go(line)
        return line is not None

    def _beyond(self, way: int) -> int | None:
        """Find where the next paragraph begins, or one before, that is far off or in no sheet."""
        if self.cable is None or self.at is None:
            return None
        begins = [
            each.words if self.look.only is None or at in self.look.only else -1
            for at, each in enumerate(self.cable.paragraphs)
        ]
        here = self.passage.sheet.start(self._here)
        if way > 0:
            return next((each for each in begins[self.at + 1 :] if each >= 0), None)
        return next((each for each in reversed(begins[: self.at + 1]) if 0 <= each < here), None)

    def put(self, part: float) -> None:
        """Let the hit that stands out, or the paragraph one is at, stand so far down the view."""
        line = self.passage.reached(self.found.now[0]) if self.found.now else self._here
        self.passage.put(line, part)
        self._gone = line, self.passage.top

    def reach(self, offset: int) -> None:
        """Go to the part of the text that an offset is in."""
        self._go(self.passage.reached(offset))

    def drawn(self, number: int) -> Line:
        """Draw a line of the text with its hits, the code that stands out, or letters."""
        return self.spots.drawn(super().drawn(number), number)

    def moved(self) -> None:
        """Draw the lines that are in view now; of those of another sheet no places are known."""
        if self.passage.sheet is not self._sheet:
            self._sheet = self.passage.sheet
            self._gone = (0, 0)
            self.spots.forget()
        super().moved()

    def _layout(self, cable: Cable) -> Layout:
        return layout(cable, self.look, time.strftime("%Y-%m-%d"), self.own)

    @property
    def _here(self) -> int:
        """The line one is at: the one gone to while nothing has moved since, else the top."""
        return self._gone[0] if self._gone[1] == self.passage.top else self.passage.top

    def _go(self, line: int) -> None:
        self.passage.to(line)
        self._gone = line, self.passage.top
