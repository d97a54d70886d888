"""A panel of letters above the foot: one press chooses."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip
from textual.widget import Widget

from tui import keys
from tui.render.line import EMPTY, Line, words
from tui.render.menu import Entry, panel
from tui.widgets.strips import strip

KEPT = 3
"""Rows that a panel leaves of the screen: one of what it stands over, two at the foot."""


STEPS = {"down": 1, "up": -1}


class Choice(NamedTuple):
    """A letter that is no row of the table: a place that one marked."""

    key: str
    said: str
    action: str


class Menu(Widget, can_focus=True, inherit_bindings=False):
    """Has the keys until one is pressed: `part` of the table says what each letter does.

    Arrows and Enter choose as well. No key of the screen acts meanwhile; one that is no letter of
    the menu only closes it.
    """

    DEFAULT_CSS = """
    Menu {
        display: none; layer: above; dock: bottom; margin-bottom: 2;
        background: ansi_default; color: ansi_default;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.part = ""
        self._entries: list[tuple[Entry, str]] = []
        self._chosen: int | None = None
        self._actions: dict[str, str] = {}
        self._other = ""
        self._lines: list[Line] = []

    def open(self, part: str, more: Sequence[Choice] = (), other: str = "") -> None:
        """Wait for a letter of a part of the table, or of `more`.

        `other` is the action of any other letter, `{}` in it the letter.
        """
        self.part = part
        rows = [key for key in keys.of(part) if key.action]
        self._entries = [
            *((Entry(each.key, each.said, each.said), each.action) for each in more),
            *(
                (Entry(keys.shown(key.names[0]), key.description, key.tooltip), key.action)
                for key in rows
            ),
        ]
        self._chosen = None
        self._actions = {each.key: each.action for each in more}
        self._actions |= {name: key.action for key in keys.of(part) for name in key.names}
        self._other = other
        self.display = True
        self._lay()
        self.screen.set_focus(self)

    def choose(self, key: str) -> str:
        """Give the action of a key, and close; "" for a key that has none, or goes to another."""
        if key in STEPS and self._entries:
            at = -1 if self._chosen is None and STEPS[key] > 0 else self._chosen or 0
            self._chosen = (at + STEPS[key]) % len(self._entries)
            self._lay()
            return ""
        self.screen.set_focus(None)
        self.display = False
        if key == "enter" and self._chosen is not None:
            return self._entries[self._chosen][1]
        other = self._other.format(key) if len(key) == 1 and key.isalnum() else ""
        return self._actions.get(key, other)

    def _on_resize(self) -> None:
        if self.display:
            self._lay()

    def render_line(self, y: int) -> Strip:
        """Draw a row: a rule at the top, so that the panel stands apart from what is under it."""
        line = self._lines[y] if y < len(self._lines) else EMPTY  # it is higher for a frame yet
        return strip(line, self, 0 if y else self.size.width)

    def _lay(self) -> None:
        width, height = self.screen.size
        title = next((each.group for each in keys.of(self.part)), "")
        entries = [entry for entry, _ in self._entries]
        lines = panel(entries, width, max(height - KEPT - 1, 1), self._chosen)
        self._lines = [words(title), *lines]
        self.styles.height = len(self._lines)
        self.refresh()
