"""The command line: what is typed at the foot, told into words, done by the program."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from tui import keys
from tui.commanding import Offer
from tui.commanding.completing import complete
from tui.commanding.line import Place, Said, WordUnknown, offered, read
from tui.commanding.words import Word, alone, words
from tui.screens.known import Files, Known


class Commanding:
    """Reads a line for one screen, with its keys, and hands on what it says."""

    sign: ClassVar[str] = ":"

    def __init__(
        self,
        screen: str,
        known: Files,
        earlier: list[str],
        do: Callable[[Place | Said], Awaitable[None]],
        say: Callable[[str], None],
    ) -> None:
        self.earlier: Sequence[str] = earlier
        self._words = words(of_keys(screen))
        self._offered = self._words if isinstance(known, Known) else alone(self._words)
        self._lines = earlier
        self._known = known
        self._do = do
        self._say = say

    def offered(self, line: str) -> Offer:
        """Give the words a line may begin with, or what may stand behind one."""
        return offered(line, self._offered, partial(complete, known=self._known))

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def taken(self, line: str) -> str | None:  # noqa: ARG002
        """Have every line answered."""
        return None

    async def rubbed(self) -> bool:
        """Leave: nothing stands before the line."""
        return False

    async def answered(self, line: str) -> None:
        """Do what the line says, and remember it; or say which word is nearest."""
        if not line:
            return
        if line in self._lines:
            self._lines.remove(line)
        self._lines.insert(0, line)
        try:
            said = read(line, self._words)
        except WordUnknown as error:
            self._say(str(error))
        else:
            if said:
                await self._do(said)

    def given_up(self) -> None:
        """Leave things as they are."""


def of_keys(screen: str) -> Iterator[Word]:
    """Give the keys of a screen, and of the menus it has, as words: by their ids."""
    for key in keys.of(screen):
        yield from word(key, "")
        if opened := keys.opened(key):
            for each in keys.of(opened):
                yield from word(each, keys.shown(key.names[0]))


def word(key: keys.Key, opened: str) -> Iterator[Word]:
    """Give a key as a word; none for what only closes a menu, or goes by the key itself."""
    if key.action and "{" not in key.action:
        yield Word(key.id, key.tooltip, key=opened + keys.shown(key.names[0]), does=key.action)
