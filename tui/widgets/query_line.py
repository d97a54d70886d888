"""The line a query is typed into."""

from tui.keys import bindings
from tui.render.opening import ASKED
from tui.widgets.typed import TypedLine


class QueryLine(TypedLine, inherit_bindings=False):
    """A line to search for; its keys are those of the table."""

    BINDINGS = bindings("query")
    PLACEHOLDER = ASKED

    @property
    def offered(self) -> bool:
        """Whether all of it is selected, for what is typed next to take its place."""
        return bool(self.value) and self.selection == (0, len(self.value))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of another; a blank for all of an offered line follows it."""
        super().replace(text, end if text == " " and self.offered else start, end)
