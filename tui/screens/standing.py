"""Where in the cable one stands: told, and moved to where it reads best."""

from tui.render.whereabouts import whereabouts
from tui.screens.beside import Beside
from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView


class Standing:
    """The place in the cable, in its library, and on the screen."""

    def __init__(self, screen: Frame, view: CableView, beside: Beside) -> None:
        self._screen = screen
        self._view = view
        self._beside = beside

    def action_tell(self) -> None:
        """Say where one is."""
        view = self._view
        if view.cable is not None:
            row = self._beside.row_of(view.cable.id)
            passage = view.passage
            said = whereabouts(view.cable, passage.offset, view.paragraph, passage.extent, row)
            self._screen.settle()
            self._screen.say(said)

    def action_put(self, part: float) -> None:
        """Let the hit, or the paragraph one is at, stand so far down the screen."""
        self._view.put(part)
        self._screen.settle()

    def action_aside(self, screens: float) -> None:
        """Move along lines that are wider than the screen, to the right where positive."""
        moved = self._view.passage.aside(screens * (self._screen.counted() or 1))
        self._screen.settle()
        if not moved and self._view.look.wrap:
            self._screen.say("All lines fit; unwrapped, those of the text stay as they were set")
        elif not moved:
            self._screen.say("No line goes on there" if screens > 0 else "Lines begin here")
