"""What the reader has said of the cable that is read: its tags and notes, beside its text."""

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import WorkType

from store.cable import Cable
from store.errors import ReftelError
from tui.render.own import NOTHING, Own
from tui.widgets.cable_view import CableView

if TYPE_CHECKING:
    from store.library import Library


class Margin:
    """Reads tags and notes from the marks, and shows them as they are by now."""

    def __init__(self, view: CableView, library: "Library", tell: Callable[[str], None]) -> None:
        self._view = view
        self._library = library
        self._tell = tell

    async def of(self, cable: Cable) -> Own:
        """Give what was said of a cable; say why where that cannot be known."""
        try:
            return await to_thread(said, self._library, cable.id)
        except ReftelError as error:
            self._view.call_later(self._tell, str(error))
        return NOTHING

    def refresh(self, screen: Screen[None]) -> None:
        """Show what is said of the cable by now, in a while."""
        work: WorkType[None] = self._look_again
        screen.run_worker(work, group="margin")

    async def _look_again(self) -> None:
        cable = self._view.cable
        if cable is not None:
            own = await self.of(cable)
            if cable is self._view.cable:
                self._view.annotate(own)


def said(library: "Library", name: str) -> Own:
    """Read the tags and notes of a cable."""
    mark = library.marks.of(name)
    return Own(mark.tags, tuple((note.paragraph, note.text) for note in mark.notes))
