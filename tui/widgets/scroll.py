"""How far a list is scrolled: which of its rows are in view."""


class Scroll:
    """Rows of so many lines each in a view of so many `lines`, the first of which is line `y`."""

    def __init__(self, count: int = 0, height: int = 1, lines: int = 0) -> None:
        self.count = count
        self.height = height
        self.lines = lines
        self.y = 0

    @property
    def top(self) -> int:
        """The first row in view."""
        return self.y // self.height

    @property
    def shown(self) -> int:
        """How many whole rows the view has room for."""
        return max(1, self.lines // self.height)

    def has(self, position: int) -> bool:
        """Tell whether a row is in view."""
        return self.top <= position < self.top + self.shown

    def line(self, position: int) -> int:
        """Give the line of the view at which a row begins; outside it where that is not shown."""
        return position * self.height - self.y

    def shows(self, begin: int, end: int) -> bool:
        """Tell whether a part of any of some rows, the end exclusive, is in view."""
        return self.line(begin) < self.lines and self.line(end) > 0

    def to(self, top: int) -> bool:
        """Let a row be the first in view, as far as there are rows; tell whether that moved it."""
        before = self.y
        self.y = max(0, min(top * self.height, self.count * self.height - self.lines))
        return self.y != before

    def follow(self, position: int) -> bool:
        """Have a row in view, moved by whole pages, which redraws least; tell whether it moved.

        A row that is farther off than the next one comes to stand in the middle.
        """
        if self.has(position):
            return False
        if position == self.top + self.shown:
            return self.to(position)
        if position == self.top - 1:
            return self.to(position - self.shown + 1)
        return self.centre(position)

    def centre(self, position: int) -> bool:
        """Let a row stand in the middle of the view; tell whether that moved it."""
        return self.to(position - self.shown // 2)

    def fit(self, lines: int, position: int) -> None:
        """Let the view have so many lines, a row in it."""
        self.lines = lines
        self.y = max(0, min(self.y, self.count * self.height - lines))
        if not self.has(position):
            self.centre(position)
