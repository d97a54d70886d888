"""The order of the parts: header, opening, body; and what a reader should know about them."""

from operator import attrgetter
from typing import NamedTuple

from store import entities, marking
from store.cable import (
    Cable,
    ClassificationLine,
    DateTimeGroup,
    Finding,
    Listing,
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
    identifier,
    mentions,
    opening,
    paragraphs,
    subject,
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
    text, listing = received.text, received.listing
    lines = Lines(unescaped(text), received.body)
    head = header.read(lines, 0)
    marked = _marking(lines, head)
    opens = min(lines.starts[marked.next], len(text))
    numbered, small = folded.numbered(lines.text, opens), folded.small(text)
    page_breaks = breaks.find(lines.text, opens, numbered)
    start = opening.read(lines, marked.next, page_breaks)
    body = paragraphs.read(lines.text, start.end, page_breaks)
    within = breaks.stretches(page_breaks, start.end, len(text))
    named = _id(received, head.header.dtg, marked.line)
    level = _level(listing, marked.line, start.captions)
    sent = head.header.dtg.sent if head.header.dtg else None
    date = sent[:10] if sent else listing.date if listing else None
    mrn = identifier.split(named.id)
    year = mrn.year if mrn else int(date[:4]) if date else 0
    field = fields.read(text, start.fields, listing, mrn, year or None)
    officer = fields.statement(text, start.fields, body.paragraphs)
    spans = (*head.spans, *marked.spans, *start.spans, *body.spans, *field.spans, *officer.spans)
    said = (*received.findings, *named.findings, *field.findings, *head.findings, *level.findings)
    cable = Cable(
        id=named.id,
        text=text,
        date=date,
        sent=sent,
        origin=(listing.origin if listing else None) or head.header.origin,
        level=level.name,
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
        findings=said,
        officers=officer.officers,
        reasons=officer.reasons,
        mentions=mentions.find(text, small, within, numbered, field.refs, year, named.id),
        links=copies.links(text, opens, start.end, head.header, year),
        blocks=blocks.find(text, small, body.paragraphs, body.headings),
        redactions=copies.redactions(text, small, opens),
        attributes=received.attributes,
    )
    return cable._replace(findings=(*said, *checks.all_of(cable)))


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


class _Named(NamedTuple):
    id: str
    findings: tuple[Finding, ...]


def _id(received: Received, dtg: DateTimeGroup | None, mark: ClassificationLine | None) -> _Named:
    """Name the cable: by the listing's id, else by its classification line and year."""
    listing = received.listing
    if listing is not None and listing.id:
        spelt = identifier.canonical(listing.id)
        if spelt is None:
            return _Named(listing.id, ())
        if spelt.rule is None:
            return _Named(spelt.id, ())
        said = f"The listing's id {listing.id} is read as {spelt.id} ({spelt.rule})."
        line = subject.line_of(listing.id, received.text)
        return _Named(spelt.id, (Finding("id-repaired", line, said),))
    day = (dtg and dtg.sent) or (listing and listing.date)
    if mark is None or mark.post is None or mark.number is None or not day:
        return _nameless(received)
    spelt = identifier.canonical(f"{day[2:4]}{mark.post}{mark.number}")
    return _Named(spelt.id, ()) if spelt else _nameless(received)


def _nameless(received: Received) -> _Named:
    said = "Neither a collection nor the telegram itself gives a reference id."
    return _Named(received.name, (Finding("id-missing", None, said),))


class _Level(NamedTuple):
    name: str | None
    findings: tuple[Finding, ...]


def _level(
    listing: Listing | None, mark: ClassificationLine | None, captions: tuple[str, ...]
) -> _Level:
    """Give the level of the whole: the listing's; the telegram's where that is higher or alone."""
    own = _own_level(mark, captions)
    given = listing.level if listing else None
    given_rank, own_rank = marking.rank(given), marking.rank(own)
    if given_rank is None:
        if not given:
            return _Level(own, ())
        said = f"The listing's level {given[:40]!a} is none that is known."
        return _Level(own or given, (Finding("level-unknown", None, said),))
    if own_rank is None or own_rank <= given_rank:
        return _Level(given, ())
    said = f"The listing says {given}, the telegram {own}: the higher one is shown."
    return _Level(own, (Finding("level-conflict", None, said),))


def _own_level(mark: ClassificationLine | None, captions: tuple[str, ...]) -> str | None:
    if mark is None:
        return None
    if mark.level == "UNCLASSIFIED" and "SENSITIVE" in captions:
        return "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    if "NOFORN" in captions and mark.level in ("CONFIDENTIAL", "SECRET", "TOP SECRET"):
        return f"{mark.level}//NOFORN"
    return mark.level
