"""What a screen asks for at its foot: words to find, letters of a reference."""

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from store.cable import Cable
from store.codes import Code
from store.query.find import find
from tui.keys import latin
from tui.render.cable import gaps
from tui.widgets.cable_view import CableView


class Finding:
    """Finds in the text: what is typed is marked at once, from the place where it began."""

    sign: ClassVar[str] = "/"

    def __init__(self, view: CableView, cable: Cable, done: Callable[[str], None]) -> None:
        self._view = view
        self._cable = cable
        self._done = done
        self._stood = view.passage.stand
        self._before = view.found

    def typed(self, line: str) -> bool:
        """Mark the letters wherever they stand; there may always be more of them."""
        self._view.passage.back(self._stood)
        self._view.mark(find(self._cable.text, line, gaps(self._cable)))
        return False

    async def answered(self, line: str) -> None:
        """Keep to the hits, if there are any."""
        if line:
            self._done(line)
        else:
            self.given_up()

    def given_up(self) -> None:
        """Mark again what was marked before, at the place where that was."""
        self._view.mark(self._before.spans)
        self._view.walk(self._before.at - self._view.found.at)
        self._view.passage.back(self._stood)


class Lettering:
    """Takes the letters that stand over a reference."""

    sign: ClassVar[str] = "f"

    def __init__(
        self, view: CableView, codes: Mapping[str, Code], follow: Callable[[str], Awaitable[object]]
    ) -> None:
        self._view = view
        self._codes = codes
        self._follow = follow

    def typed(self, line: str) -> bool:
        """Tell whether no more letters are needed, or would help."""
        letters = "".join(map(latin, line))
        return not any(each != letters and each.startswith(letters) for each in self._codes)

    async def answered(self, line: str) -> None:
        """Follow the reference of the letters."""
        self._view.spots.unlabel()
        if code := self._codes.get("".join(map(latin, line))):
            await self._follow(code.text)

    def given_up(self) -> None:
        """Take the letters away."""
        self._view.spots.unlabel()
