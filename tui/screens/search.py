"""A query line with its results as they are typed."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import WorkType

from store.cable import Hit
from store.errors import QueryInvalid, ReftelError
from tui.keys import bindings
from tui.render.line import words
from tui.render.row import found
from tui.screens.frame import Asked, Frame
from tui.widgets.bar import Bar
from tui.widgets.cable_list import BLOCK, CableList
from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from store.library import Library


class SearchScreen(Frame):
    """Asks the library at every keystroke.

    The results on the screen are always those of `_answered`, the last line that could be read: a
    line that cannot be read (yet) says why and leaves them standing.
    """

    BINDINGS = bindings("search")
    TABLE = "search"

    def __init__(self, library: "Library") -> None:
        self.rows: CableList[Hit] = CableList(found, height=2)
        super().__init__(self.rows)
        self.query_line = QueryLine()
        self._library = library
        self._answered = ""

    def compose(self) -> ComposeResult:
        """Give the frame with the query line over it."""
        with Horizontal(id="ask"):
            yield Bar(lambda _: words("/", "code"))
            yield self.query_line
        yield from super().compose()

    def keys_now(self) -> tuple[str, ...]:
        """Name the keys of the query line first while it is typed in."""
        return ("query", "search") if self.query_line.has_focus else ("search", "query")

    def state(self) -> tuple[str, str]:
        """Say what was asked, and which result of how many."""
        if not self._answered:
            return "search", ""
        count = self.rows.count
        said = f"{self.rows.cursor + 1:,} of {count:,}" if count else "nothing found"
        return f"search: {self._answered}", said

    def on_descendant_focus(self) -> None:
        """Show the keys of the query line."""
        self.settle()

    def on_descendant_blur(self) -> None:
        """Show the keys of the results."""
        self.settle()

    def on_input_changed(self) -> None:
        """Search for what stands in the line now, if it is not what was answered last."""
        if self._line() == self._answered:
            self.settle()
        else:
            search: WorkType[None] = partial(self._search, self._line())
            self.run_worker(search, exclusive=True, group="search")

    def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        """Fetch the results a list wants."""
        fetch: WorkType[None] = partial(self._fetch, self._answered, wanted)
        self.run_worker(fetch, group="rows")

    def action_query(self) -> None:
        """Go to the query line."""
        self.set_focus(self.query_line)

    async def action_results(self) -> None:
        """Go to the results of the line as it stands, which may be typed faster than answered."""
        line = self._line()
        if line != self._answered:
            await self._search(line)
        if line == self._answered and self.rows.count:
            self.set_focus(None)
        elif line == self._answered:
            self.say("Nothing to go to: nothing is found" if line else "Type what to look for")

    async def asked(self) -> Asked | None:
        """Name the cable under the cursor, and the line that found it."""
        return Asked(self.rows.current.row, self._answered) if self.rows.current else None

    def action_hit(self, step: int) -> None:
        """Go to the next or the previous result."""
        self.rows.move(step)
        self.settle()

    def _line(self) -> str:
        return self.query_line.value.strip()

    async def _search(self, line: str) -> None:
        """Ask, and show the answer unless the line is another by now."""
        try:
            results = await to_thread(self._library.search, line, 0, BLOCK) if line else None
        except ReftelError as error:
            if line == self._line():
                self.say(told(error))
            return
        if line == self._line() != self._answered:
            self._answered = line
            self.rows.reset(results.total if results else 0, results.hits if results else ())
            self.settle()

    async def _fetch(self, line: str, wanted: CableList.Wanted) -> None:
        try:
            results = await to_thread(self._library.search, line, wanted.start, wanted.count)
        except ReftelError as error:
            self.say(str(error))
        else:
            self.rows.fill(wanted.turn, wanted.start, results.hits)


def told(error: ReftelError) -> str:
    """Say what is wrong, and where in the line."""
    return f"column {error.column}: {error}" if isinstance(error, QueryInvalid) else str(error)
