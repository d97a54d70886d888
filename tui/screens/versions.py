"""What one version of a cable says and another does not."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from store.cable import Cable
from store.errors import CableUnknown
from tui.keys import bindings
from tui.render.sheets import Layout
from tui.screens.frame import Frame
from tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from store.library import Library


class VersionsScreen(Frame):
    """The differences between two versions, as one text."""

    BINDINGS = bindings("versions")
    TABLE = "versions"

    def __init__(self, library: "Library") -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._library = library
        self._whose = ""

    async def show(self, cable: Cable) -> bool:
        """Compare a cable with the version before it, the first with the second.

        Tell whether there are two. Raises what the library does.
        """
        from tui.render.versions import versions  # loads much of what reads cables

        version = cable.source.version if cable.source else 1
        other = await to_thread(self._other, cable.id, version - 1 if version > 1 else 2)
        if other is None:
            return False
        old, new = (other, cable) if version > 1 else (cable, other)
        self._whose = f"{cable.id}: versions {max(version - 1, 1)} and {max(version, 2)}"
        self.text.show(Layout(partial(versions, old, new)))
        self.settle()
        return True

    def state(self) -> tuple[str, str]:
        """Say which versions these are, and how far down the view stands."""
        return self._whose, self.text.passage.extent

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle_quietly()

    def _other(self, name: str, version: int) -> Cable | None:
        try:
            return self._library.get(name, version)
        except CableUnknown:
            return None
