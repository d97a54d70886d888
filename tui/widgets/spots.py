"""The codes in a view of a cable: one walks them, or reaches those in view by letters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.geometry import Region

from store.codes import Code, mentioned, placed
from tui.render.hints import labelled, labels
from tui.render.line import Line, Stroke, cells
from tui.render.sheet import FAR, LAST, Place

if TYPE_CHECKING:
    from tui.widgets.cable_view import CableView

Wanted = Callable[[Code], bool]
"""Which codes one walks."""


class Spots:
    """One of the codes stands out, or those in view bear letters for a while."""

    def __init__(self, view: "CableView") -> None:
        self._view = view
        self._spot: Place | None = None
        self._labels: dict[Place, str] = {}

    def forget(self) -> None:
        """Know no places any more: the lines are others now."""
        self._spot, self._labels = None, {}

    @property
    def code(self) -> Code | None:
        """The code that stands out and is in view."""
        passage = self._view.passage
        if self._spot is None or not passage.top <= self._spot[0] < passage.top + passage.height:
            return None
        line, index = self._spot
        return passage.sheet.line(line).spots[index].code

    def seek(self, step: int, wanted: Wanted) -> Code | None:
        """Let the next code (the one before, for -1) stand out, and bring it into view.

        The first time it is one in view. None where there is no other.
        """
        passage = self._view.passage
        place = (passage.top, 0) if step > 0 else (passage.top + passage.height - 1, LAST)
        if self.code is not None and self._spot is not None:
            place = self._spot[0], self._spot[1] + step
        found = self._near(place, step, wanted)
        if found is None and (offset := self._far(place[0], step, wanted)) is not None:
            line = passage.reached(offset)
            found = self._near((line, 0 if step > 0 else LAST), step, wanted)
        if found is None:
            return None
        self._stand_out(found)
        drawn = passage.sheet.line(found[0])
        spot = drawn.spots[found[1]]
        passage.bring(found[0], cells(drawn.plain[: spot.start]))
        return spot.code

    def clear(self) -> None:
        """Let no code stand out."""
        self._stand_out(None)

    def label(self, wanted: Wanted) -> dict[str, Code]:
        """Give the codes in view letters, which stand over them; also give them by their letters.

        A code that shows several times has them at the first.
        """
        passage = self._view.passage
        found: dict[Code, Place] = {}
        for line in range(passage.top, passage.top + passage.height):
            for index, spot in enumerate(passage.sheet.line(line).spots):
                if wanted(spot.code):
                    found.setdefault(spot.code, (line, index))
        letters = labels(len(found))
        self._labels = dict(zip(found.values(), letters, strict=True))
        self._view.refresh()
        return dict(zip(letters, found, strict=True))

    def unlabel(self) -> None:
        """Take the letters away."""
        self._labels = {}
        self._view.refresh()

    def drawn(self, line: Line, number: int) -> Line:
        """Draw the code that stands out, or letters, on the line of a number."""
        for (at, index), letters in self._labels.items():
            if at == number:
                line = labelled(line, line.spots[index], letters)
        if self._spot and self._spot[0] == number:
            start, end, _ = line.spots[self._spot[1]]
            return line._replace(strokes=(*line.strokes, Stroke(start, end, "spot")))
        return line

    def _near(self, place: Place, step: int, wanted: Wanted) -> Place | None:
        """Find the next code among the lines that are not far off."""
        sheet = self._view.passage.sheet
        return next(
            (
                (line, index)
                for line, index in sheet.spots(place, step)
                if wanted(sheet.line(line).spots[index].code)
            ),
            None,
        )

    def _far(self, line: int, step: int, wanted: Wanted) -> int | None:
        """Find where in the text the next code stands that is far off, or before this sheet."""
        sheet, cable = self._view.passage.sheet, self._view.cable
        before = step < 0 and sheet.begin > 0
        if cable is None or (sheet.ends_before(line + step * FAR) and not before):
            return None
        here = sheet.start(line)
        codes = placed(cable) if self._view.look.received else mentioned(cable)
        offsets = [each.start for each in codes if wanted(each.code)]
        if step > 0:
            return next((each for each in offsets if each > here), None)
        return next((each for each in reversed(offsets) if each < here), None)

    def _stand_out(self, spot: Place | None) -> None:
        before, self._spot = self._spot, spot
        passage = self._view.passage
        for line, _ in filter(None, (before, spot)):
            self._view.refresh(Region(0, line - passage.top, passage.width, 1))
