"""The order of the parts: header, opening, body; and what a reader should know about them."""

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
    classifier,
    copies,
    header,
    identifier,
    listed,
    mentions,
    opening,
    order,
    paragraphs,
    references,
    subject,
    tags,
)
from store.parse.lines import Lines, split


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
    lines = split(received.text)
    head = header.read(lines, received.text.count("\n", 0, received.body))
    marked = _marking(lines, head)
    skip, page_breaks = breaks.find(lines, marked.next)
    start = opening.read(lines, marked.next, skip)
    body = paragraphs.read(lines, start.line, skip)
    named = _id(received, head.header.dtg, marked.line)
    level = _level(received.listing, marked.line, start.captions)
    cable = Cable(
        id=named.id,
        text=received.text,
        level=level.name,
        marking=marked.line,
        captions=start.captions,
        passes=start.passes,
        listing=received.listing,
        header=head.header,
        headings=body.headings,
        paragraphs=body.paragraphs,
        signature=body.signature,
        sections=_sections(marked, page_breaks),
        page_breaks=page_breaks,
        attributes=received.attributes,
    )
    spans = (*head.spans, *marked.spans, *start.spans, *body.spans)
    cable = _with_fields(_with_date(cable), start, spans)
    cable = _with_body(cable, lines.starts[marked.next], lines.starts[start.line])
    said = (*received.findings, *named.findings, *cable.findings, *head.findings)
    cable = cable._replace(findings=(*said, *level.findings))
    return cable._replace(findings=(*cable.findings, *checks.all_of(cable)))


def _with_date(cable: Cable) -> Cable:
    """Date and origin: the telegram's moment before the listing's day, the listing's origin."""
    dtg, listing = cable.header.dtg, cable.listing
    sent = dtg.sent if dtg else None
    return cable._replace(
        sent=sent,
        date=sent[:10] if sent else listing.date if listing else None,
        origin=(listing.origin if listing else None) or cable.header.origin,
    )


def _with_fields(cable: Cable, start: opening.Opening, spans: tuple[Span, ...]) -> Cable:
    """Read the labelled fields of the opening."""
    text = cable.text
    values = {name: field.text(text)[:_LONGEST] for name, field in start.fields.items()}
    title = subject.read(start.fields.get("subject"), text, cable.listing)
    mrn = identifier.split(cable.id)
    year = mrn.year if mrn else _year(cable) or None
    refs = references.read(values.get("refs", ""), year, mrn.post if mrn else None)
    findings = list(title.findings)
    findings += [_cut(text, field) for field in start.fields.values() if _is_long(field)]
    words, listed_tags = listed.tags(values.get("tags", ""), cable.listing)
    findings += listed_tags
    codes = tags.read(words)
    spelt = codes
    if tags.may_be_mended(words):
        spelt = tags.read(words, split=False)
    if codes != spelt:
        findings.append(_tags_mended(_line(start.fields.get("tags"), text), spelt, codes))
    if mrn is not None and refs:
        line = _line(start.fields["refs"], text)
        doubts = references.doubts(refs, mrn)
        findings += [Finding("reference-year", line, said) for said in doubts]
    refs, listed_refs = listed.references(refs, cable.listing, year, mrn.post if mrn else None)
    findings += listed_refs
    officer = _statement(cable, start.fields.get("classified_by"))
    said = classifier.read(officer.words) if officer.words else classifier.NOTHING
    spans = (*spans, *title.spans, *officer.spans)
    return cable._replace(
        eo=order.read(values.get("eo", "")),
        tags=codes,
        captions=tuple(dict.fromkeys((*cable.captions, *tags.captions(values.get("tags", ""))))),
        subject=title.text,
        refs=refs,
        classified_by=officer.words or None,
        officers=said.officers,
        reasons=said.reasons,
        spans=tuple(sorted(spans, key=_start)),
        findings=tuple(findings),
    )


_LONGEST = 200_000
"""The most letters read of one field: ten thousand references take as many."""


def _is_long(field: opening.Field) -> bool:
    return field.end - field.start > _LONGEST


def _cut(text: str, field: opening.Field) -> Finding:
    said = f"The field {field.name} is very long; only {_LONGEST:,} letters of it are read."
    return Finding("field-cut", text.count("\n", 0, field.start) + 1, said)


def _line(field: opening.Field | None, text: str) -> int | None:
    return text.count("\n", 0, field.start) + 1 if field else None


def _year(cable: Cable) -> int:
    """Give the year of a cable that its id does not name; 0 where none is known."""
    return int(cable.date[:4]) if cable.date else 0


def _tags_mended(line: int | None, spelt: tuple[str, ...], codes: tuple[str, ...]) -> Finding:
    if len(codes) > len(spelt):
        return Finding("tags-parted", line, "TAGS that ran together were parted.")
    changed = ", ".join(word for word in spelt if word not in codes)
    return Finding("tags-respelt", line, f"TAGS are spelt as the tables do: {changed}.")


class _Statement(NamedTuple):
    words: str
    spans: tuple[Span, ...]


def _statement(cable: Cable, field: opening.Field | None) -> _Statement:
    """Give the statement Classified By: of its label, or of paragraph 1 or 2 (5 FAH-1 H-246)."""
    if field is not None:
        return _Statement(classifier.joined(cable.text, field.pieces).lstrip(": "), ())
    for paragraph in cable.paragraphs[:2]:
        label = classifier.LABEL.match(cable.text, paragraph.words, paragraph.end)
        if label is not None:
            words = " ".join(cable.text[label.end() : paragraph.end].split())
            return _Statement(words, (Span("classified_by", label.start(), paragraph.end),))
    return _Statement("", ())


def _with_body(cable: Cable, opening_at: int, body_at: int) -> Cable:
    """Read what runs through the text: references in it, blocks, what was struck out."""
    text = cable.text
    mrn = identifier.split(cable.id)
    year = mrn.year if mrn else _year(cable)
    stretches, position = [], body_at
    for mark in cable.page_breaks:
        if mark.start >= position:
            stretches.append((position, mark.start))
            position = mark.end
    stretches.append((position, len(text)))
    return cable._replace(
        mentions=mentions.find(text, stretches, cable.refs, year, cable.id),
        blocks=blocks.find(text, cable.paragraphs, cable.headings),
        redactions=copies.redactions(text, opening_at),
        links=copies.links(text, opening_at, body_at, cable.header, year),
    )


def _start(span: Span) -> int:
    return span.start


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
        return _Marked(head.glued.line, (place,), head.line + 1, head.line + 1)
    at = head.line
    while at < len(lines.words) and not lines.words[at]:
        at += 1
    mark = classification.read(lines.words[at]) if at < len(lines.words) else None
    if mark is None:
        return _Marked(None, (), head.line + 1, head.line)
    return _Marked(mark, (Span("marking", lines.start(at), lines.end(at)),), at + 1, at + 1)


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
