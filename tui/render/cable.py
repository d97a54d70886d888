"""The reading view of a cable, and the cable as received: both as lines with their offsets.

`flow` and `received` are generators: a screen that shows the first page of a cable of five
megabytes draws no more than that page.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import islice

from store.cable import Cable, Heading, Paragraph
from store.codes import mentioned, placed
from tui.render.banner import banner
from tui.render.header import header, quoted
from tui.render.line import EMPTY, Line, cells, lit, spotted, wrap
from tui.render.look import OPEN, Look
from tui.render.own import NOTHING, Own, note
from tui.render.portion import marked
from tui.render.reflow import LONGEST, Span, kept, prose, run, spread
from tui.render.sheets import Layout

# Narrower than this, number and mark run into the text instead of standing in a gutter.
_ROOM_FOR_GUTTER = 60
_WIDEST_GUTTER = 20

# Lines of a paragraph that are read over before the first of them is drawn.
_AT_ONCE = 1000
# Characters: some screens of text.
_SCREENS = 8000


def layout(cable: Cable, look: Look, today: str, own: Own) -> Layout:
    """Say how a cable is laid out for a screen, as one sees it on a day (ISO)."""
    length = len(cable.text)
    return Layout(
        partial(laid, cable, look, today, own),
        lambda offset: before(cable.text, min(offset, length)),
        length,
    )


def laid(
    cable: Cable, look: Look, today: str, own: Own, width: int, begin: int = 0
) -> Iterator[Line]:
    """Lay a cable out for a screen of so many cells, as one sees it on a day (ISO).

    One that does not `begin` at 0 begins at that offset, and has no header.
    """
    width = min(width, look.width)
    if look.received:
        return received(cable, width, begin, wrapped=look.wrap)
    return flow(cable, width, look, own, begin, today=today)


def printed(cable: Cable, look: Look, today: str, own: Own, width: int) -> Iterator[Line]:
    """Lay a cable out for paper, with all that is folded on the screen."""
    over = banner(cable.level, cable.captions, min(width, look.width))
    look = look._replace(header=True, findings=True, notes=True, only=None)
    yield from (over, EMPTY)
    yield from laid(cable, look, today, own, width)
    yield from (EMPTY, over)


def before(text: str, offset: int) -> int:
    """Find an offset some screens before another, at which a layout may begin: a line's or word's.

    0 where that is the beginning of the text; within a word where one has no end.
    """
    begin = offset - _SCREENS
    if begin <= 0:
        return 0
    first = max(0, begin - _SCREENS)
    end = max(text.rfind("\n", first, begin), text.rfind(" ", max(0, begin - 100), begin))
    return end + 1 if end >= 0 or not first else begin


def flow(
    cable: Cable,
    width: int,
    look: Look = OPEN,
    own: Own = NOTHING,
    begin: int = 0,
    *,
    today: str | None = None,
) -> Iterator[Line]:
    """Draw the reading view in lines of at most `width` cells, without the banner.

    The header block as seen `today`, the reader's own tags and notes and the findings, each open
    or folded; then headings, set apart, and paragraphs with their number and portion mark in a
    gutter, reflowed to the width, page breaks left out; then the signature. Tables, lists and
    indented lines stay line by line, as all lines do where they are not to wrap. Where only some
    paragraphs are to be seen, neither headings nor signature are.
    """
    width = max(width, 1)
    if not begin:
        yield from header(cable, width, look, own, today=today)
    column = _Column(cable, width, look, own)
    for at, part in _parts(cable):
        if (begin and part.end <= begin) or (look.only is not None and at not in look.only):
            continue
        yield EMPTY
        if isinstance(part, Heading):
            yield from column.heading(part)
        else:
            for line in column.paragraph(part, begin):
                yield line._replace(paragraph=at)
    if cable.signature and look.only is None:
        yield EMPTY
        yield from column.signature(cable.signature)


def _parts(cable: Cable) -> Iterator[tuple[int, Heading | Paragraph]]:
    """Give headings and paragraphs in the order of the text, with the index of each paragraph."""
    parts: list[tuple[int, Heading | Paragraph]] = [(-1, heading) for heading in cable.headings]
    parts += enumerate(cable.paragraphs)
    yield from sorted(parts, key=lambda part: (part[1].start, part[0]))


class _Column:
    """The parts of a cable set so many cells wide, words beside a gutter."""

    def __init__(self, cable: Cable, width: int, look: Look, own: Own) -> None:
        self._cable = cable
        self._width = width
        self._gutter = _gutter(cable, width)
        self._look = look
        self._own = own
        self._mentions = mentioned(cable)
        self._spoken = [(each.start, each.end) for each in self._mentions]

    def heading(self, heading: Heading) -> Iterator[Line]:
        text = self._cable.text
        title = run(text, list(kept(text, heading.start, heading.end)), "heading")
        return wrap(title, self._width)

    def paragraph(self, paragraph: Paragraph, begin: int) -> Iterator[Line]:
        """Set a paragraph, or what of it is behind an offset, and the note on it below."""
        cable = self._cable
        said = self._own.on(paragraph.number)
        first = marked(paragraph, noted=said is not None) if paragraph.words >= begin else EMPTY
        begin = max(paragraph.words, begin)
        for spans in _some(kept(cable.text, begin, paragraph.end, cable.page_breaks)):
            for line in prose(
                cable.text, spans, self._width, first, self._gutter, wrapped=self._look.wrap
            ):
                yield lit(spotted(line, self._mentions), self._spoken, "code")
            first = EMPTY
        if said is not None and self._look.notes:
            yield from note(said, self._width, self._gutter)

    def signature(self, signature: str) -> Iterator[Line]:
        return wrap(quoted(self._cable, "signature", signature), self._width, hang=self._gutter)


def _some(spans: Iterator[Span]) -> Iterator[list[Span]]:
    """Give spans so many at a time that no paragraph keeps a reader waiting; one list at least."""
    some = list(islice(spans, _AT_ONCE))
    yield some
    while some := list(islice(spans, _AT_ONCE)):
        yield some


def received(cable: Cable, width: int, begin: int = 0, *, wrapped: bool = True) -> Iterator[Line]:
    """Draw the text as received, line by line; what is wider than `width` goes on below.

    Where it is not `wrapped`, only what is wider than LONGEST does.

    A CR before the newline belongs to the line's end. Tabs run to the next eighth column.
    """
    text = cable.text
    starts = [paragraph.start for paragraph in cable.paragraphs]
    codes = placed(cable)
    start = begin
    while start <= len(text):
        newline = text.find("\n", start)
        stop = len(text) if newline < 0 else newline
        end = stop - 1 if newline > start and text[stop - 1] == "\r" else stop
        at = bisect_right(starts, start) - 1
        inside = at >= 0 and start < cable.paragraphs[at].end
        for line in wrap(
            spread(text, start, end), max(width, 1) if wrapped else LONGEST, hard=True
        ):
            yield spotted(line, codes)._replace(paragraph=at if inside else None)
        start = stop + 1


def _gutter(cable: Cable, width: int) -> int:
    """Cells of the widest number and mark with the blank after them; 0 where there is no room."""
    widest = max((cells(marked(paragraph).plain) for paragraph in cable.paragraphs), default=0)
    return widest if width >= _ROOM_FOR_GUTTER and widest <= _WIDEST_GUTTER else 0


def gaps(cable: Cable) -> list[tuple[int, int]]:
    """Give the page breaks of a cable, which are read over."""
    return [(gap.start, gap.end) for gap in cable.page_breaks]
