"""The headings and paragraphs of a cable, to go to one of them."""

from bisect import bisect_right

from store.cable import Cable
from tui.keys import bindings
from tui.render.outline import Entry, entry, outline
from tui.screens.frame import Frame
from tui.widgets.cable_list import CableList

BAR = 4
"""Cells of an entry that the cursor takes."""


class OutlineScreen(Frame):
    """Lists the parts of one cable, the cursor on the one that was being read."""

    BINDINGS = bindings("outline")
    TABLE = "outline"

    def __init__(self) -> None:
        self.rows: CableList[Entry] = CableList(
            lambda each, width: (entry(each, width),), lambda width: min(BAR, width)
        )
        super().__init__(self.rows)
        self._whose = ""

    def show(self, cable: Cable, offset: int) -> None:
        """Show the outline of a cable, the cursor on the part at an offset."""
        entries = outline(cable)
        self._whose = cable.id
        self.rows.reset(len(entries), entries)
        self.rows.move_to(bisect_right(entries, offset, key=lambda each: each.offset) - 1)
        self.settle()

    def state(self) -> tuple[str, str]:
        """Say whose outline it is, and which entry of how many the cursor is on."""
        count = self.rows.count
        return f"outline: {self._whose}", f"{self.rows.cursor + 1} of {count}" if count else ""

    @property
    def chosen(self) -> int | None:
        """The offset of the entry under the cursor; None where the cable has no parts."""
        return self.rows.current.offset if self.rows.current else None
