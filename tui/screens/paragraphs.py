"""Going through a cable by its paragraphs."""

from tui.screens.frame import Frame
from tui.screens.going import to_paragraph
from tui.widgets.cable_view import CableView


class Paragraphs:
    """Where one is among the paragraphs of the cable that is read."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view

    def state(self) -> str:
        """Say at which paragraph one is, of how many; "" where one is at none."""
        at = self._view.paragraph
        return "" if at is None else f"¶{at}/{len(self._view.names)}  "

    def action_step(self, step: int) -> None:
        """Go to the paragraph of the number typed before; without one to the next or previous."""
        number = self._screen.counted()
        if number is not None:
            self.go(str(number))
        elif self._view.step(step):
            self._screen.settle()
        else:
            self._screen.say("No paragraph further on" if step > 0 else "No paragraph before")

    def go(self, place: str) -> None:
        """Go to a paragraph by its number, or say which there are."""
        wrong = to_paragraph(self._view, place)
        self._screen.settle()
        if wrong:
            self._screen.say(wrong)
