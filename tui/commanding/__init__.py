"""The language of the line at the foot: what may be chosen there, and what a line says.

Everything here is a value or a function of values; `tui.screens` does what was said.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Choice(NamedTuple):
    """Something to choose: the `line` it makes; its name and what it is, as they are shown.

    `beside` is shown at its right: the key that does as much, or how many cables have it. `done`
    tells that the line is whole with it; after another it goes on.
    """

    line: str
    name: str
    about: str = ""
    beside: str = ""
    done: bool = True


class Offer(NamedTuple):
    """What may be chosen, the likeliest first; `at` is the one Enter means, None for the line."""

    choices: Sequence[Choice] = ()
    at: int | None = None


NOTHING = Offer()
