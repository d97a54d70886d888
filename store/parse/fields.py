"""The labelled fields of an opening, read: E.O., TAGS, SUBJECT, REF, Classified By."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.cable import ExecutiveOrder, Finding, Listing, Officer, Paragraph, Reference, Span
from store.parse import classifier, doubts, listed, order, references, subject, tags
from store.parse.identifier import Mrn
from store.parse.opening import Field


class Fields(NamedTuple):
    """What the fields say; `captions` are those that got among the TAGS."""

    eo: ExecutiveOrder | None
    tags: tuple[str, ...]
    captions: tuple[str, ...]
    subject: str | None
    refs: tuple[Reference, ...]
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]


def read(
    text: str,
    fields: Mapping[str, Field],
    listing: Listing | None,
    mrn: Mrn | None,
    year: int | None,
) -> Fields:
    """Read the fields of a cable of a year; `mrn` is its id, where it has one."""
    values = {name: field.text(text)[:_LONGEST] for name, field in fields.items()}
    post = mrn.post if mrn else None
    title = subject.read(fields.get("subject"), text, listing)
    findings = list(title.findings)
    findings += [_cut(text, field) for field in fields.values() if _is_long(field)]
    words, listed_tags = listed.tags(values.get("tags", ""), listing)
    codes = tags.read(words)
    findings += listed_tags
    if tags.may_be_mended(words):
        findings += _tags_mended(_line(fields.get("tags"), text), words, codes)
    refs = references.read(values.get("refs", ""), year, post)
    if refs:
        line = _line(fields["refs"], text)
        odd = doubts.years(refs, mrn) if mrn is not None else ()
        findings += [Finding("reference-year", line, said) for said in odd]
        findings += [Finding("reference-post", line, said) for said in doubts.posts(refs)]
    refs, listed_refs = listed.references(refs, listing, year, post)
    findings += listed_refs
    return Fields(
        order.read(values.get("eo", "")),
        codes,
        tags.captions(values.get("tags", "")),
        title.text,
        refs,
        title.spans,
        tuple(findings),
    )


_LONGEST = 200_000
"""The most letters read of one field: ten thousand references take as many."""


def _is_long(field: Field) -> bool:
    return field.end - field.start > _LONGEST


def _cut(text: str, field: Field) -> Finding:
    said = f"The field {field.name} is very long; only {_LONGEST:,} letters of it are read."
    return Finding("field-cut", _line(field, text), said)


def _line(field: Field | None, text: str) -> int | None:
    return text.count("\n", 0, field.start) + 1 if field else None


def _tags_mended(line: int | None, words: str, codes: tuple[str, ...]) -> tuple[Finding, ...]:
    spelt = tags.read(words, split=False)
    if codes == spelt:
        return ()
    if len(codes) > len(spelt):
        return (Finding("tags-parted", line, "TAGS that ran together were parted."),)
    changed = ", ".join(word for word in spelt if word not in codes)
    return (Finding("tags-respelt", line, f"TAGS are spelt as the tables do: {changed}."),)


class Statement(NamedTuple):
    """The statement Classified By, the officers it names, the reasons it cites."""

    words: str
    officers: tuple[Officer, ...]
    reasons: tuple[str, ...]
    spans: tuple[Span, ...]


def statement(text: str, fields: Mapping[str, Field], paragraphs: Sequence[Paragraph]) -> Statement:
    """Give the statement Classified By: of its label, or of paragraph 1 or 2 (5 FAH-1 H-246)."""
    if "classified_by" in fields:
        words = classifier.joined(text, fields["classified_by"].pieces).lstrip(": ")
        said = classifier.read(words) if words else classifier.NOTHING
        return Statement(words, *said, ())
    for paragraph in paragraphs[:2]:
        label = classifier.LABEL.match(text, paragraph.words, paragraph.end)
        if label is not None:
            words = " ".join(text[label.end() : paragraph.end].split())
            said = classifier.read(words) if words else classifier.NOTHING
            place = Span("classified_by", label.start(), paragraph.end)
            return Statement(words, *said, (place,))
    return Statement("", *classifier.NOTHING, ())
