"""Keys told of in a line: those of a part of the table, and the first that one needs."""

from tui import keys
from tui.render.fit import fitting
from tui.render.line import Line, join, words

TOLD = {
    "search.open": "searches",
    "cable.open": "reads",
    "mark.row": "marks",
    "help.open": "all keys",
}
"""The keys that a newcomer is told of."""


def hints(part: str, width: int) -> Line:
    """Name the most useful keys of a part of the table, as many as fit whole."""
    found: list[Line] = []
    for key, does in keys.footer(part, width):
        found += [words(" " * keys.GAP if found else ""), words(key, "code"), words(f" {does}")]
    return join(found)


def first_steps(width: int) -> Line:
    """Tell a newcomer of the few keys that are needed first."""
    said = [f"{keys.pressed(id)} {does}" for id, does in TOLD.items()]  # noqa: A001
    return fitting((f"First steps:  {'   '.join(said)}", "  ".join(said)), width)
