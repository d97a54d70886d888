"""Choices that are made with one letter."""

from textual.widget import Widget

from tui.keys import bindings


class Menu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one of its letters is pressed, which the line of keys shows.

    No key of the screen acts meanwhile; one that is no letter of the menu closes it.
    """

    DEFAULT_CSS = "Menu { width: 0; height: 0; }"

    @property
    def is_modal(self) -> bool:
        """Keep keys from the screen."""
        return True


class OrderMenu(Menu, inherit_bindings=False):
    """How the list is sorted."""

    BINDINGS = bindings("order")


class ViewMenu(Menu, inherit_bindings=False):
    """How a cable is shown."""

    BINDINGS = bindings("view")


class CopyMenu(Menu, inherit_bindings=False):
    """What of a cable is copied."""

    BINDINGS = bindings("copy")
