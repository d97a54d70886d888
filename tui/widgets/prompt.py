"""The line at the foot that something is typed into."""

from textual.widgets import Input

from tui.keys import bindings


class Prompt(Input, inherit_bindings=False):
    """One line of text for a moment; what it is for, the screen knows that asks."""

    BINDINGS = bindings("prompt")

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.cursor_blink = False
        # Textual would select what is typed before it tells of the focus: the next letter is to
        # stand behind it.
        self.select_on_focus = False
