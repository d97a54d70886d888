"""The choice of an order, made with one letter."""

from textual.widget import Widget

from tui.keys import bindings


class OrderMenu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one of its letters is pressed; the line of keys shows them."""

    BINDINGS = bindings("order")
    DEFAULT_CSS = "OrderMenu { width: 0; height: 0; }"
