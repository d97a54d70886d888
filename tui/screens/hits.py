"""Finding words in a cable, and going from hit to hit."""

from store.query.spans import MOST
from tui.keys import pressed
from tui.screens.asked import Finding
from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView


class Hits:
    """What of the text is marked because something found it."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view

    def state(self) -> str:
        """Say which hit stands out, of how many; "" where there are none."""
        found = self._view.found
        more = "+" if len(found.spans) >= MOST else ""
        return f"hit {found.at + 1}/{len(found.shown)}{more}  " if found.shown else ""

    def action_find(self) -> None:
        """Ask what to find in the text."""
        if self._view.cable is not None:
            self._screen.ask(Finding(self._view, self._view.cable, self._screen.say))

    def action_step(self, step: int) -> None:
        """Go to the next or the previous hit."""
        if self._view.found.shown:
            self._view.walk(step)
            self._screen.settle()
        else:
            self._screen.say(f"No hits to go to: {pressed('find.open')} finds in this cable")

    def action_clear(self) -> None:
        """Take the marks off the text; give up a number before that."""
        if self._screen.counted():
            self._screen.settle()
            return
        self._view.mark(())
        self._view.spots.clear()
        self._screen.settle()
