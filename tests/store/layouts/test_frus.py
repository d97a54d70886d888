"""Volumes of TEI: documents, their levels, notes and glosses; nothing outside the file is read."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import layouts, marking
from store.cable import Received
from store.errors import Refused
from store.parse import parse

START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" '
    'xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1977v1"><text>'
)
PERSONS = (
    '<list><item><hi rend="strong"><persName xml:id="p_AJ1">Arbenz, Jacobo</persName></hi>, '
    "President</item></list>"
)
DOCUMENT = """<div
  type="document" subtype="historical-document" xml:id="d61" n="61"
  frus:doc-dateTime-min="1953-10-28T00:00:00Z"><head>61. Telegram<note n="1" type="source">Source: \
Files, Box 3. {level}; Priority.</note></head><opener><dateline><placeName>Bern</placeName>, \
<date when="1953-10-29">October 29</date>.</dateline></opener><!-- <div> --><div><p>President \
<persName corresp="#p_AJ1">Arbenz</persName> said<note n="2">See 3.</note> no. \
[<hi rend="italic">name not declassified</hi>]</p></div><p>Two &amp; more.</p></div>"""
END = "</text></TEI>"


def volume(*documents: str) -> bytes:
    return (START + PERSONS + "<body>" + "\n".join(documents) + "</body>" + END).encode()


def read(data: bytes) -> list[Received]:
    given = list(layouts.read(data, "volume.xml"))
    return [each for each in given if isinstance(each, Received)]


def everything(data: bytes) -> list[Received | Refused]:
    return list(layouts.read(data, "volume.xml"))


def test_a_document_is_a_cable() -> None:
    [received] = read(volume(DOCUMENT.format(level="Secret")))
    assert received.raw.decode() == DOCUMENT.format(level="Secret")
    assert received.listing is not None
    assert received.listing[:3] == ("frus1977v1/d61", "61. Telegram", "1953-10-29")
    assert (received.listing.level, received.listing.origin) == ("SECRET", "Bern")
    assert received.text.split("\n\n") == [
        "61. Telegram",
        "Bern, October 29.",
        "President Arbenz said [2] no. [name not declassified]",
        "Two & more.",
        "Source: Files, Box 3. Secret; Priority.",
        "[2] See 3.\n",
    ]
    assert received.text[received.body :].startswith("President Arbenz")
    assert [finding.kind for finding in received.findings] == ["as-printed"]
    attributes = dict(received.attributes)
    assert attributes["Dateline"] == "Bern, October 29."
    assert attributes["URL"] == "https://history.state.gov/historicaldocuments/frus1977v1/d61"
    assert attributes["Person"] == "Arbenz, Jacobo: President"


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Top Secret", "TOP SECRET"),
        ("Confidential", "CONFIDENTIAL"),
        ("Limited Official Use", "LIMITED OFFICIAL USE"),
        ("Official Use Only", "OFFICIAL USE ONLY"),
        ("Unclassified", "UNCLASSIFIED"),
        ("No classification marking", None),
        ("Secretariat files", None),
    ],
)
def test_the_level_stands_in_the_source_note(words: str, level: str | None) -> None:
    [received] = read(volume(DOCUMENT.format(level=words)))
    assert received.listing is not None
    assert received.listing.level == level
    assert (marking.rank(level) is None) == (level is None)


def test_an_editorial_note_is_told_apart() -> None:
    note = '<div type="document" subtype="editorial-note" xml:id="d62"><p>Secret things.</p></div>'
    _, received = read(volume(DOCUMENT.format(level="Secret"), note))
    assert [finding.kind for finding in received.findings] == ["editorial-note"]
    assert received.listing is not None
    assert received.listing.level is None
    assert received.raw.decode() == note


def test_documents_within_a_document_keep_their_places() -> None:
    inner = '<div type="document" xml:id="d2"><p>Inner.</p></div>'
    outer = f'<div type="document" xml:id="d1"><p>Outer.</p>{inner}</div>'
    assert [each.raw.decode() for each in read(volume(outer))] == [outer, inner]


prose = st.lists(
    st.sampled_from(["The", "President", "said", "R&D", "<p>", "é,", "[red]", '"so"', "]]>"]),
    min_size=1,
).map(lambda words: f"{' '.join(words)} is what was said.")
volumes = st.lists(st.lists(prose, min_size=1, max_size=4), min_size=1, max_size=4)


@given(volumes, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n"]))
def test_what_is_composed_is_read_again(
    documents: list[list[str]], encoding: str, line: str
) -> None:
    composed = [
        f'<div type="document"{line}xml:id="d{number}"><head>{number}. Telegram</head>{line}'
        + line.join(f"<p>{escape(words)}</p>" for words in paragraphs)
        + "</div>"
        for number, paragraphs in enumerate(documents, 1)
    ]
    text = f"{START}{PERSONS}<body>{line.join(composed)}</body>{END}".replace("UTF-8", encoding[:6])
    received = read(text.encode(encoding))
    raws = [each.raw.decode(each.encoding) for each in received]
    assert raws == composed
    for paragraphs, each in zip(documents, received, strict=True):
        cable = parse(each)
        shown = [cable.text[part.words : part.end] for part in cable.paragraphs]
        assert shown == paragraphs


def test_a_note_set_in_the_text_is_the_source() -> None:
    document = DOCUMENT.format(level="x").replace('type="source"', 'rend="inline"')
    [received] = read(volume(document.replace("x; Priority", "Secret; Priority")))
    assert received.listing is not None
    assert received.listing.level == "SECRET"


LAUGHS = '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (volume("&amp;").replace(b"<TEI", LAUGHS.encode() + b"<TEI", 1), "entities of its own"),
        (volume(), "without documents"),
    ],
    ids=["entities", "no documents"],
)
def test_what_is_no_whole_volume_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(data)


def test_entities_of_its_own_are_refused_with_their_place() -> None:
    with pytest.raises(Refused) as refused:
        everything(volume("").replace(b"<TEI", b"<!DOCTYPE TEI [\n  <!ENTITY a 'ha'>]><TEI", 1))
    assert (refused.value.line, refused.value.column) == (3, 3)


SHORT = '<div type="document" xml:id="d{0}" n="{0}"><head>{0}. A</head>\n<p>{1}</p></div>'
WHOLE = SHORT.format(1, "One.")


@pytest.mark.parametrize(
    ("broken", "line", "column"),
    [
        (SHORT.format(2, "</q>"), 5, 8),
        (SHORT.format(2, "a & b"), 5, 7),
        (SHORT.format(2, "a&nbsp;b"), 5, 11),
        (SHORT.format(2, "").replace("<head>", "<head "), 4, 46),
    ],
    ids=["mismatch", "ampersand", "entity", "tag"],
)
def test_a_broken_document_is_refused_with_its_place_and_the_rest_goes_on(
    broken: str, line: int, column: int
) -> None:
    first, refused, last = everything(volume(WHOLE, broken, SHORT.format(3, "Three.")))
    assert isinstance(first, Received)
    assert first.raw.decode() == WHOLE
    assert isinstance(refused, Refused)
    assert (refused.line, refused.column) == (line, column)
    assert "line" not in refused.reason
    assert isinstance(last, Received)
    assert last.listing is not None
    assert last.listing.id == "frus1977v1/d3"


@pytest.mark.parametrize(
    "data",
    [
        volume(WHOLE)[:-6],
        volume(WHOLE).replace(b"UTF-8", b"UTF-16"),
        volume(WHOLE, "<div>" * 5_000),
    ],
    ids=["cut", "false encoding", "deep"],
)
def test_of_a_broken_volume_the_whole_documents_are_kept(data: bytes) -> None:
    first, refused = everything(data)
    assert isinstance(first, Received)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("broken XML")
    assert refused.line is not None


def test_heading_and_dateline_are_no_lines_of_the_text() -> None:
    subject = '<list type="subject"><head>SUBJECT</head><item>A Dam</item></list>'
    document = DOCUMENT.format(level="Secret").replace("</opener>", f"</opener>{subject}")
    [received] = read(volume(document))
    cable = parse(received)
    assert (cable.subject, cable.passes) == ("A Dam", ())
    assert "61. Telegram" not in [cable.text[p.start : p.end] for p in cable.paragraphs]


def test_a_label_further_down_makes_no_opening_of_paragraphs() -> None:
    long = "The President said that he would not go, for reasons that he had given before. " * 3
    document = SHORT.format(2, f"{long}</p><p>SUBJECT: A dam")
    [received] = read(volume(document))
    assert parse(received).passes == ()


def test_no_file_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SESAME")
    outside = f'<!DOCTYPE TEI SYSTEM "{secret.as_uri()}">\n<TEI'.encode()
    data = volume(DOCUMENT.format(level="Secret")).replace(b"<TEI", outside, 1)
    assert "SESAME" not in "".join(each.text for each in read(data))
