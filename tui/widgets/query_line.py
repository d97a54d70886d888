"""The line a query is typed into."""

from textual.widgets import Input

from tui.keys import bindings
from tui.render.opening import ASKED


class QueryLine(Input, inherit_bindings=False):
    """One line of text with a cursor that does not blink; its keys are those of the table."""

    BINDINGS = bindings("query")

    def __init__(self) -> None:
        super().__init__(compact=True, placeholder=ASKED)
        self.cursor_blink = False
        self.select_on_focus = False
