"""A text of the program's own, or a list of what it has to say, to scroll through."""

from collections.abc import Iterator, Sequence
from functools import partial

from tui.keys import bindings
from tui.render.line import EMPTY, Line, words, wrap
from tui.render.sheets import Layout
from tui.screens.frame import Frame
from tui.widgets.text_view import TextView

WIDEST = 100


class PageScreen(Frame):
    """Shows lines, each wrapped to the width; one that begins with `#` is a heading."""

    BINDINGS = bindings("page")
    TABLE = "page"

    def __init__(self) -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._called = ""

    def show(self, called: str, lines: Sequence[str]) -> None:
        """Show some lines from the top, under a name."""
        self._called = called
        self.text.show(Layout(partial(laid, lines)))
        self.settle()

    def state(self) -> tuple[str, str]:
        """Say what this is, and how far down the view stands."""
        return self._called, self.text.passage.extent

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()


def laid(lines: Sequence[str], width: int) -> Iterator[Line]:
    """Lay lines out; what is wrapped hangs under the first word of its line."""
    width = min(width, WIDEST)
    for line in lines:
        plain = line.removeprefix("# ")
        text = plain.lstrip(" ")
        inset = min(len(plain) - len(text), width // 2)
        if not text:
            yield EMPTY
            continue
        role = "heading" if plain != line else None
        yield from wrap(words(text, role), width, words(" " * inset), inset)
