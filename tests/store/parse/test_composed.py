"""Cables composed from values, read back: the same values, each with its place in the text.

In every layout a text can be composed in, in several encodings, one or more cables in a file.
"""

import html
import json
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import layouts, reference
from store.cable import Cable, Received
from store.parse import parse
from store.reading import reading

EXAMPLES = int(os.environ.get("REFTEL_EXAMPLES", "100"))
"""How many files are composed, over all layouts; ten thousand take two minutes."""

LEVELS = {
    "UNCLASSIFIED": ("UNCLAS", "U"),
    "CONFIDENTIAL": ("C O N F I D E N T I A L", "C"),
    "SECRET": ("S E C R E T", "S"),
}
POSTS = ("MOSCOW", "ROME", "NEW DELHI", "PORT AU PRINCE", "THE HAGUE", "STRELSAU")
CITED = ("MOSCOW", "ROME", "NEWDELHI", "PORTAUPRINCE", "STATE")
SPOKEN = {"NEWDELHI": "NEW DELHI", "PORTAUPRINCE": "PORT AU PRINCE"}
TAGS = ("PGOV", "PREL", "ECON", "ETRD", "RS", "KIPR", "PHUM", "IT")
WORDS = ("raid", "minister", "said", "copyright", "Embassy", "officials", "met", "about", "trade")
NAMES = ("Rudolf K. Rassendyll", "Flavia Elphberg", "Rupert von Hentzau")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

Value = dict[str, Any]
ODD = (
    '"so-called"',
    "R&D",
    "<p>",
    "&copy",
    "d\\u00e9",
    "[red]",
    "a\\b",
    "'tis",
    "café,",
    "{x}",
    "50%",
)
"""Words that a layout must escape, or that mean something to one."""
HEADINGS = ("Raids Go On", "THE NEXT STEP")

words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
prose = st.lists(st.sampled_from((*WORDS, *ODD)), min_size=3, max_size=40).map(" ".join)


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Draw what a cable says."""
    level = draw(st.sampled_from(list(LEVELS)))
    return {
        "level": level,
        "post": draw(st.sampled_from(POSTS)),
        "number": draw(st.integers(1, 99999)),
        "sent": draw(st.datetimes(datetime(1966, 1, 1), datetime(2010, 2, 28))),
        "precedence": draw(st.sampled_from("ZOPR")),
        "captions": draw(st.sampled_from([(), ("SIPDIS",), ("NODIS",), ("SENSITIVE", "SIPDIS")])),
        "tags": tuple(draw(st.lists(st.sampled_from(TAGS), unique=True, min_size=1, max_size=5))),
        "subject": draw(words).upper(),
        "refs": tuple(
            draw(st.lists(st.tuples(st.sampled_from(CITED), st.integers(10, 99999)), max_size=4))
        ),
        "officer": draw(st.sampled_from([None, *NAMES])),
        "reasons": tuple(draw(st.lists(st.sampled_from("abcd"), unique=True, min_size=1))),
        "paragraphs": tuple(
            draw(
                st.lists(
                    st.tuples(st.none() | st.sampled_from(HEADINGS), prose), min_size=1, max_size=6
                )
            )
        ),
        "sections": draw(st.booleans()),
        "marked": draw(st.booleans()),
        "numbers": draw(st.sampled_from(["¶{}. ", "{}. ", "{}.  "])),
        "signature": draw(st.sampled_from(["BEYRLE", "DE PREE", "O'HARA"])),
    }


class Composed(NamedTuple):
    """The three pieces of a cable: what a collection says of it, its header, its text."""

    listing: tuple[str, str, str, str, str]
    header: str
    body: str


def composed(value: Value) -> Composed:
    """Write the values as a cable."""
    sent: datetime = value["sent"]
    marking, mark = LEVELS[value["level"]]
    listing = (
        f"{sent:%y}{value['post'].replace(' ', '')}{value['number']}",
        value["subject"][:40],
        f"{sent:%Y-%m-%d}",
        value["level"],
        f"Embassy {value['post'].title()}",
    )
    header = [
        "VZCZCXRO3059",
        f"{value['precedence'] * 2} RUEHAG",
        f"{value['precedence']} {sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}",
        f"FM AMEMBASSY {value['post']}",
        "TO RUEHC/SECSTATE WASHDC 4310",
    ]
    section = " SECTION 01 OF 02" if value["sections"] else ""
    refs = [
        f"{chr(65 + i)}. {SPOKEN.get(post, post)} {number}"
        for i, (post, number) in enumerate(value["refs"])
    ]
    lines = [
        f"{marking}{section} {value['post']} {value['number']:06} ",
        " ",
        *value["captions"],
        " ",
        "E.O. 12958: DECL: 07/24/2018 ",
        f"TAGS: {' '.join(value['tags'])} ",
        *folded("SUBJECT: " + value["subject"]),
        " ",
        *(["REF: " + refs[0], *refs[1:], " "] if refs else []),
        *statement(value["officer"], value["reasons"]),
        *paragraphs(value, f"({mark}) " if value["marked"] else ""),
        value["signature"],
    ]
    return Composed(listing, "\n".join(header), "\n".join(lines))


def paragraphs(value: Value, portion: str) -> list[str]:
    """Write the paragraphs; the first is broken where its section ends."""
    lines = []
    page = f"{value['post']} {value['number']:08}  002 OF 002 "
    for number, (heading, text) in enumerate(value["paragraphs"], 1):
        if heading:
            lines += ["---------- ", f"{heading} ", "---------- ", " "]
        told = folded(f"{value['numbers'].format(number)}{portion}{text}.")
        if value["sections"] and number == 1:
            told[1:1] = [" ", page, " "]
        lines += [*told, " "]
    return lines


def statement(officer: str | None, reasons: tuple[str, ...]) -> list[str]:
    if officer is None:
        return []
    cited = " and ".join(f"({letter})" for letter in reasons)
    return [f"Classified By: Ambassador {officer} for reasons 1.4 {cited} ", " "]


def folded(text: str) -> list[str]:
    """Break a text into lines of at most 66 letters, each with the blank it came with."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > 66:
            lines.append("")
        lines[-1] += word + " "
    return lines


def in_listing(cables: Sequence[Composed]) -> str:
    return "".join(
        "\n".join([*listing[:2], f"{listing[2]} 00:00:00 +0200", *listing[3:], header])
        + body
        + "\n"
        for listing, header, body in cables
    )


def in_csv(cables: Sequence[Composed], delimiter: str = ",") -> str:
    rows = []
    for number, (listing, header, body) in enumerate(cables):
        id, _, day, level, origin = listing  # noqa: A001 - the field's own word
        fields = (str(number), f"{day} 03:36:00", id, origin, level, "", header, body)
        escaped = [field.replace("\\", "\\\\").replace('"', '\\"') for field in fields]
        rows.append(delimiter.join(f'"{field}"' for field in escaped) + "\n")
    return "".join(rows)


def in_tabs(cables: Sequence[Composed]) -> str:
    return in_csv(cables, "\t")


def in_html(cables: Sequence[Composed]) -> str:
    names = "".join(f"<th>{name}</th>" for name in ("Reference ID", "Created", *NAMED))
    pages = []
    for (id, subject, day, *rest), header, body in cables:  # noqa: A001
        cells = "".join(f"<td>{cell}</td>" for cell in (id, f"{day} 03:36", *rest))
        pages.append(
            f"<!DOCTYPE html>\n<html><h3>Viewing cable {id}, {subject}</h3>"
            f"<table class='cable'><tr>{names}</tr><tr>{cells}</tr></table>"
            f"<pre>{html.escape(header)}</pre>"
            f"<pre>{html.escape(body).replace(LINE_FEED, ENTITY)}</pre></html>\n"
        )
    return "".join(pages)


def records(cables: Sequence[Composed]) -> list[str]:
    return [
        json.dumps(
            {"reference_id": id, "subject": subject, "created": day, "classification": level}
            | {"origin": origin, "header": header, "body": body}
        )
        for (id, subject, day, level, origin), header, body in cables  # noqa: A001
    ]


def in_json(cables: Sequence[Composed]) -> str:
    return "[" + ",\n".join(records(cables)) + "]"


def in_json_lines(cables: Sequence[Composed]) -> str:
    return "".join(f"{record}\n" for record in records(cables))


def in_nara(cables: Sequence[Composed]) -> str:
    return "".join(
        f"Message Text\n\n{header}\n{body}\nMessage Attributes\n\n"
        f"Document Number: {listing[0]}\nOriginal Classification: {listing[3]}\n"
        for listing, header, body in cables
    )


def in_plain(cables: Sequence[Composed]) -> str:
    return "".join(f"{header}\n{body}\n" for _, header, body in cables)


NAMED = ("Classification", "Origin")
LINE_FEED, ENTITY = "\n", "&#x000A;"
WRITTEN: dict[Callable[[Sequence[Composed]], str], str] = {
    in_listing: "listing",
    in_csv: "csv",
    in_tabs: "csv",
    in_html: "html",
    in_json: "json",
    in_json_lines: "json",
    in_nara: "nara",
    in_plain: "plain",
}
ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "marked": lambda text: text.encode("utf-8-sig"),
    "wide": lambda text: text.encode("utf-16"),
    "wide, unmarked": lambda text: text.encode("utf-16-be"),
    "windows": lambda text: text.encode("cp1252"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
}
LAYOUT = pytest.mark.parametrize("written", WRITTEN)
composing = settings(
    max_examples=EXAMPLES // len(WRITTEN),
    derandomize=EXAMPLES == 100,
    suppress_health_check=[HealthCheck.too_slow],
)


def read(data: bytes) -> list[Received]:
    received = []
    for each in layouts.read(data, "composed"):
        assert isinstance(each, Received)
        received.append(each)
    return received


@LAYOUT
@composing
@given(st.lists(values(), min_size=1, max_size=3), st.sampled_from(list(ENCODED)))
def test_what_was_composed_is_read_again(
    written: Callable[[Sequence[Composed]], str], said: list[Value], encoded: str
) -> None:
    data = ENCODED[encoded](written([composed(value) for value in said]))
    received = read(data)
    assert {each.layout for each in received} == {WRITTEN[written]}
    raws = [each.raw for each in received]
    if WRITTEN[written] == "json":
        assert all(raw in data for raw in raws)
    else:
        assert b"".join(raws) == data
    for value, each in zip(said, received, strict=True):
        cable = parse(each)
        see_values(value, cable)
        see_places(cable)


def see_values(value: Value, cable: Cable) -> None:
    sent, year = value["sent"], value["sent"].year
    assert cable.id == f"{sent:%y}{value['post'].replace(' ', '')}{value['number']}"
    assert cable.sent == f"{sent:%Y-%m-%dT%H:%M}:00Z"
    assert cable.marking is not None
    assert (cable.marking.level, cable.marking.number) == (value["level"], value["number"])
    assert cable.header.origin == f"AMEMBASSY {value['post']}"
    assert cable.header.dtg is not None
    assert cable.header.dtg.precedences == (reference.precedence(value["precedence"]),)
    assert cable.captions == value["captions"]
    assert cable.tags == value["tags"]
    assert cable.subject == value["subject"]
    assert [(ref.label, ref.id) for ref in cable.refs] == [
        (chr(65 + i), f"{year % 100:02}{post}{number}")
        for i, (post, number) in enumerate(value["refs"])
    ]
    officers = [officer.name for officer in cable.officers]
    assert officers == ([value["officer"]] if value["officer"] else [])
    if value["officer"]:
        assert cable.reasons == tuple(f"1.4({letter})" for letter in value["reasons"])
    assert cable.signature == value["signature"]
    assert len(cable.page_breaks) == value["sections"]
    numbers = [paragraph.number for paragraph in cable.paragraphs]
    assert numbers == list(range(1, len(value["paragraphs"]) + 1))
    shown = [reading(cable.text, p.words, p.end, cable.page_breaks) for p in cable.paragraphs]
    told = [
        (p.heading, " ".join(text.split())) for p, text in zip(cable.paragraphs, shown, strict=True)
    ]
    assert told == [(heading, f"{text}.") for heading, text in value["paragraphs"]]
    marks = {LEVELS[value["level"]][1]} if value["marked"] else {None}
    assert {paragraph.portion for paragraph in cable.paragraphs} == marks


def see_places(cable: Cable) -> None:
    """See that every place holds what it is said to hold."""
    text = cable.text
    places = {span.field: text[span.start : span.end] for span in cable.spans}
    assert places["tags"] == "TAGS: " + " ".join(cable.tags)
    assert " ".join(places["subject"].split()) == f"SUBJECT: {cable.subject}"
    assert places["signature"] == cable.signature
    assert places["from"] == f"FM {cable.header.origin}"
    assert cable.header.dtg is not None
    assert cable.header.dtg.text in places["dtg"]
    assert cable.eo is not None
    assert places["eo"] == f"E.O. 12958: {cable.eo.text}"
    if cable.classified_by:
        assert cable.classified_by in " ".join(places["classified_by"].split())
    for ref in cable.refs:
        assert ref.text in places["refs"]
    for heading in cable.headings:
        assert text[heading.start : heading.end] == heading.text
    for page in cable.page_breaks:
        assert text[page.start : page.end].split()[-3:] == ["002", "OF", "002"]
        assert "002 OF 002" in text.split("\n")[page.line - 1]
    for section in cable.sections:
        assert f"{section.number:02} OF 0" in text.split("\n")[section.line - 1]
    for paragraph in cable.paragraphs:
        assert str(paragraph.number) in text[paragraph.start : paragraph.words]
    for mention in cable.mentions:
        assert text[mention.start : mention.end].strip()
