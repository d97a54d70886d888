"""Marked cables, and the searches one keeps, with what each finds now and what of that is new."""

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from store.errors import QueryInvalid, ReftelError
from store.marks.values import Search
from tui.keys import bindings, pressed
from tui.render.kept import row
from tui.screens.frame import Frame
from tui.screens.listing import told
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from store.library import Library

STANDING = tuple(Search(name, f"is:{name}", 0, "") for name in ("starred", "unread", "noted"))
"""What stands first, to be found at once; no one saved it."""

NONE = "no search is saved: {} in the list saves one"

BAR = 20
"""Cells of a row that the cursor takes."""


class Kept:
    """A search, and how many cables it finds now; None until they are counted."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.stands = search in STANDING
        self.now: int | None = None

    def count(self, now: int) -> None:
        """Take how many it finds; of what stands there nothing is new."""
        self.now = now
        if self.stands:
            self.search = self.search._replace(found=now)


class SearchesScreen(Frame):
    """Lists marked cables and saved searches by name; each is counted while one may go on."""

    BINDINGS = bindings("searches")
    TABLE = "searches"

    def __init__(self, library: "Library") -> None:
        self.rows: CableList[Kept] = CableList(
            lambda each, width: (row(each.search, each.now, width),), lambda width: min(BAR, width)
        )
        super().__init__(self.rows)
        self._library = library
        self._gone: list[Search] = []

    async def show(self) -> None:
        """Show what is saved now, and count what each finds."""
        trouble, searches = "", list[Search]()
        try:
            searches = await to_thread(lambda: self._library.marks.searches.all())
        except ReftelError as error:
            trouble = str(error)
        at = self.rows.cursor
        kept = [Kept(each) for each in (*STANDING, *searches)]
        self.rows.reset(len(kept), kept)
        self.rows.move_to(at)
        self.settle()
        if trouble:
            self.say(trouble)
        work: WorkType[None] = partial(self._count, kept)
        self.run_worker(work, group="counts", exclusive=True)

    def state(self) -> tuple[str, str]:
        """Say how many there are, and which one the cursor is on."""
        count = self.rows.count
        saved = "saved searches" if count > len(STANDING) else NONE.format(pressed("search.save"))
        return saved, f"{self.rows.cursor + 1} of {count}" if count else ""

    @property
    def chosen(self) -> Kept | None:
        """The search under the cursor."""
        return self.rows.current

    async def looked(self, kept: Kept) -> None:
        """Remember that one has looked at all a search finds now."""
        if kept.now is not None and not kept.stands:
            looked = self._library.marks.searches.looked
            await self._do(partial(looked, kept.search.name, kept.now))

    async def action_forget(self) -> None:
        """Keep the search no longer."""
        if kept := self.chosen:
            search = kept.search
            if kept.stands:
                self.say(f"{search.name} always stands here")
            elif await self._do(lambda: self._library.marks.searches.forget(search.name)):
                self._gone.append(search)
                await self.show()
                self.say(f"{search.name} is gone: {pressed('searches.undo')} brings it back")

    async def action_bring_back(self) -> None:
        """Keep the search again that was forgotten last."""
        if not self._gone:
            self.say("Nothing was deleted here")
            return
        search = self._gone[-1]
        save = partial(self._library.marks.searches.save, *search[:3])
        if await self._do(save):
            self._gone.pop()
            await self.show()
            self.say(f"{search.name} is back")

    async def _do(self, change: Callable[[], object]) -> bool:
        """Change the marks; say what prevents it."""
        try:
            await to_thread(change)
        except ReftelError as error:
            self.say(str(error))
            return False
        return True

    async def _count(self, kept: list[Kept]) -> None:
        for each in kept:
            try:
                each.count(await to_thread(counted, self._library, each.search.line))
            except ReftelError as error:
                name = each.search.name
                said = told(error) if isinstance(error, QueryInvalid) else str(error)
                self.say(f"{name}: {said}")
            self.rows.redraw()


def counted(library: "Library", line: str) -> int:
    """Count what a line finds."""
    return library.search(line).total
