"""Finding words in a cable, and going from hit to hit."""

from bisect import bisect_right
from collections.abc import Sequence

from store.cable import Cable
from store.query.find import find
from store.query.spans import MOST
from tui.keys import pressed
from tui.render.cable import gaps
from tui.render.found import Span
from tui.screens.asked import Finding
from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView


class Hits:
    """What of the text is marked because something found it."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view
        self._sought = ""

    def state(self) -> str:
        """Say which hit stands out, of how many; "" where there are none."""
        found = self._view.found
        more = "+" if len(found.spans) >= MOST else ""
        return f"hit {found.at + 1}/{len(found.shown)}{more}  " if found.shown else ""

    def action_find(self) -> None:
        """Ask what to find in the text."""
        if self._view.cable is not None:
            self._show_all()
            self._screen.ask(Finding(self._view, self._view.cable, self._found))

    def action_step(self, step: int) -> None:
        """Go to the next or the previous hit; where there are none, find what was found last."""
        cable = self._view.cable
        if self._view.found.shown:
            self._view.walk(step)
            self._screen.settle()
        elif self._sought and cable is not None:
            self._view.mark(find(cable.text, self._sought, gaps(cable)))
            self._view.walk(min(step, 0))
            self._screen.settle()
            self._found(self._sought)
        else:
            self._screen.say(f"No hits to go to: {pressed('find.open')} finds in this cable")

    def _found(self, line: str) -> None:
        """Keep in mind what was sought, for other cables too; say so where it is not there."""
        self._sought = line
        if not self._view.found.shown:
            self._screen.say(f"This cable does not say {line}")

    def action_clear(self) -> None:
        """Take the marks off the text; give up a number before that."""
        if self._screen.counted():
            self._screen.settle()
            return
        self._show_all()
        self._view.mark(())
        self._view.spots.clear()
        self._screen.settle()

    def action_only(self) -> None:
        """Show only the paragraphs that have hits, or all of the text again."""
        view = self._view
        if view.look.only is not None:
            self._show_all()
        elif view.cable and (only := having(view.cable, view.found.spans)):
            view.turn(view.look._replace(only=only, received=False))
        else:
            self._screen.say(f"No paragraph has a hit: {pressed('find.open')} finds in this cable")
            return
        self._screen.settle()

    def _show_all(self) -> None:
        if self._view.look.only is not None:
            self._view.turn(self._view.look._replace(only=None))


def having(cable: Cable, spans: Sequence[Span]) -> frozenset[int]:
    """Give the places of the paragraphs in which a hit begins."""
    starts = [paragraph.start for paragraph in cable.paragraphs]
    found = ((bisect_right(starts, span[0]) - 1, span[0]) for span in spans)
    return frozenset(at for at, start in found if at >= 0 and start < cable.paragraphs[at].end)
