"""A screen on which a cable is meant: one that is pointed at, or read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store.cable import Cable, Paragraph
from tui.screens.copying import Copying
from tui.screens.deeds import Deeds
from tui.screens.frame import Frame
from tui.screens.keeping import Keeping
from tui.screens.making import Making
from tui.screens.outside import Outside
from tui.screens.stars import Stars
from tui.widgets.cable_list import CableList
from tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from store.library import Library


class CableScreen(Frame):
    """A screen on which one cable is meant at each moment, or none."""

    def __init__(
        self, pane: CableList[Any] | TextView, library: "Library", stars: Stars, deeds: Deeds
    ) -> None:
        super().__init__(pane)
        self.library = library
        self.stars = stars
        making = Making(self, deeds)
        self.keeping = Keeping(self, library, stars, deeds, making.do)
        self.copying = Copying(self)
        self.parts |= {
            "copy": self.copying,
            "keeping": self.keeping,
            "making": making,
            "outside": Outside(self, library, making.do),
        }

    @property
    def name_meant(self) -> str | None:
        """The id of the cable."""
        raise NotImplementedError

    @property
    def names_meant(self) -> tuple[str, ...]:
        """The ids of all cables that are meant where several are."""
        return (self.name_meant,) if self.name_meant else ()

    @property
    def paragraph_meant(self) -> Paragraph | None:
        """The paragraph that one is at, where the cable is read."""
        return None

    def by_hand(self, names: Sequence[str]) -> None:
        """Leave it to the reader whether these are read."""

    async def cable_meant(self) -> Cable | None:
        """Give the cable; None where there is none, or where what befell it is said."""
        raise NotImplementedError

    def restar(self) -> None:
        """Show which cables are starred now."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show what was starred on another screen."""
        self.restar()
        self.look_again()

    def look_again(self) -> None:
        """Show what the marks say by now, where they have changed: another process may do that."""
        if self.stars.stale():
            self.keeping.load()

    def on_unmount(self) -> None:
        """Keep what is not kept yet."""
        self.keeping.keep()
