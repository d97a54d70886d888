"""The order of the parts: header, opening, body; and what a reader should know about them."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from store import entities
from store.cable import (
    Cable,
    ClassificationLine,
    PageBreak,
    Received,
    Section,
    Span,
)
from store.parse import (
    blocks,
    breaks,
    checks,
    classification,
    copies,
    fields,
    folded,
    header,
    mentions,
    named,
    opening,
    paragraphs,
)
from store.parse.lines import Lines, unescaped


def parse(received: Received | str) -> Cable:
    r"""Read a cable: every value with its place in the text, every repair with a finding.

    `received` is what a layout hands over (`store.layouts.read`), or the text of one telegram
    alone, without a listing: `parse("R 220336Z JUL 09\nFM AMEMBASSY MOSCOW\n…")`. Offsets count
    characters of `Cable.text`: that text, its entities decoded. Pure, and raises nothing for any
    text. A cable that nothing names has the id "". `source` is left to the library.
    """
    if isinstance(received, str):
        text, found = entities.decoded(received)
        received = Received(
            "plain", received.encode(errors="replace"), text, "utf-8", None, 0, found
        )
    cable = _read(received, _parted(received))
    return cable._replace(findings=(*cable.findings, *checks.all_of(cable)))


class _Parts(NamedTuple):
    """A telegram in its parts, and what searches of its text need.

    `within` are the stretches of the body between page breaks, `small` and `numbered` of
    `store.parse.folded`; the opening and the body begin at `opens`.
    """

    head: header.Read
    marked: "_Marked"
    opening: opening.Opening
    body: paragraphs.Body
    page_breaks: tuple[PageBreak, ...]
    within: Iterator[tuple[int, int]]
    small: bytes
    numbered: list[int]
    opens: int


def _parted(received: Received) -> _Parts:
    """Part a telegram: header, classification line, opening, body."""
    lines = Lines(unescaped(received.text), received.body)
    head = header.read(lines, 0)
    marked = _marking(lines, head)
    opens = min(lines.starts[marked.next], len(lines.text))
    numbered = folded.numbered(lines.text, opens)
    page_breaks = breaks.find(lines.text, opens, numbered)
    start = opening.read(lines, marked.next, page_breaks)
    body = paragraphs.read(lines.text, start.end, page_breaks)
    within = breaks.stretches(page_breaks, start.end, len(lines.text))
    small = folded.small(received.text)
    return _Parts(head, marked, start, body, page_breaks, within, small, numbered, opens)


def _read(received: Received, parts: _Parts) -> Cable:
    """Read the values of a telegram from its parts, and from what the layout knows of it."""
    text, listing = received.text, received.listing
    head, marked, start, body, page_breaks, within, small, numbered, opens = parts
    of = named.read(received, head.header.dtg, marked.line, start.captions)
    field = fields.read(text, start.fields, listing, of.mrn, of.year or None)
    officer = fields.statement(text, start.fields, body.paragraphs)
    spans = (*head.spans, *marked.spans, *start.spans, *body.spans, *field.spans, *officer.spans)
    return Cable(
        id=of.id,
        text=text,
        date=of.date,
        sent=of.sent,
        origin=(listing.origin if listing else None) or head.header.origin,
        level=of.level,
        marking=marked.line,
        captions=tuple(dict.fromkeys((*start.captions, *field.captions))),
        passes=start.passes,
        listing=listing,
        header=head.header,
        eo=field.eo,
        tags=field.tags,
        subject=field.subject,
        refs=field.refs,
        classified_by=officer.words or None,
        headings=body.headings,
        paragraphs=body.paragraphs,
        signature=body.signature,
        sections=_sections(marked, page_breaks),
        page_breaks=page_breaks,
        spans=tuple(sorted(spans, key=attrgetter("start"))),
        findings=(*received.findings, *of.findings, *field.findings, *head.findings, *of.doubts),
        officers=officer.officers,
        reasons=officer.reasons,
        mentions=mentions.find(text, small, within, numbered, field.refs, of.year, of.id),
        links=copies.links(text, opens, start.end, head.header, of.year),
        blocks=blocks.find(text, small, body.paragraphs, body.headings),
        redactions=copies.redactions(text, small, opens),
        attributes=received.attributes,
    )


class _Marked(NamedTuple):
    """The classification line, its place, the line of the text and the line that follows."""

    line: ClassificationLine | None
    spans: tuple[Span, ...]
    at: int
    next: int


def _marking(lines: Lines, head: header.Read) -> _Marked:
    if head.glued is not None:
        begin = lines.start(head.line) + head.glued.start
        place = Span("marking", begin, lines.end(head.line))
        return _Marked(head.glued.line, (place,), lines.number(head.line), head.line + 1)
    at = head.line
    while lines.has(at) and not lines.words[at]:
        at += 1
    mark = classification.read(lines.words[at]) if lines.has(at) else None
    if mark is None:
        return _Marked(None, (), 0, head.line)
    place = Span("marking", lines.start(at), lines.end(at))
    return _Marked(mark, (place,), lines.number(at), at + 1)


def _sections(marked: _Marked, page_breaks: tuple[PageBreak, ...]) -> tuple[Section, ...]:
    """List the sections present: from the classification line, then from the breaks, each once."""
    found: dict[int, Section] = {}
    mark = marked.line
    if mark is not None and mark.section is not None and mark.sections is not None:
        found[mark.section] = Section(mark.section, mark.sections, marked.at)
    for page in page_breaks:
        if page.section is not None and page.sections is not None:
            found.setdefault(page.section, Section(page.section, page.sections, page.line))
    return tuple(found.values())
