"""The cables of the library, newest first."""

import os
from asyncio import to_thread
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.worker import WorkType

from store.cable import Row
from store.errors import ReftelError
from tui.keys import bindings
from tui.render.line import Line
from tui.render.row import row
from tui.screens.frame import Asked, Frame, fitted
from tui.widgets.bar import Bar
from tui.widgets.cable_list import BLOCK, CableList

if TYPE_CHECKING:
    from store.library import Library

PRACTICE = (
    "Practice library, to try things out.  To read your own cables: reftel import DIR",
    "Practice library.  To read your own: reftel import DIR",
    "Practice. Yours: reftel import DIR",
)
EMPTY_LIBRARY = (
    "No cables here yet.  To bring some in: reftel import DIR",
    "No cables yet: reftel import DIR",
)


def fitting(said: tuple[str, ...], width: int) -> Line:
    """Say the longest of several wordings that fits."""
    return fitted(next((text for text in said if len(text) <= width), said[-1]), width, "label")


class ListScreen(Frame):
    """One row a cable; rows come from the library when they are seen."""

    BINDINGS = bindings("list")
    TABLE = "list"

    def __init__(self, library: "Library", *, practice: bool) -> None:
        self.rows: CableList[Row] = CableList(lambda cable, width: (row(cable, width),))
        super().__init__(self.rows)
        self._library = library
        self._called = "practice library" if practice else at_home(library.path)
        self._practice = practice

    def compose(self) -> ComposeResult:
        """Give the frame, over it a line for who is here the first time."""
        said = PRACTICE if self._practice else () if len(self._library) else EMPTY_LIBRARY
        if said:
            yield Bar(partial(fitting, said))
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin at the newest cable, with the first rows in the first frame."""
        try:
            first = self._library.page(0, BLOCK)
        except ReftelError as error:
            self.say(str(error))
            return
        self.rows.reset(len(self._library), first)
        self.settle()

    def state(self) -> tuple[str, str]:
        """Say which library this is, and which row of how many."""
        count = self.rows.count
        return self._called, f"{self.rows.cursor + 1:,} of {count:,}" if count else "no cables"

    def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        """Fetch the rows a list wants."""
        fetch: WorkType[None] = partial(self._fetch, wanted)
        self.run_worker(fetch, group="rows")

    async def asked(self) -> Asked | None:
        """Name the cable under the cursor."""
        return Asked(self.rows.current) if self.rows.current else None

    async def _fetch(self, wanted: CableList.Wanted) -> None:
        try:
            rows = await to_thread(self._library.page, wanted.start, wanted.count)
        except ReftelError as error:
            self.say(str(error))
        else:
            self.rows.fill(wanted.turn, wanted.start, rows)


def at_home(path: Path) -> str:
    """Give a path with the home folder as `~`, as people write it."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
