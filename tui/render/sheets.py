"""A text of any length: one sheet from its top, made on between keys, and parts of it sooner."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.render.line import Line
from tui.render.sheet import Sheet

ENDLESS = 1 << 60
"""An offset beyond any text."""


def at_top(_: int) -> int:
    """Begin at the top."""
    return 0


Lay = Callable[..., Iterable[Line]]
"""Gives the lines of a text for a width in cells, from its top or from an offset on."""


class Layout(NamedTuple):
    """How a text is laid out.

    `begins` says where a part around an offset should begin, 0 for a text that is short or can only
    be laid out from its top. `length` is that of the source, 0 where it is not known.
    """

    lay: Lay
    begins: Callable[[int], int] = at_top
    length: int = 0


class Sheets:
    """Chooses the sheet on which an offset stands, so that no key waits for all lines up to there.

    The sheets are as many cells wide as is said; without any they have no lines.
    """

    def __init__(self, layout: Layout, width: int) -> None:
        self._layout = layout
        self._width = width
        self.whole = Sheet(layout.lay(width) if width else ())

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
        if self.whole.comes_to(offset) or not (begin := self._layout.begins(offset)):
            return self.whole
        return Sheet(self._layout.lay(self._width, begin), begin)
