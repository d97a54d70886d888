"""Prose of a cable as lines of any width, every character keeping its offset.

A telegram is wrapped at some 69 columns; reading undoes that. What its drafter set line by line
stays so: tables, lists, indented and early ended lines.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.cable import PageBreak
from tui.render.line import EMPTY, Line, Piece, cells, cut, join, words, wrap
from tui.render.safe import Shown, safe

# A line that had room left for the next word, and these columns to spare, was ended on purpose.
_SPARE = 12
_DEEPEST_INDENT = 8
LONGEST = 4000
"""Cells of a line that is not wrapped, at most: what is longer was never meant as one."""
# `- `, `* `, `(a) `, `(12) `, `(iv) `: what a point of a list begins with.
_SIGN = re.compile(r"(?:-{1,3}|[*•·]|\((?:[a-z]|[0-9]{1,2}|[ivx]{2,4})\)) ")


class Span(NamedTuple):
    """One line of the source without the blanks at its end; `indent` is that before it."""

    start: int
    end: int
    indent: int


def kept(
    text: str, start: int, end: int, page_breaks: tuple[PageBreak, ...] = ()
) -> Iterator[Span]:
    """Give the lines from `start` to `end` without page breaks; a blank one is an empty span."""
    inside = [brk for brk in page_breaks if brk.start < end and brk.end > start]
    for stop, after in [*((brk.start, brk.end) for brk in inside), (end, end)]:
        if start < stop:
            yield from _split(text, start, stop)
        start = max(start, after)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        content = text[start:stop]
        indent = len(content) - len(content.lstrip(" \t"))
        size = len(content.rstrip(" \t\r"))
        yield Span(start + min(indent, size), start + size, min(indent, size))
        start = stop + 1


def run(text: str, spans: list[Span], role: str | None = None) -> Line:
    """Make one line of the lines of some spans, a blank between each two."""
    plain: list[str] = []
    pieces: list[Piece] = []
    column = 0
    for start, end, _ in spans:
        plain.append(text[start:end])
        if start < end:
            pieces.append(Piece(column, start, end))
        column += end - start + 1
    line = words(" ".join(plain).replace("\t", " "), role)
    return line._replace(pieces=tuple(pieces))


def spread(text: str, start: int, end: int) -> Line:
    """Make a line of one of the source with its tabs run out to the next eighth column."""
    plain: list[str] = []
    pieces: list[Piece] = []
    column = 0
    while start < end:
        stop = text.find("\t", start, end)
        stop = end if stop < 0 else stop
        shown = safe(text[start:stop])
        if start < stop:
            pieces.append(Piece(column, start, stop))
        if stop < end:
            shown = Shown(shown + " " * (8 - (column + len(shown)) % 8))
        plain.append(shown)
        column += len(shown)
        start = stop + 1
    return Line(Shown("".join(plain)), (), tuple(pieces))


def is_table(text: str, span: Span) -> bool:
    """Tell whether a line is laid out by blanks: three in a row, or a tab, inside it."""
    inner = text[span.start : span.end]
    return "   " in inner or "\t" in inner


def blocks(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Group what is reflowed together; a table's line and a blank line stand alone."""
    longest = max((span.end - span.start for span in spans if not is_table(text, span)), default=0)
    block: list[Span] = []
    for span in spans:
        alone = span.start == span.end or is_table(text, span)
        if block and (alone or _begins(text, block, span, longest)):
            yield block
            block = []
        if alone:
            yield [span]
        else:
            block.append(span)
    if block:
        yield block


def _begins(text: str, block: list[Span], span: Span, longest: int) -> bool:
    """Tell whether a line starts anew instead of going on with the line before it.

    What goes on with a point of a list stands under it, or under its words.
    """
    before = block[-1]
    under = (before.indent, block[0].indent + _bullet(text, block[0]))
    if all(abs(span.indent - each) > 1 for each in under) or _bullet(text, span):
        return True
    blank = text.find(" ", span.start, span.end)
    word = (span.end if blank < 0 else blank) - span.start
    return before.end - before.start + 1 + word <= longest - _SPARE


def _bullet(text: str, span: Span) -> int:
    """Count the characters of the sign that a point of a list begins with; 0 for other lines."""
    sign = _SIGN.match(text, span.start, span.end)
    return len(sign[0]) if sign else 0


def prose(
    text: str, spans: list[Span], width: int, first: Line, hang: int, *, wrapped: bool = True
) -> Iterator[Line]:
    """Draw spans as lines between column `hang` and `width`, `first` before the first of them.

    Without a `hang`, `first` runs into the text instead of standing beside it. Where they are not
    `wrapped`, each stays as it was set.
    """
    gap = False
    for block in blocks(text, spans) if wrapped else ([span] for span in spans):
        if block[0].start == block[0].end:
            gap = True
            continue
        if gap and not first.plain:
            yield EMPTY
        gap = False
        if wrapped:
            yield from _block(text, block, width, first, hang)
        else:
            yield from _as_set(text, block[0], first, hang)
        first = EMPTY
    if first.plain:
        yield first


def _block(text: str, block: list[Span], width: int, first: Line, hang: int) -> Iterator[Line]:
    table = is_table(text, block[0])
    line = spread(text, block[0].start, block[0].end) if table else run(text, block)
    alone = bool(hang) or not first.plain
    inset = min(block[0].indent, _DEEPEST_INDENT) if alone else 0
    sign = _bullet(text, block[0]) if alone and not table else 0
    if not hang:
        line, first = join((first, line)), EMPTY
    if table and not first.plain:
        # A table too wide for its place may stand in the gutter's before it is broken.
        hang = max(min(hang + inset, width - cells(line.plain)), 0)
    elif inset < (width - hang) // 2:
        hang += inset
    if 0 < sign < (width - hang) // 2:
        room = words(" " * (hang - cells(first.plain)))
        first, line = join((first, room, cut(line, 0, sign))), cut(line, sign, len(line.plain))
        hang += sign
    yield from wrap(line, width, first, hang, hard=table)


def _as_set(text: str, span: Span, first: Line, hang: int) -> Iterator[Line]:
    line = spread(text, span.start, span.end)
    if span.indent:
        line = join((words(" " * span.indent), line))
    if not hang:
        line, first = join((first, line)), EMPTY
    yield from wrap(line, LONGEST, first, hang, hard=True)
