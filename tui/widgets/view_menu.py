"""The choice of how a cable is shown, made with one letter."""

from textual.widget import Widget

from tui.keys import bindings


class ViewMenu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one of its letters is pressed; the line of keys shows them."""

    BINDINGS = bindings("view")
    DEFAULT_CSS = "ViewMenu { width: 0; height: 0; }"
