"""A line that something is typed into."""

from typing import ClassVar

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class TypedLine(Input, inherit_bindings=False):
    """One line of text with a cursor that does not blink."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As Input has it, but that the screen is not laid out anew for each letter."""

    PLACEHOLDER: ClassVar[str] = ""
    """What stands there while nothing is typed."""

    def __init__(self) -> None:
        super().__init__(compact=True, placeholder=self.PLACEHOLDER)
        self.cursor_blink = False
        # Textual would select what is typed before it tells of the focus: the next letter is to
        # stand behind it.
        self.select_on_focus = False
