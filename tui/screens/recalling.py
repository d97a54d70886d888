"""Searches made before, to make one again."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from tui.commanding import Choice, Offer
from tui.commanding.matching import matching
from tui.screens.known import Known


class Recalling:
    """Offers the lines searched of late that have what is typed in them, the last first."""

    sign: ClassVar[str] = "/"

    def __init__(
        self, known: Known, search: Callable[[str], Awaitable[None]], leave: Callable[[], None]
    ) -> None:
        self.earlier: Sequence[str] = ()
        self._known = known
        self._search = search
        self._leave = leave

    def offered(self, line: str) -> Offer:
        """Give the lines that have the words of this one."""
        found = matching(line, self._known.searches(), lambda each: (each, ""))
        choices = [Choice(each, each) for each in found]
        return Offer(choices, 0 if choices else None)

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
        """Search for the line."""
        await self._search(line)

    def given_up(self) -> None:
        """Go back to what was typed."""
        self._leave()
