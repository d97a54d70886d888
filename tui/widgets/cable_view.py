"""The text of a cable: one walks it by paragraphs and by codes, and reaches codes by letters."""

from collections.abc import Callable, Iterator
from itertools import count

from textual.geometry import Region

from store.codes import Code
from tui.render.hints import labelled, labels
from tui.render.line import Line, Stroke
from tui.widgets.text_view import TextView

Wanted = Callable[[Code], bool]
"""Which codes one walks."""

LAST = 1_000_000
"""Beyond the last spot of any line."""

Place = tuple[int, int]
"""The number of a line, and which of its spots."""


class CableView(TextView):
    """Shows a cable; one of its codes stands out, or those in view bear letters for a while."""

    def __init__(self) -> None:
        super().__init__()
        self._spot: Place | None = None
        self._labels: dict[Place, str] = {}
        self._gone: tuple[int, int] = (0, 0)

    @property
    def code(self) -> Code | None:
        """The code that stands out and is in view."""
        if self._spot is None or not self._in_view(self._spot[0]):
            return None
        line, index = self._spot
        return self.sheet.line(line).spots[index].code

    def seek(self, step: int, wanted: Wanted) -> Code | None:
        """Let the next code (the one before, for -1) stand out, and bring it into view.

        The first time it is one in view. None where there is no other.
        """
        for line, index in self._ahead(step):
            code = self.sheet.line(line).spots[index].code
            if wanted(code):
                self._stand_out((line, index))
                self.bring(line)
                return code
        return None

    def clear(self) -> None:
        """Let no code stand out."""
        self._stand_out(None)

    def label(self, wanted: Wanted) -> dict[str, Code]:
        """Give the codes in view letters, which stand over them; also give them by their letters.

        A code that shows several times has them at the first.
        """
        found: dict[Code, Place] = {}
        for line in range(self.top, self.top + self.size.height):
            for index, spot in enumerate(self.sheet.line(line).spots):
                if wanted(spot.code):
                    found.setdefault(spot.code, (line, index))
        letters = labels(len(found))
        self._labels = dict(zip(found.values(), letters, strict=True))
        self.refresh()
        return dict(zip(letters, found, strict=True))

    def unlabel(self) -> None:
        """Take the letters away."""
        self._labels = {}
        self.refresh()

    @property
    def paragraph(self) -> int | None:
        """The paragraph one is at, by its index: the one gone to, else the first in view."""
        for line in range(self._here, self.top + self.size.height):
            if (at := self.sheet.line(line).paragraph) is not None:
                return at
        return None

    def step(self, paragraphs: int) -> bool:
        """Go to the paragraph that begins next, or before for -1; tell whether there is one."""
        way = 1 if paragraphs > 0 else -1
        line, left = self._here, abs(paragraphs)
        while left:
            line += way
            if not 0 <= line < len(self.sheet.made) and (way < 0 or self._ends_before(line)):
                return False
            left -= self._begins(line)
        self._go(line)
        return True

    def go_to(self, paragraph: int) -> None:
        """Go to a paragraph by its index; where this layout leaves it out, nowhere."""
        line = self.sheet.first(paragraph)
        if line is not None:
            self._go(line)

    def reach(self, offset: int) -> None:
        """Go to the part of the text that an offset is in."""
        self._go(self.sheet.near(offset))

    def drawn(self, number: int) -> Line:
        """Draw a line of the text with its hits, the code that stands out, or letters."""
        line = super().drawn(number)
        for (at, index), letters in self._labels.items():
            if at == number:
                line = labelled(line, line.spots[index], letters)
        if self._spot and self._spot[0] == number:
            start, end, _ = line.spots[self._spot[1]]
            return line._replace(strokes=(*line.strokes, Stroke(start, end, "spot")))
        return line

    def _lay(self) -> None:
        self._spot, self._labels = None, {}
        super()._lay()

    def _ahead(self, step: int) -> Iterator[Place]:
        """Yield the places of codes on from the one that stands out, or from the edge of view."""
        bottom = self.top + self.size.height - 1
        line, index = (self.top, 0) if step > 0 else (bottom, LAST)
        if self.code is not None and self._spot:
            line, index = self._spot[0], self._spot[1] + step
        for number in count(line, step):
            if number < 0 or self._ends_before(number):
                return
            spots = len(self.sheet.line(number).spots)
            order = range(index, spots) if step > 0 else range(min(index, spots - 1), -1, -1)
            yield from ((number, each) for each in order)
            index = 0 if step > 0 else LAST

    def _ends_before(self, line: int) -> bool:
        self.sheet.make(line + 1)
        return line >= len(self.sheet.made)

    def _begins(self, line: int) -> bool:
        """Tell whether a paragraph begins with a line."""
        at = self.sheet.line(line).paragraph
        return at is not None and (line == 0 or self.sheet.line(line - 1).paragraph != at)

    @property
    def _here(self) -> int:
        """The line one is at: the one gone to while nothing has moved since, else the top."""
        return self._gone[0] if self._gone[1] == self.top else self.top

    def _go(self, line: int) -> None:
        self.move_to(line)
        self._gone = line, self.top

    def _in_view(self, line: int) -> bool:
        return self.top <= line < self.top + self.size.height

    def _stand_out(self, spot: Place | None) -> None:
        before, self._spot = self._spot, spot
        for place in filter(None, (before, spot)):
            self.refresh(Region(0, place[0] - self.top, self.size.width, 1))
