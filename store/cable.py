r"""The values a cable is made of: frozen, nothing else.

Offsets count characters of `Cable.text`, the text as received and decoded; ends are exclusive.
Lines count from 1 and end at "\n" only, so that form feeds and U+2028 in a cable move no line.
What a cable does not say is `None` or `()`, never a guess.
"""

from typing import NamedTuple

from store.header import (
    Addressee,
    DateTimeGroup,
    Header,
    Routing,
    Security,
    Station,
    TransmissionId,
)

__all__ = [
    "Addressee",
    "Cable",
    "ClassificationLine",
    "DateTimeGroup",
    "ExecutiveOrder",
    "Finding",
    "Header",
    "Heading",
    "Link",
    "Listing",
    "Mention",
    "Officer",
    "PageBreak",
    "Paragraph",
    "Received",
    "Reference",
    "Routing",
    "Section",
    "Security",
    "Source",
    "Span",
    "Station",
    "TransmissionId",
]


class Finding(NamedTuple):
    """What a reader should know about a cable: a fault, a repair, a doubt, a check that held.

    `kind` is the rule's name in kebab-case (`joined-line`), `line` the line it speaks of, or None
    where it speaks of the whole cable, `text` one sentence for a person.
    """

    kind: str
    line: int | None
    text: str


class Listing(NamedTuple):
    """The lines a collection printed above the telegram.

    `date` is the calendar day as printed (ISO); `time` ("03:36") is None at midnight, which in
    these listings means "not known"; `offset` ("+0200") is the collector's zone, not the post's.
    `tags` and `refs` are what a collection says of a cable's TAGS and references, in its words.
    """

    id: str
    subject: str | None
    date: str | None
    time: str | None
    offset: str | None
    level: str | None
    origin: str | None
    tags: str | None = None
    refs: str | None = None


class ClassificationLine(NamedTuple):
    """`UNCLAS SECTION 01 OF 02 MOSCOW 001869`: the telegram's own marking.

    `marking` is as printed with its spacing closed up (`UNCLAS`, `CONFIDENTIAL`), `level` the
    level it stands for.
    """

    marking: str
    level: str
    section: int | None
    sections: int | None
    post: str | None
    number: int | None


class ExecutiveOrder(NamedTuple):
    """The E.O. line: which order, and until when or why it keeps the cable classified.

    `declassify_on` is an ISO day; `schedule` the word of E.O. 11652 (`GDS`, `XGDS1`); `text` what
    the line says after the order's number.
    """

    order: str
    not_applicable: bool
    declassify_on: str | None
    event: str | None
    exemptions: tuple[str, ...]
    schedule: str | None
    text: str


class Reference(NamedTuple):
    """One entry of a REF line.

    `id` is the reference id as this library spells it (`09MOSCOW1439`), or None for a thing that
    has none; `label` its bullet (`A`); `kind` is `cable` for telegrams; `text` as received.
    """

    id: str | None
    label: str | None
    note: str | None
    kind: str
    text: str


class Officer(NamedTuple):
    """Who classified a cable: the name as printed, the office held, None where it is not said."""

    name: str
    title: str | None


class Mention(NamedTuple):
    """Words in the running text that speak of cables: `reftel`, `refs A and B`, `09 MOSCOW 1439`.

    `ids` are the cables meant, several for `reftels`; `start` and `end` span the words.
    """

    ids: tuple[str, ...]
    start: int
    end: int


class Link(NamedTuple):
    """What a cable says it is of another one: `corrects`, `duplicates`, `cancelled`.

    `id` is the other cable, None where none is named.
    """

    kind: str
    id: str | None


class Section(NamedTuple):
    """One section of a telegram that was sent in several: its number, of how many, at what line."""

    number: int
    of: int
    line: int


class PageBreak(NamedTuple):
    """A line such as `MOSCOW 00001869  002 OF 002` that the system put into the text.

    `start` and `end` take in the blank lines that came with it: exactly what reading leaves out.
    """

    start: int
    end: int
    line: int
    post: str | None
    number: int | None
    section: int | None
    sections: int | None
    page: int | None
    time: str | None


class Heading(NamedTuple):
    """A section heading; `start` and `end` span its words without the rules around them."""

    text: str
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph, from its number (or first word, where it has none) to its last character.

    `number` is as printed: an int, or text where it is not one (`2a`). `portion` is the mark
    without its brackets (`SBU`). `words` is where the prose begins, after number and mark.
    `heading` is the heading printed directly above, None where there is none.
    """

    number: int | str | None
    portion: str | None
    heading: str | None
    start: int
    words: int
    end: int


class Span(NamedTuple):
    """Where a field stands in the text: `Span("subject", 1043, 1130)`."""

    field: str
    start: int
    end: int


class Source(NamedTuple):
    """Where a cable came from: layout, path, sha256 and size of the original bytes.

    `version` counts the different texts a library holds under one id, from 1.
    """

    layout: str
    path: str
    sha256: str
    bytes: int
    encoding: str
    version: int = 1


class Received(NamedTuple):
    """One cable as a layout hands it over, before its text is read.

    `raw` are the original bytes, `text` the same decoded by `encoding`, whole and unchanged;
    `listing` is what the layout knows from outside the telegram; `body` is the offset at which
    the telegram begins; `findings` what decoding had to say. In a layout that is more than text
    (CSV, HTML, JSON, XML, PDF) `text` is what it holds of the telegram. `attributes` are what
    else it says of the cable, in its own words; `name` is what to call a telegram that names
    itself nowhere.
    """

    layout: str
    raw: bytes
    text: str
    encoding: str
    listing: Listing | None
    body: int
    findings: tuple[Finding, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    name: str = ""


class Cable(NamedTuple):
    """One telegram, read.

    `date` is the day of the list (ISO), from `sent` (UTC) where the cable has a good date-time
    group. `level` is the level of the whole (`UNCLASSIFIED//FOR OFFICIAL USE ONLY`); `marking`
    the classification line it rests on. `tags` are codes and names as printed, in order.
    `classified_by` is the statement whole, `officers` and `reasons` (`1.4(b)`) what it says.
    `blocks` are the summary, the comments, action requests and quoted texts, without the words
    that announce them; `redactions` what was struck out, in the order of the text.
    """

    id: str
    text: str
    date: str | None = None
    sent: str | None = None
    origin: str | None = None
    level: str | None = None
    marking: ClassificationLine | None = None
    captions: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    listing: Listing | None = None
    header: Header = Header()
    eo: ExecutiveOrder | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    refs: tuple[Reference, ...] = ()
    classified_by: str | None = None
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    signature: str | None = None
    sections: tuple[Section, ...] = ()
    page_breaks: tuple[PageBreak, ...] = ()
    spans: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Source | None = None
    officers: tuple[Officer, ...] = ()
    reasons: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    blocks: tuple[Span, ...] = ()
    redactions: tuple[Span, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
