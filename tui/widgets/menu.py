"""Choices that are made with one letter."""

from textual.widget import Widget

from tui import keys


class Menu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one is pressed: `part` of the table says what each letter does.

    No key of the screen acts meanwhile; one that is no letter of the menu only closes it.
    """

    DEFAULT_CSS = "Menu { width: 0; height: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.part = ""

    def open(self, part: str) -> None:
        """Wait for a letter of a part of the table."""
        self.part = part
        self.screen.set_focus(self)

    def choose(self, key: str) -> str:
        """Close, and give the action of a key; "" where it has none."""
        self.screen.set_focus(None)
        return next((each.action for each in keys.of(self.part) if key in each.names), "")
