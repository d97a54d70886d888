"""Cables as documents: all of a cable but its text, which the sources hold.

Absent values are left out. Small values that come in numbers (paragraphs, page breaks, spans) are
rows of their fields in order, so a record stays a fraction of its text; the values of
`store.cable` therefore only ever grow at their end.
"""

from collections.abc import Callable
from itertools import starmap
from typing import Any

from store.cable import (
    Addressee,
    Cable,
    ClassificationLine,
    DateTimeGroup,
    ExecutiveOrder,
    Finding,
    Header,
    Heading,
    Link,
    Listing,
    Mention,
    Officer,
    PageBreak,
    Paragraph,
    Reference,
    Routing,
    Section,
    Security,
    Source,
    Span,
    Station,
    TransmissionId,
)
from store.holdings.glance import ORDER, VERSION

READING = 6
"""Counts the changes in what is read out of the same text, so that copies can be made again."""

Build = Callable[[Any], Any]


def to_record(cable: Cable) -> dict[str, Any]:
    """Give the document of a cable; `from_record` with the same text gives the cable again."""
    record: dict[str, Any] = {"id": cable.id, ORDER: f"{cable.sent or cable.date or ''} {cable.id}"}
    record |= _present(cable)
    del record["text"]
    if cable.header != Header():
        record["header"] = _present(cable.header)
    if cable.source is not None:
        record["source"] = cable.source[:SOURCE_VERSION]
        if cable.source.version != 1:
            record[VERSION] = cable.source.version
    return record


def from_record(record: dict[str, Any], text: str) -> Cable:
    """Build a cable from its document and its text as received."""
    cable = Cable(text=text, **_built(record, CABLE))
    if cable.source is None or VERSION not in record:
        return cable
    return cable._replace(source=cable.source._replace(version=record[VERSION]))


def _present(value: Any) -> dict[str, Any]:
    """Give the fields of a value that say something."""
    defaults = value._field_defaults
    fields = value._asdict().items()
    return {
        name: field for name, field in fields if name not in defaults or field != defaults[name]
    }


def _built(record: dict[str, Any], builders: dict[str, Build]) -> dict[str, Any]:
    return {name: build(record[name]) for name, build in builders.items() if name in record}


def _each(build: Build) -> Build:
    return lambda rows: tuple(map(build, rows))


def _plain(kind: Callable[..., Any]) -> Build:
    """Build values none of whose fields is a tuple: most of a record, so in the fastest way."""
    return lambda rows: tuple(starmap(kind, rows))


def _row(kind: Callable[..., Any]) -> Build:
    return lambda row: kind(*[tuple(v) if v.__class__ is list else v for v in row])


def _same(value: Any) -> Any:
    return value


SOURCE_VERSION = Source._fields.index("version")

HEADER: dict[str, Build] = {
    "transmission": _row(TransmissionId),
    "routing": _row(Routing),
    "station": _row(Station),
    "security": _row(Security),
    "dtg": _row(DateTimeGroup),
    "origin": _same,
    "to": _plain(Addressee),
    "info": _plain(Addressee),
    "excluded": _plain(Addressee),
}

CABLE: dict[str, Build] = {
    "id": _same,
    "date": _same,
    "sent": _same,
    "origin": _same,
    "level": _same,
    "marking": _row(ClassificationLine),
    "captions": tuple,
    "passes": tuple,
    "listing": _row(Listing),
    "header": lambda record: Header(**_built(record, HEADER)),
    "eo": _row(ExecutiveOrder),
    "tags": tuple,
    "subject": _same,
    "refs": _plain(Reference),
    "classified_by": _same,
    "headings": _plain(Heading),
    "paragraphs": _plain(Paragraph),
    "signature": _same,
    "sections": _plain(Section),
    "page_breaks": _plain(PageBreak),
    "spans": _plain(Span),
    "findings": _plain(Finding),
    "source": _row(Source),
    "officers": _plain(Officer),
    "reasons": tuple,
    "mentions": _each(_row(Mention)),
    "links": _plain(Link),
    "blocks": _plain(Span),
    "redactions": _plain(Span),
    "attributes": _each(tuple),
}
"""How each field of a cable but its text is built again; a test holds it against `Cable`."""
