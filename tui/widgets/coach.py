"""A line for a newcomer: the few keys that are needed first."""

from collections.abc import Callable

from tui import keys
from tui.keys.hints import TOLD, first_steps
from tui.widgets.bar import Bar

ENOUGH = 3
"""Uses of those keys after which one knows them."""


class Coach(Bar):
    """Tells of some keys until they were used; `known` is called then."""

    def __init__(self, known: Callable[[], object]) -> None:
        super().__init__(first_steps)
        self.id = "coach"
        self._known = known
        self._uses = 0
        self._keys = {name for key in keys.KEYS if key.id in TOLD for name in key.names}

    def pressed(self, key: str) -> None:
        """Count a key that was pressed."""
        self._uses += key in self._keys
        if self._uses >= ENOUGH:
            self.end()

    def end(self) -> None:
        """Tell of them no longer."""
        if self.display:
            self.display = False
            self._known()
