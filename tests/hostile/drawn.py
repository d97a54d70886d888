"""Made-up documents of hostile parts, drawn in every way there is and sent as the app sends it."""

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from textual.color import Color
from textual.strip import Strip

from store import cite, layouts
from store.cable import Cable, Received
from store.errors import Refused
from store.export import as_json, compared
from store.parse import parse
from store.row import Hit, Row
from tests.hostile import documents
from tests.hostile.oracle import Oracle, foreign_words
from tests.hostile.strings import STRINGS
from tui.net import Net
from tui.render.banner import banner
from tui.render.branch import Twig, twig
from tui.render.cable import flow, received
from tui.render.facets import Facet, facet
from tui.render.hints import labelled
from tui.render.ink import look
from tui.render.line import Line, cells, lit, runs
from tui.render.look import Look
from tui.render.outline import entry, outline
from tui.render.own import Own
from tui.render.row import found
from tui.render.versions import versions
from tui.wire.difference import difference
from tui.wire.grid import Grid

TODAY = "2026-11-24"
HEIGHT = 40
BONES = (
    *("\n", "\n\n", " ", "  ", "\t", ". ", "1. ", "2. (C) ", "¶3. (S//NF) ", "(U) ", "\n----\n"),
    *("SUBJECT: ", "REF: A. ", "TAGS: PGOV, ", "E.O. 12958: DECL: ", "Classified By: ", "SIPDIS\n"),
    *(
        "CONFIDENTIAL",
        "PAGE 02 STRELS 00012 ",
        "Summary",
        "Comment",
        "09STRELSAU12",
        "NNNN",
        "BT\n",
    ),
)

pieces = st.one_of(
    st.sampled_from([each.text for each in STRINGS]),
    st.sampled_from(BONES),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=8),
)
texts = st.lists(pieces, max_size=12).map("".join)
fields = st.lists(pieces, max_size=4).map(lambda parts: "".join(parts).replace("\n", " "))


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """Make a document: a listing with a telegram, each field of its own text, or text alone."""
    if draw(st.booleans()):
        frame = documents.LISTING + documents.HEADER + documents.TELEGRAM
        parts = re.split(r"(\{\w+\})", frame)
        filled = (
            draw(fields) if each == "{text}" else re.sub(r"\{\w+\}", "12", each) for each in parts
        )
        text = "".join(filled) + draw(texts)
    else:
        text = "09STRELSAU12\n" * draw(st.booleans()) + draw(texts)
    return text.encode("utf-8", draw(st.sampled_from(["surrogatepass", "replace"])))


def cables(data: bytes) -> list[Cable]:
    """Read what can be read of a document."""
    try:
        read = [each for each in layouts.read(data, "made.txt") if isinstance(each, Received)]
    except Refused:
        return []
    return [parse(each) for each in read]


def drawings(old: Cable, new: Cable, width: int) -> Iterator[Line]:
    """Draw a cable in every way there is."""
    yield banner(new.level, new.captions, width)
    own = Own((new.id,), ((None, new.text[:200]), ("2", new.subject or "")))
    yield from flow(new, width, Look(header=True, findings=True), own, today=TODAY)
    for line in received(new, width):
        yield lit(line, ((0, 9), (20, 40)))
        for spot in line.spots:
            yield labelled(line, spot, "as")
    yield from (entry(each, width) for each in outline(new))
    yield from versions(old, new, width)
    row = Row(1, new.id, new.date, new.level, new.origin, new.subject)
    yield from found(Hit(row, new.text[:200], ((2, 9),)), width)
    yield twig(Twig(2, "+", new.id, row, new.subject or ""), width)
    for tag in (*new.tags, *new.captions):
        yield facet(Facet("tag", tag, 12, first=True), width)


def data(old: Cable, new: Cable) -> Iterator[str]:
    """Give what the commands write of a cable that is no drawing."""
    from json import dumps

    yield dumps(as_json(new, TODAY))
    yield dumps(compared(old, new))
    yield cite.cite(new, None)


def sent(lines: Iterable[Line], width: int) -> Iterator[str]:
    """Send lines as the app does: through the net, and the difference of two screens."""
    console = Console(file=StringIO(), color_system="256", force_terminal=True, width=width)
    net, shown, wanted = Net(), Grid(width, HEIGHT), Grid(width, HEIGHT)
    for at, line in enumerate(lines):
        segments = [Segment(text, look(256, roles)) for text, roles in runs(line)]
        strip = Strip(net.apply(segments, Color(0, 0, 0)), cells(line.plain))
        strip = strip.adjust_cell_length(width)
        yield from wanted.write(f"\x1b[{at % HEIGHT + 1};1H{strip.render(console)}")
        if at % HEIGHT == HEIGHT - 1:
            yield difference(shown, wanted, scrolls=True)
    yield difference(shown, wanted, scrolls=True)


def faults(document: bytes, width: int) -> list[str]:
    """Draw a document in every way; give what is foreign of it, and lines that are too wide."""
    read = cables(document)
    wrong: list[str] = []
    for old, new in zip(read, [*read[1:], *read[:1]], strict=True):
        lines = list(drawings(old, new, width))
        wrong += [ascii(line.plain) for line in lines if cells(line.plain) > width]
        wire = "".join(sent(lines, width)).encode()
        wrong += map(ascii, Oracle((width, HEIGHT)).foreign(wire))
        paper = "".join(token for line in lines for token in foreign_words(line.plain))
        wrong += map(ascii, paper)
    return wrong
