"""The reading view of a cable, and the cable as received: both as lines with their offsets.

`flow` and `received` are generators: a screen that shows the first page of a cable of five
megabytes draws no more than that page.
"""

from bisect import bisect_right
from collections.abc import Iterator

from store.cable import Cable, Heading, Paragraph
from store.codes import mentioned, placed
from tui.render.header import header, quoted
from tui.render.line import EMPTY, Line, cells, lit, spotted, wrap
from tui.render.portion import marked
from tui.render.reflow import kept, prose, run, spread

# Narrower than this, number and mark run into the text instead of standing in a gutter.
_ROOM_FOR_GUTTER = 60
_WIDEST_GUTTER = 20


def lines(cable: Cable, width: int) -> list[Line]:
    """Draw the reading view, whole: see `flow`."""
    return list(flow(cable, width))


def flow(
    cable: Cable,
    width: int,
    *,
    header_open: bool = True,
    findings_open: bool = True,
    today: str | None = None,
) -> Iterator[Line]:
    """Draw the reading view in lines of at most `width` cells, without the banner.

    The header block as seen `today` and its findings, each open or folded; then headings, set
    apart, and paragraphs with their number and portion mark in a gutter, reflowed to the width,
    page breaks left out; then the signature. Tables, lists and indented lines stay line by line.
    """
    width = max(width, 1)
    yield from header(cable, width, whole=header_open, findings_open=findings_open, today=today)
    mentions = mentioned(cable)
    spoken = [(each.start, each.end) for each in mentions]
    gutter = _gutter(cable, width)
    parts: list[tuple[int, int, Heading | Paragraph]] = [
        (heading.start, -1, heading) for heading in cable.headings
    ]
    parts += [(paragraph.start, at, paragraph) for at, paragraph in enumerate(cable.paragraphs)]
    for _, at, part in sorted(parts, key=lambda part: part[:2]):
        yield EMPTY
        if isinstance(part, Heading):
            title = run(cable.text, list(kept(cable.text, part.start, part.end)), "heading")
            yield from wrap(title, width)
        else:
            spans = list(kept(cable.text, part.words, part.end, cable.page_breaks))
            for line in prose(cable.text, spans, width, marked(part), gutter):
                yield lit(spotted(line, mentions), spoken, "code")._replace(paragraph=at)
    if cable.signature:
        yield EMPTY
        yield from wrap(quoted(cable, "signature", cable.signature), width, hang=gutter)


def received(cable: Cable, width: int) -> Iterator[Line]:
    """Draw the text as received, line by line; what is wider than `width` goes on below.

    A CR before the newline belongs to the line's end. Tabs run to the next eighth column.
    """
    text = cable.text
    starts = [paragraph.start for paragraph in cable.paragraphs]
    codes = placed(cable)
    start = 0
    while start <= len(text):
        newline = text.find("\n", start)
        stop = len(text) if newline < 0 else newline
        end = stop - 1 if newline > start and text[stop - 1] == "\r" else stop
        at = bisect_right(starts, start) - 1
        inside = at >= 0 and start < cable.paragraphs[at].end
        for line in wrap(spread(text, start, end), max(width, 1), hard=True):
            yield spotted(line, codes)._replace(paragraph=at if inside else None)
        start = stop + 1


def _gutter(cable: Cable, width: int) -> int:
    """Cells of the widest number and mark with the blank after them; 0 where there is no room."""
    widest = max((cells(marked(paragraph).plain) for paragraph in cable.paragraphs), default=0)
    return widest if width >= _ROOM_FOR_GUTTER and widest <= _WIDEST_GUTTER else 0


def gaps(cable: Cable) -> list[tuple[int, int]]:
    """Give the page breaks of a cable, which are read over."""
    return [(gap.start, gap.end) for gap in cable.page_breaks]
