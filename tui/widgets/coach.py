"""A line for a newcomer: the few keys that are needed first."""

from collections.abc import Callable
from functools import partial

from tui import keys
from tui.keys import pressed
from tui.render.fit import fitting
from tui.widgets.bar import Bar

TOLD = {
    "search.open": "searches",
    "cable.open": "reads",
    "mark.row": "marks",
    "help.open": "all keys",
}
"""The rows of the table that are told of, with what they do in a word."""

ENOUGH = 3
"""Uses of those keys after which one knows them."""


class Coach(Bar):
    """Tells of some keys until they were used; `known` is called then."""

    def __init__(self, known: Callable[[], None]) -> None:
        said = [f"{pressed(id)} {does}" for id, does in TOLD.items()]  # noqa: A001
        super().__init__(partial(fitting, (f"First steps:  {'   '.join(said)}", "  ".join(said))))
        self.id = "coach"
        self._known = known
        self._uses = 0
        self._keys = {name for key in keys.KEYS if key.id in TOLD for name in key.names}

    def pressed(self, key: str) -> None:
        """Count a key that was pressed."""
        self._uses += key in self._keys
        if self._uses >= ENOUGH and self.display:
            self.display = False
            self._known()
