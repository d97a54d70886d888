"""How a cable is shown: read or as received, what of it is folded, how long its lines are."""

from typing import Any, NamedTuple

from tui.measure import NARROWEST, STEP, USUAL, WIDEST


class Look(NamedTuple):
    """What is open, and the most cells a line takes: longer ones are hard to follow, and dear.

    Where lines are not to `wrap`, those of the text stay as they were set, however long. `only` are
    the paragraphs that are shown, by their place in the cable; None for all of the text.
    """

    received: bool = False
    header: bool = False
    findings: bool = False
    notes: bool = True
    wrap: bool = True
    width: int = USUAL
    only: frozenset[int] | None = None

    def turned(self, what: str) -> "Look":
        """Open what is folded, fold what is open."""
        turned: dict[str, Any] = {what: not getattr(self, what)}
        return self._replace(**turned)

    def widened(self, steps: int) -> "Look":
        """Let lines be longer, or shorter for less than 0."""
        return self._replace(width=max(NARROWEST, min(self.width + steps * STEP, WIDEST)))


OPEN = Look(header=True, findings=True)
"""Everything, as a command prints it."""
