"""A cable in a tree of references, in one line."""

from typing import NamedTuple

from store.row import Row
from tui.render.line import Line, join, words, wrap
from tui.render.row import short_level
from tui.render.styles import role

_STEP = "   "


class Twig(NamedTuple):
    """What a tree shows of a cable: `sign` is + where it can be opened, - where it is open.

    `note` stands in the place of what is known of the cable: why nothing is. One that is `spoken`
    of in running text alone has that said.
    """

    depth: int
    sign: str
    name: str
    row: Row | None
    note: str
    spoken: bool = False


def twig(shown: Twig, width: int) -> Line:
    """Draw a cable of a tree, as far in as it is deep: sign, id, date, level and subject.

    What does not fit into `width` cells is cut off. From half of them on no cable stands further
    in: how deep it is, a number says.
    """
    inset, room = _STEP * shown.depth, width // 2
    if len(inset) > room:
        inset = f"{shown.depth:>{max(room - 1, 0)}} "
    parts = [words(f"{inset}{shown.sign} "), words(shown.name, "code")]
    parts.append(words("  (in text)" if shown.spoken else ""))
    if shown.row is not None and not shown.note:
        row = shown.row
        level = words(short_level(row.level), role(row.level) if row.level else None)
        parts += [words(f"  {row.date or '-'} "), level, words(f"  {row.subject or ''}")]
    line = join([*parts, words(f"  {shown.note}" if shown.note else "")])
    return next(wrap(line, max(width, 1), hard=True))
