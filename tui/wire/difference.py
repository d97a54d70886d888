"""The least that must be written to a terminal so that it shows something else."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.wire.grid import COVERED, NO_PEN, Grid, Row, blank, codes

WORTH_SCROLLING = 40
"""Cells that a scroll must save: it takes some twenty bytes itself."""

TRIED = 3
"""Ways to scroll that are looked at: those by which most rows would come to their places."""

BRIDGED = 4
"""Cells at most that are written again rather than passed over: a move takes as many bytes."""

ERASE = "\x1b[K"
PLAIN = "\x1b[m"

_ALIKE = re.compile(r"(.)\1*", re.DOTALL)


class Shift(NamedTuple):
    """Rows from `top` up to `bottom` of which all move by `lines`, upwards where positive."""

    top: int
    bottom: int
    lines: int


def difference(shown: Grid, wanted: Grid, *, scrolls: bool) -> str:
    """Write what turns the one screen into the other, and make them the same.

    Both are of one size, and the terminal draws in its own colours before and after. `scrolls` is
    for a terminal that can move some of its rows and leave the others.
    """
    output: list[str] = []
    at = shown.cursor
    if scrolls and (shift := shifted(shown.rows, wanted.rows)):
        output.append(_scroll(shift, shown))
        at = (0, shift.top if shift.bottom == shown.height else 0)
    for y, (old, new) in enumerate(zip(shown.rows, wanted.rows, strict=True)):
        if old != new:
            written, x = _rewritten(old, new, at, y)
            output.append(written)
            at = (x, y)
    cursor = (min(wanted.cursor[0], shown.width - 1), min(wanted.cursor[1], shown.height - 1))
    output.append(_move(at, cursor))
    shown.rows[:], shown.cursor = wanted.rows, cursor
    return "".join(output)


def shifted(old: list[Row], new: list[Row]) -> Shift | None:
    """Find the rows that have moved and need not be written again, if they are worth it."""
    saved = {
        y: _said(row) for y, (before, row) in enumerate(zip(old, new, strict=True)) if before != row
    }
    places: dict[Row, list[int]] = {}
    for y, row in enumerate(old):
        places.setdefault(row, []).append(y)
    ways = Counter(was - y for y in saved if saved[y] for was in places.get(new[y], ()))
    found = [
        (sum(saved.get(y, 0) for y in range(start, stop)), start, stop, lines)
        for lines, _ in ways.most_common(TRIED)
        for start, stop in _moved(old, new, lines)
    ]
    gain, start, stop, lines = max(found, default=(0, 0, 0, 0))
    if gain < WORTH_SCROLLING:
        return None
    return Shift(min(start, start + lines), max(stop, stop + lines), lines)


def _moved(old: list[Row], new: list[Row], lines: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of new rows that are old ones so many lines further down."""
    ends = max(0, -lines), min(len(new), len(new) - lines)
    others = [y for y in range(*ends) if new[y] != old[y + lines]]
    for before, after in pairwise((ends[0] - 1, *others, ends[1])):
        yield before + 1, after


def _scroll(shift: Shift, shown: Grid) -> str:
    """Move rows on the terminal and in the grid; what comes in is blank."""
    top, bottom, lines = shift
    new = [blank(shown.width)] * abs(lines)
    rows = shown.rows[top:bottom]
    shown.rows[top:bottom] = rows[lines:] + new if lines > 0 else new + rows[:lines]
    moved = f"\x1b[{top + 1}H\x1b[{abs(lines)}{'M' if lines > 0 else 'L'}"
    # Deleting and inserting lines reaches to the bottom of the screen, or of the region that is
    # set; setting one takes the cursor home.
    return moved if bottom == shown.height else f"\x1b[{top + 1};{bottom}r{moved}\x1b[r"


def _rewritten(old: Row, new: Row, at: tuple[int, int], y: int) -> tuple[str, int]:
    """Write the difference of two rows, or the new one on an erased row where that is shorter.

    Where terminals differ about the width of a character all of the row is written again.
    """
    begun = f"{_move(at, (0, y))}{ERASE}"
    if new.odd:
        return f"{begun}{''.join(_steadied(new, y))}", len(new.text)
    here = _spans(old, new, at, y)
    empty = blank(len(new.text))
    if old is empty or (not old.odd and len(here[0]) <= _said(new)):
        return here
    text, x = _spans(empty, new, (0, y), y)
    whole = begun + text, x
    return whole if old.odd else min(here, whole, key=lambda each: len(each[0]))


def _spans(old: Row, new: Row, at: tuple[int, int], y: int) -> tuple[str, int]:
    """Write the cells in which two rows differ; give the column after the last of them."""
    end = _end(new)
    output: list[str] = []
    for start, stop in _runs(old, new, end):
        output.append(_move(at, (start, y)))
        output += _drawn(new, start, stop)
        at = (stop, y)
    if (old.text[end:], old.pens[end:]) != (new.text[end:], new.pens[end:]):
        output += [_move(at, (end, y)), ERASE]
        at = (end, y)
    return "".join(output), at[0]


def _runs(old: Row, new: Row, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of cells to be written up to `end`, near ones of one pen in one."""
    pairs = zip(old.text[:end], new.text, old.pens, new.pens, strict=False)
    differing = [x for x, (a, b, p, q) in enumerate(pairs) if a != b or p != q]
    if not differing:
        return
    start = differing[0]
    for x, following in pairwise(differing):
        gap = following - x
        if gap > BRIDGED + 1 or (gap > 1 and new.pens[x:following] != new.pens[x] * gap):
            yield start, x + 1
            start = following
    yield start, differing[-1] + 1


def _drawn(row: Row, start: int, stop: int) -> Iterator[str]:
    """Write some cells of a row, and leave the terminal with its own colours."""
    before = NO_PEN
    for run in _ALIKE.finditer(row.pens, start, stop):
        yield _codes(before, before := run[1])
        yield row.text[run.start() : run.end()].replace(COVERED, " ")
    yield _codes(before, NO_PEN)


def _steadied(row: Row, y: int) -> Iterator[str]:
    """Write a row of which each odd cell may leave the cursor where we do not know it."""
    x = 0
    for column, said in sorted(row.odd):
        yield from _drawn(row, x, column)
        pen = row.pens[column]
        x = column + 1 + (row.text[column + 1 : column + 2] == COVERED)
        yield from (_codes(NO_PEN, pen), said, _codes(pen, NO_PEN))
        if x < len(row.text):
            yield _to(x, y)
    yield from _drawn(row, x, max(x, _end(row)))


def _said(row: Row) -> int:
    """Count the cells that are not blank."""
    return len(row.text) - row.text.count(" ")


def _end(row: Row) -> int:
    """Give the column after the last cell that is not blank."""
    return max(len(row.text.rstrip(" ")), len(row.pens.rstrip(NO_PEN)))


def _codes(before: str, after: str) -> str:
    """Change the pen: what is in force goes first."""
    if before == after:
        return ""
    if after == NO_PEN:
        return PLAIN
    return f"\x1b[{'' if before == NO_PEN else '0;'}{codes(after)}m"


def _move(at: tuple[int, int], to: tuple[int, int]) -> str:
    """Move the cursor the shortest way."""
    if at == to:
        return ""
    if at[1] == to[1] and at[0] < to[0]:
        return "\x1b[C" if to[0] == at[0] + 1 else f"\x1b[{to[0] - at[0]}C"
    if to == (0, at[1] + 1):
        return "\r\n"
    return "\r" if to == (0, at[1]) else _to(*to)


def _to(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
