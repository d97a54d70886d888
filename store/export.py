"""A cable as one object for other programs: `reftel show --json`.

Every key is always there; what a cable does not say is null or an empty list.
"""

from collections.abc import Iterable
from typing import Any

from store.cable import Cable, Paragraph, Span
from store.compare import compare, differing
from store.declassification import ends, past
from store.film import film
from store.reading import reading
from store.reference import reason, tag
from store.severity import SERIOUS
from store.title import title


def as_json(cable: Cable, today: str | None = None) -> dict[str, Any]:
    """Give the public object of a cable; offsets count characters of the text as received.

    Whether the day of its declassification is past is told from `today` (ISO).
    """
    return {**_read(cable), **_placed(cable), **_told(cable, today)}


def _read(cable: Cable) -> dict[str, Any]:
    """Give what a reader of the cable asks for first."""
    header = cable.header
    return {
        "id": cable.id,
        "date": cable.date,
        "sent": cable.sent,
        "origin": cable.origin,
        "level": cable.level,
        "marking": cable.marking and cable.marking.marking,
        "captions": list(cable.captions),
        "precedence": list(header.dtg.precedences) if header.dtg else [],
        "from": header.origin,
        "to": _named(header.to),
        "info": _named(header.info),
        "excluded": _named(header.excluded),
        "eo": _named_or_null(cable.eo),
        "tags": [tag(code, _year(cable))._asdict() for code in cable.tags],
        "subject": cable.subject,
        "refs": _named(cable.refs),
        "classified_by": cable.classified_by,
        "paragraphs": [_paragraph(each, cable) for each in cable.paragraphs],
        "signature": cable.signature,
        "sections": _named(cable.sections),
        "findings": [
            {**found._asdict(), "serious": found.kind in SERIOUS} for found in cable.findings
        ],
        "source": _named_or_null(cable.source),
    }


def _placed(cable: Cable) -> dict[str, Any]:
    """Give the parts as they stand in the text: lines of the header, spans, what they name."""
    header = cable.header
    return {
        "classification": _named_or_null(cable.marking),
        "passes": list(cable.passes),
        "listing": _named_or_null(cable.listing),
        "transmission": _named_or_null(header.transmission),
        "routing": _named_or_null(header.routing),
        "station": _named_or_null(header.station),
        "security": _named_or_null(header.security),
        "dtg": _named_or_null(header.dtg),
        "headings": _named(cable.headings),
        "page_breaks": _named(cable.page_breaks),
        "spans": _named(cable.spans),
        "attributes": [{"name": name, "value": value} for name, value in cable.attributes],
        "officers": _named(cable.officers),
        "reasons": [{"code": code, "meaning": reason(code)} for code in cable.reasons],
        "mentions": _named(cable.mentions),
        "links": _named(cable.links),
        "blocks": [_block(block, cable) for block in cable.blocks],
        "redactions": _named(cable.redactions),
    }


def _told(cable: Cable, today: str | None) -> dict[str, Any]:
    """Give what no line of the cable says, but is told from it."""
    return {
        "declassification": {
            "ends": ends(cable),
            "past": past(cable, today) if today else None,
        },
        "title": title(cable.subject) if cable.subject else None,
        "film": _named_or_null(film(dict(cable.attributes).get("Film Number", ""))),
    }


def compared(old: Cable, new: Cable) -> dict[str, Any]:
    """Give the public object of what differs between two versions of a cable."""
    return {
        "id": new.id,
        "old": _named_or_null(old.source),
        "new": _named_or_null(new.source),
        "fields": _named(differing(old, new)),
        "paragraphs": [
            {
                "kind": change.kind,
                "old": _paragraph(change.old, old) if change.old else None,
                "new": _paragraph(change.new, new) if change.new else None,
            }
            for change in compare(old, new)
        ],
    }


def _named(values: Iterable[Any]) -> list[dict[str, Any]]:
    """Give small values as objects under the names of their fields."""
    return [value._asdict() for value in values]


def _named_or_null(value: Any) -> dict[str, Any] | None:
    return None if value is None else value._asdict()


def _paragraph(paragraph: Paragraph, cable: Cable) -> dict[str, Any]:
    text = reading(cable.text, paragraph.words, paragraph.end, cable.page_breaks)
    return {
        "number": paragraph.number,
        "portion": paragraph.portion,
        "heading": paragraph.heading,
        "text": text,
        "start": paragraph.start,
        "words": paragraph.words,
        "end": paragraph.end,
    }


def _block(block: Span, cable: Cable) -> dict[str, Any]:
    text = reading(cable.text, block.start, block.end, cable.page_breaks)
    return {"kind": block.field, "text": text, "start": block.start, "end": block.end}


def _year(cable: Cable) -> int | None:
    """Give the year the cable's codes are of."""
    return int(cable.date[:4]) if cable.date else None
