"""What the words of the command line do: those that the shell's commands have, and a few more."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from store.errors import ReftelError
from tui.commanding.line import Place, Said
from tui.screens.commanding import Commanding
from tui.screens.commands.around import Around
from tui.screens.commands.beside import Beside
from tui.screens.commands.finding import Finding
from tui.screens.commands.house import House
from tui.screens.commands.keeping import Keeping
from tui.screens.commands.telling import Telling
from tui.screens.known import Files, Known

if TYPE_CHECKING:
    from store.library import Library


class Commands:
    """Asks for a line on the screen in front, and does what it says there.

    Where there is no library yet, only what needs none is done.
    """

    def __init__(self, house: House, library: "Library | None") -> None:
        self._house = house
        self._library = library
        self._earlier: list[str] = []
        self._does: dict[str, Callable[[str], Awaitable[None]]] = {
            "import": Beside(house).bring,
            "doctor": Around(house, library).doctor,
        }
        if library is not None:
            self._add(house, library)

    def _add(self, house: House, library: "Library") -> None:
        finding, keeping = Finding(house, library), Keeping(house, library)
        telling, beside = Telling(house, library), Beside(house)
        self._does |= {
            "search": finding.search,
            "show": finding.show,
            "compare": finding.compare,
            "sort": finding.sort,
            "facets": finding.facets,
            "history": finding.history,
            "marks": finding.marks,
            "cite": keeping.cite,
            "star": keeping.star,
            "unread": keeping.unread,
            "tag": keeping.tag,
            "note": keeping.note,
            "searches": beside.searches,
            "save": beside.save,
            "set": telling.settle,
            "info": telling.info,
        }

    async def ask(self) -> None:
        """Ask for a line."""
        front = self._house.front()
        known = Files() if self._library is None else Known(self._library)
        await front.foot.choose(Commanding(front.TABLE, known, self._earlier, self._do, front.say))

    async def _do(self, said: Place | Said) -> None:
        front = self._house.front()
        try:
            if isinstance(said, Place):
                await front.go(said.text)
            elif said.word.does:
                await self._house.act(said.word.does)
            elif does := self._does.get(said.word.name):
                await does(said.given)
            else:
                front.say(f"{said.word.name} is for a library: open one first")
        except ReftelError as error:
            self._house.front().say(str(error))
