"""The choice of what of a cable is copied, made with one letter."""

from textual.widget import Widget

from tui.keys import bindings


class CopyMenu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one of its letters is pressed; the line of keys shows them."""

    BINDINGS = bindings("copy")
    DEFAULT_CSS = "CopyMenu { width: 0; height: 0; }"
