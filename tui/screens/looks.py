"""How the cable that is read is shown."""

from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView


class Looks:
    """Turns parts of the look on and off, and keeps the place."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view

    def action_turn(self, what: str) -> None:
        """Turn a part of the look on or off."""
        self._view.turn(self._view.look.turned(what))
        self._screen.settle()

    def settle(self, width: int) -> None:
        """Let lines have so many cells at most."""
        self._view.turn(self._view.look._replace(width=width))
        self._screen.settle()

    def action_width(self, steps: int) -> None:
        """Let lines be longer or shorter."""
        self.settle(self._view.look.widened(steps).width)
        self._screen.say(f"Lines of at most {self._view.look.width} cells")
