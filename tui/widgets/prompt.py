"""The line at the foot that something is typed into."""

from tui.keys import bindings
from tui.widgets.typed import TypedLine


class Prompt(TypedLine, inherit_bindings=False):
    """One line of text for a moment; what it is for, the screen knows that asks."""

    BINDINGS = bindings("prompt")
