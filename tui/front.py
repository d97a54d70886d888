"""The list's first frame, drawn while the app that keeps it up to date is still being loaded.

It is put together from the lines that the list screen draws; should it differ from that in
anything, the app sends the difference as it takes over.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorSystem
from rich.style import Style

from store.row import Hit
from tui import terminal
from tui.keys.hints import first_steps, hints
from tui.render.ascii import in_ascii
from tui.render.fit import ends
from tui.render.ink import inked
from tui.render.line import EMPTY, Line, breaks, cut, join, words
from tui.render.opening import ASKED, ORDERED, called, place
from tui.render.row import found, name_cells
from tui.screens.stars import Stars

if TYPE_CHECKING:
    from store.library import Library

TALL = 20
"""Rows from which on a screen has a line for the times of what it shows, and for a newcomer."""

SYSTEMS = {
    terminal.SIXTEEN: ColorSystem.STANDARD,
    terminal.MANY: ColorSystem.EIGHT_BIT,
    terminal.ALL: ColorSystem.TRUECOLOR,
}


PLAIN = Style.null()


class Drawn(NamedTuple):
    """A line, and how many of its first cells are reversed."""

    line: Line
    reversed: int = 0


def front(
    library: "Library", stars: Stars, size: tuple[int, int], *, order: str, coached: bool
) -> list[Drawn]:
    """Draw the top of the list for a screen of a size in cells.

    One who is not `coached` is told of the first keys.
    """
    width, height = size
    count = len(library)
    hint = words(ASKED, "offer")
    head = [Drawn(join((words("/", "code"), cut(hint, *next(breaks(ASKED, width - 1))))))]
    if height >= TALL:
        head.append(Drawn(EMPTY))
    tail = [] if coached or height < TALL else [Drawn(first_steps(width))]
    tail += foot(ORDERED[order] + called(library.path, practice=False), place(0, count), width)
    room = height - len(head) - len(tail)
    rows = library.page(0, room, newest=order != "oldest")
    lines = (found(Hit(row, "", ()), width, **stars.signs(row.id))[0] for row in rows)
    bars = chain((name_cells(width),), repeat(0))
    return [*head, *map(Drawn, lines, bars), *repeat(Drawn(EMPTY), room - len(rows)), *tail]


def foot(left: str, right: str, width: int) -> Iterator[Drawn]:
    """Draw the status line and the line of keys."""
    yield Drawn(ends(left, right, width), width)
    yield Drawn(hints("list", width))


def written(drawn: list[Drawn], width: int, environ: Mapping[str, str]) -> list[str]:
    """Write lines as Textual would for a terminal of this environment."""
    known = terminal.colours({name: environ[name] for name in environ if name != "NO_COLOR"})
    colours = 0 if "NO_COLOR" in environ else known
    system = SYSTEMS.get(known, ColorSystem.STANDARD)
    shown = str if terminal.utf8(environ) else in_ascii
    rows = (inked(each.line, width, colours, each.reversed) for each in drawn)
    return [
        "".join((style or PLAIN).render(shown(text), color_system=system) for text, style, _ in row)
        for row in rows
    ]
