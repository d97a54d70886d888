"""The values that some cables have in a field, and how many cables each."""

from typing import NamedTuple

from tui.render.line import Line, cells, fitted, join, words
from tui.render.safe import Shown, safe

_FIELD = 7
_COUNT = 9


class Facet(NamedTuple):
    """A value of a field; `first` is the one that its field's name stands before."""

    field: str
    value: str
    cables: int
    first: bool


def facets(counts: dict[str, list[tuple[str, int]]]) -> list[Facet]:
    """Put counts by field and value in one list, in the order they come in."""
    return [
        Facet(field, value, count, number == 0)
        for field, values in counts.items()
        for number, (value, count) in enumerate(values)
    ]


def facet(facet: Facet, width: int) -> Line:
    """Draw one line of at most `width` cells: the field's name where it begins, value, count."""
    name = words((facet.field if facet.first else "").ljust(_FIELD), "code")
    count = f"{facet.cables:,}".rjust(_COUNT)
    room = width - _FIELD - _COUNT
    value = fitted(safe(facet.value), room) if room > 0 else Shown("")
    return join((name, words(value + " " * (room - cells(value)) + count)))
