"""Finding in a text: what is typed is marked at once, and given up again with Escape."""

from collections.abc import Callable, Sequence

from tui.widgets.text_view import Span, TextView

Find = Callable[[str], Sequence[Span]]
"""Finds where letters stand in a text."""


class Finding:
    """One search in a view, from where it was when it began."""

    def __init__(self, view: TextView, find: Find) -> None:
        self._view = view
        self._find = find
        self._before = view.top, view.hit, view.marked

    def typed(self, letters: str) -> None:
        """Mark letters wherever they stand, and go to the first place from where it began."""
        self._view.move_to(self._before[0])
        self._view.mark(self._find(letters))

    def give_up(self) -> None:
        """Mark again what was marked before, at the place where that was."""
        top, hit, marked = self._before
        self._view.mark(marked)
        self._view.walk(hit - self._view.hit)
        self._view.move_to(top)
