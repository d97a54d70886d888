"""The cables one has read, in the order of reading."""

from typing import NamedTuple


class Visit(NamedTuple):
    """A cable read, by its id and version, with the line that found it."""

    id: str
    version: int | None
    query: str


class History:
    """Cables one can go back to and forward again, as pages of a browser."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    def visit(self, visit: Visit) -> None:
        """Go on to a cable; what one had gone back from is forgotten."""
        if self._visits and self._visits[self._at] == visit:
            return
        self._visits[self._at + 1 :] = [visit]
        self._at += 1

    def peek(self, step: int) -> Visit | None:
        """Give the cable so many steps on, or back; None where there is none."""
        at = self._at + step
        return self._visits[at] if 0 <= at < len(self._visits) else None

    def go(self, step: int) -> None:
        """Be at the cable so many steps on."""
        self._at += step
