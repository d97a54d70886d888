"""The text of a cable: one walks it by paragraphs, and by the codes in it."""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from store.cable import Cable
from tui.render.banner import banner
from tui.render.cable import before, laid
from tui.render.found import Span
from tui.render.line import EMPTY, Line
from tui.render.look import Look
from tui.render.own import NOTHING, Own
from tui.render.sheet import Sheet
from tui.widgets.spots import Spots
from tui.widgets.text_view import Layout, TextView


class CableView(TextView):
    """Shows a cable, with what its reader says of it, in the look that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()
        self.names: Sequence[str] = ()
        self.cable: Cable | None = None
        self._own = NOTHING
        self.spots = Spots(self)
        self._gone: tuple[int, int] = (0, 0)

    def read(
        self, cable: Cable, marked: Sequence[Span], offset: int | None, own: Own = NOTHING
    ) -> None:
        """Show another cable at the first of the spans to be marked, or else at an offset."""
        self.cable, self._own = cable, own
        self.names = [
            str(at if each.number is None else each.number)
            for at, each in enumerate(cable.paragraphs, 1)
        ]
        self.look = self.look._replace(received=False, only=None)
        self.show(self._layout(cable), marked)
        if not marked:
            self.go(offset)

    def turn(self, look: Look) -> None:
        """Show the cable in another way, at the same place."""
        self.look = look
        self.left = 0
        if self.cable is not None:
            self.relay(self._layout(self.cable))

    def relay(self, layout: Layout) -> None:
        """Show the same text laid out otherwise, at the same place, hit and paragraph.

        The paragraph one went to may stand below the first in view, where the text ends.
        """
        gone = self.sheet.start(self._here) if self._here > self.top else None
        super().relay(layout)
        if gone is not None:
            self._gone = self.reached(gone), self.top

    def annotate(self, own: Own) -> None:
        """Show what the reader says of the cable by now, at the same place."""
        if own != self._own:
            self._own = own
            self.turn(self.look)

    @property
    def at(self) -> int | None:
        """The index of the paragraph one is at: the one gone to, else the first in view."""
        lines = range(self._here, self.top + self.size.height)
        found = (self.sheet.line(line).paragraph for line in lines)
        return next((at for at in found if at is not None), None)

    @property
    def paragraph(self) -> str | None:
        """The name of the paragraph one is at."""
        return None if self.at is None else self.names[self.at]

    def step(self, paragraphs: int) -> bool:
        """Go to the paragraph that begins next, or before for -1; tell whether there is one."""
        line = self.sheet.paragraph(self._here, paragraphs)
        if line is None and (offset := self._beyond(paragraphs)) is not None:
            line = self.reached(offset)
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
        here = self.sheet.start(self._here)
        if way > 0:
            return next((each for each in begins[self.at + 1 :] if each >= 0), None)
        return next((each for each in reversed(begins[: self.at + 1]) if 0 <= each < here), None)

    def go_to(self, name: str) -> bool:
        """Go to a paragraph by its name; tell whether there is one."""
        if self.cable is None or name not in self.names:
            return False
        self.reach(self.cable.paragraphs[self.names.index(name)].words)
        return True

    def put(self, part: float) -> None:
        """Let the hit that stands out, or the paragraph one is at, stand so far down the view."""
        line = self.reached(self.found.now[0]) if self.found.now else self._here
        self.set_at(line, part)
        self._gone = line, self.top

    def printed(self, width: int) -> Iterable[Line]:
        """Lay the cable out for paper, with all that is folded on the screen."""
        if self.cable is None:
            return
        over = banner(self.cable.level, self.cable.captions, min(width, self.look.width))
        look = self.look._replace(header=True, findings=True, notes=True, only=None)
        yield from (over, EMPTY)
        yield from laid(self.cable, look, time.strftime("%Y-%m-%d"), self._own, width)
        yield from (EMPTY, over)

    def reach(self, offset: int) -> None:
        """Go to the part of the text that an offset is in."""
        self._go(self.reached(offset))

    def drawn(self, number: int) -> Line:
        """Draw a line of the text with its hits, the code that stands out, or letters."""
        return self.spots.drawn(super().drawn(number), number)

    def _layout(self, cable: Cable) -> Callable[..., Iterable[Line]]:
        return partial(laid, cable, self.look, time.strftime("%Y-%m-%d"), self._own)

    def begins(self, offset: int) -> int:
        """Say where a part of the cable may begin that has an offset; 0 in a short one."""
        text = self.cable.text if self.cable else ""
        return before(text, min(offset, len(text)))

    def estimate(self) -> str:
        """Say how far the view has come in the text."""
        text = self.cable.text if self.cable else ""
        foot = self.sheet.start(self.top + self.size.height)
        return f"{min(100 * foot // max(len(text), 1), 99)}%"

    def _take(self, sheet: Sheet) -> None:
        if sheet is not self.sheet:
            self.spots.forget()
            self._gone = (0, 0)
        super()._take(sheet)

    @property
    def _here(self) -> int:
        """The line one is at: the one gone to while nothing has moved since, else the top."""
        return self._gone[0] if self._gone[1] == self.top else self.top

    def _go(self, line: int) -> None:
        self.move_to(line)
        self._gone = line, self.top
