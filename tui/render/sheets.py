"""A text of any length: one sheet from its top, made on between keys, and parts of it sooner."""

from collections.abc import Callable, Iterable

from tui.render.line import Line
from tui.render.sheet import Sheet

ENDLESS = 1 << 60
"""An offset beyond any text."""


class Sheets:
    """Chooses the sheet on which an offset stands, so that no key waits for all lines up to there.

    `lay` lays the text out from its top, or from an offset on; `begins` says where a part around
    an offset should begin, 0 for a text that is short or can only be laid out from its top.
    """

    def __init__(self, lay: Callable[..., Iterable[Line]], begins: Callable[[int], int]) -> None:
        self._lay = lay
        self._begins = begins
        self.whole = Sheet(lay())

    def around(self, offset: int, now: Sheet) -> Sheet:
        """Give a sheet that has an offset: the one in view `now` if it does, or nearly."""
        if now.comes_to(offset):
            return now
        return self._sooner(offset)

    def end(self) -> Sheet:
        """Give a sheet that has the end of the text."""
        return self._sooner(ENDLESS)

    def before(self, now: Sheet) -> Sheet:
        """Give a sheet that begins before the one in view."""
        return self._sooner(now.start(0))

    def _sooner(self, offset: int) -> Sheet:
        if self.whole.comes_to(offset) or not (begin := self._begins(offset)):
            return self.whole
        return Sheet(self._lay(begin), begin)
