"""How a cable is shown: read or as received, what of it is folded, how long its lines are."""

from collections.abc import Iterator
from typing import NamedTuple

from store.cable import Cable
from tui.measure import NARROWEST, STEP, USUAL, WIDEST
from tui.render.cable import flow, received
from tui.render.line import Line


class Look(NamedTuple):
    """What is open, and the most cells a line takes: longer ones are hard to follow, and dear."""

    received: bool = False
    header: bool = False
    findings: bool = False
    width: int = USUAL

    def turned(self, what: str) -> "Look":
        """Open what is folded, fold what is open."""
        return self._replace(**{what: not getattr(self, what)})

    def widened(self, steps: int) -> "Look":
        """Let lines be longer, or shorter for less than 0."""
        return self._replace(width=max(NARROWEST, min(self.width + steps * STEP, WIDEST)))


def laid(cable: Cable, look: Look, today: str, width: int) -> Iterator[Line]:
    """Lay a cable out for a screen of so many cells, as one sees it on a day (ISO)."""
    width = min(width, look.width)
    if look.received:
        return received(cable, width)
    return flow(cable, width, header_open=look.header, findings_open=look.findings, today=today)
