"""Cables composed from values, read back: the same values, each with its place in the text."""

import html
import json
import os
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import layouts, reference
from store.cable import Cable, Received
from store.parse import parse

EXAMPLES = int(os.environ.get("REFTEL_EXAMPLES", "100"))
"""How many cables are composed; ten thousand take two minutes."""

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

words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
letters = st.lists(st.sampled_from(CITED), max_size=4)


@st.composite
def values(draw: st.DrawFn) -> dict[str, object]:
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
        "paragraphs": tuple(draw(st.lists(words, min_size=1, max_size=6))),
        "marked": draw(st.booleans()),
        "numbers": draw(st.sampled_from(["¶{}. ", "{}. ", "{}.  "])),
        "signature": draw(st.sampled_from(["BEYRLE", "DE PREE", "O'HARA"])),
    }


def composed(value: dict[str, object]) -> str:
    """Write the values as a cable of the listing layout."""
    said: dict = value  # type: ignore[type-arg]
    sent: datetime = said["sent"]
    marking, mark = LEVELS[said["level"]]
    mrn = f"{sent:%y}{said['post'].replace(' ', '')}{said['number']}"
    refs = [
        f"{chr(65 + i)}. {SPOKEN.get(post, post)} {number}"
        for i, (post, number) in enumerate(said["refs"])
    ]
    group = f"{sent:%d%H%M}Z {MONTHS[sent.month - 1]} {sent:%y}"
    lines = [
        mrn,
        said["subject"][:40],
        f"{sent:%Y-%m-%d} 00:00:00 +0200",
        said["level"],
        f"Embassy {said['post'].title()}",
        "VZCZCXRO3059",
        f"{said['precedence'] * 2} RUEHAG",
        f"{said['precedence']} {group}",
        f"FM AMEMBASSY {said['post']}",
        f"TO RUEHC/SECSTATE WASHDC 4310{marking} {said['post']} {said['number']:06} ",
        " ",
        *said["captions"],
        " ",
        "E.O. 12958: DECL: 07/24/2018 ",
        f"TAGS: {' '.join(said['tags'])} ",
        *folded("SUBJECT: " + said["subject"]),
        " ",
        *(["REF: " + refs[0], *refs[1:], " "] if refs else []),
        *statement(said["officer"], said["reasons"]),
    ]
    for number, text in enumerate(said["paragraphs"], 1):
        portion = f"({mark}) " if said["marked"] else ""
        lines += [*folded(f"{said['numbers'].format(number)}{portion}{text}."), " "]
    return "\n".join([*lines, said["signature"]])


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


def in_listing(value: dict[str, object]) -> str:
    return composed(value) + "\n"


def in_csv(value: dict[str, object]) -> str:
    mrn, _, day, level, origin, telegram = composed(value).split("\n", 5)
    date = f"{int(day[5:7])}/{int(day[8:10])}/{day[:4]} 0:00"
    return (
        ",".join(f'"{field}"' for field in ("1", date, mrn, origin, level, "", "", telegram)) + "\n"
    )


def in_html(value: dict[str, object]) -> str:
    mrn, title, day, level, origin, telegram = composed(value).split("\n", 5)
    names, cells = (
        ("Reference ID", "Created", "Classification", "Origin"),
        (mrn, day[:10], level, origin),
    )
    table = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (names, cells)
    )
    text = html.escape(telegram).replace("\n", "&#x000A;")
    return (
        f"<html><h3>Viewing cable {mrn}, {title}</h3><table class='cable'>{table}</table>"
        f"<code><pre>{text}</pre></code></html>\n"
    )


def in_json(value: dict[str, object]) -> str:
    mrn, _, day, level, _, telegram = composed(value).split("\n", 5)
    return json.dumps({"id": mrn, "created": day[:10], "classification": level, "body": telegram})


def in_nara(value: dict[str, object]) -> str:
    mrn, _, day, level, _, telegram = composed(value).split("\n", 5)
    told = f"Document Number: {day[:2]}{mrn}\nOriginal Classification: {level}\nType: TE\n"
    return f"Message Text\n\n{telegram}\n\nMessage Attributes\n\n{told}"


def in_plain(value: dict[str, object]) -> str:
    return composed(value).split("\n", 5)[5] + "\n"


FORMS = {"listing": in_listing, "csv": in_csv, "html": in_html, "json": in_json}
FORMS |= {"nara": in_nara, "plain": in_plain}
"""Every layout that holds a telegram as it was sent."""


def read(value: dict[str, object], layout: str) -> Cable:
    """Read the second of two cables in a file; the bytes of both are their parts of it."""
    part = FORMS[layout](value)
    data = f"[{part},\n{part}]" if layout == "json" else part * 2
    first, second = layouts.read(data.encode(), "composed")
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.raw.decode(), second.raw.decode()) == (part, part)
    assert second.layout == layout
    return parse(second)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES == 100,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(values(), st.sampled_from(sorted(FORMS)))
def test_what_was_composed_is_read_again(value: dict[str, object], layout: str) -> None:
    said: dict = value  # type: ignore[type-arg]
    cable = read(value, layout)
    sent, year = said["sent"], said["sent"].year
    assert cable.sent == f"{sent:%Y-%m-%dT%H:%M}:00Z"
    assert cable.marking is not None
    assert (cable.marking.level, cable.marking.number) == (said["level"], said["number"])
    assert cable.header.origin == f"AMEMBASSY {said['post']}"
    assert cable.header.dtg is not None
    assert cable.header.dtg.precedences == (reference.precedence(said["precedence"]),)
    assert cable.captions == said["captions"]
    assert cable.tags == said["tags"]
    assert cable.subject == said["subject"]
    assert [(ref.label, ref.id) for ref in cable.refs] == [
        (chr(65 + i), f"{year % 100:02}{post}{number}")
        for i, (post, number) in enumerate(said["refs"])
    ]
    officers = [officer.name for officer in cable.officers]
    assert officers == ([said["officer"]] if said["officer"] else [])
    if said["officer"]:
        assert cable.reasons == tuple(f"1.4({letter})" for letter in said["reasons"])
    assert cable.signature == said["signature"]
    assert [paragraph.number for paragraph in cable.paragraphs] == list(
        range(1, len(said["paragraphs"]) + 1)
    )
    shown = [" ".join(cable.text[p.words : p.end].split()) for p in cable.paragraphs]
    assert shown == [f"{text}." for text in said["paragraphs"]]
    marks = {LEVELS[said["level"]][1]} if said["marked"] else {None}
    assert {paragraph.portion for paragraph in cable.paragraphs} == marks


@settings(max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES == 100)
@given(values(), st.sampled_from(sorted(FORMS)))
def test_every_place_holds_what_it_is_said_to_hold(value: dict[str, object], layout: str) -> None:
    cable = read(value, layout)
    places = {span.field: cable.text[span.start : span.end] for span in cable.spans}
    assert places["tags"] == "TAGS: " + " ".join(cable.tags)
    assert " ".join(places["subject"].split()) == f"SUBJECT: {cable.subject}"
    assert places["signature"] == cable.signature
    assert places["from"] == f"FM {cable.header.origin}"
    assert cable.header.dtg is not None
    assert places["dtg"] == cable.header.dtg.text
    assert places["eo"] == f"E.O. 12958: {cable.eo.text}" if cable.eo else not places["eo"]
    if cable.classified_by:
        assert cable.classified_by in " ".join(places["classified_by"].split())
    for ref in cable.refs:
        assert ref.text in places["refs"]
    for mention in cable.mentions:
        assert cable.text[mention.start : mention.end].strip()
