"""Whole cables: the seed against its golden file, the rules between parts, nothing lost."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import layouts
from store.cable import Cable, Received
from store.parse import parse

SEED = files("seeds").joinpath("cables/09MOSCOW1869.txt").read_bytes()
GOLDEN = Path(__file__).parents[2] / "golden" / "09MOSCOW1869.json"
LISTING = "09MOSCOW1869\nA TITLE\n2009-07-22 00:00:00 +0200\nCONFIDENTIAL\nEmbassy Moscow\n"


def read(data: bytes) -> Cable:
    [received] = layouts.read(data, "test")
    assert isinstance(received, Received)
    return parse(received)


def values(value: object) -> object:
    """NamedTuples as objects with their fields, tuples as lists: what JSON can hold."""
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: values(part) for name, part in value._asdict().items()}
        return [values(part) for part in value]
    return value


def test_the_seed_is_read_as_its_golden_file_says() -> None:
    cable = values(read(SEED)._replace(text=""))
    assert json.loads(json.dumps(cable)) == json.loads(GOLDEN.read_text())


def test_the_seed_has_exactly_these_findings() -> None:
    assert [(f.kind, f.line) for f in read(SEED).findings] == [
        ("listing-subject-truncated", 2),
        ("joined-line", 19),
        ("portions-consistent", None),
    ]


def test_the_offsets_of_the_seed_point_at_its_words() -> None:
    cable = read(SEED)
    spans = {span.field: cable.text[span.start : span.end] for span in cable.spans}
    assert spans["marking"] == "UNCLAS SECTION 01 OF 02 MOSCOW 001869"
    assert spans["captions"] == "SENSITIVE \nSIPDIS"
    assert spans["eo"] == "E.O. 12958: N/A"
    assert spans["tags"] == "TAGS: PGOV ETRD KIPR ECON RS"
    assert spans["refs"] == "REF: MOSCOW 1439"
    assert spans["signature"] == "BEYRLE"
    assert [cable.text[p.start : p.words] for p in cable.paragraphs] == [
        f"¶{number}. ({mark}) "
        for number, mark in enumerate(("SBU", "U", "SBU", "U", "SBU", "SBU", "SBU"), 1)
    ]
    assert [cable.text[h.start : h.end] for h in cable.headings] == [h.text for h in cable.headings]


def kinds(text: str) -> list[str]:
    return [finding.kind for finding in read((LISTING + text).encode()).findings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("C O N F I D E N T I A L MOSCOW 001869\n\n1. (S) One", "portion-above-banner"),
        ("C O N F I D E N T I A L MOSCOW 001869\n\n1. (U) One", "banner-above-highest-portion"),
        ("C O N F I D E N T I A L MOSCOW 001869\n\n1. (C) One\n\n2. Two", "unmarked-portion"),
        ("C O N F I D E N T I A L MOSCOW 001869\n\n1. (C) One", "portions-consistent"),
        ("S E C R E T MOSCOW 001869\n\n1. (S) One", "level-conflict"),
        ("R 320336Z JUL 09\nFM AMEMBASSY MOSCOW", "dtg-invalid"),
        ("R 230336Z JUL 09\nFM AMEMBASSY MOSCOW", "listing-date-differs"),
        ("C O N F I D E N T I A L MOSCOW 001869", "no-header"),
        ("TAGS: ETRDEINVECINPGOVCS\nSUBJECT: A TITLE", "tags-parted"),
        ("SUBJECT: A TITLE\nREF: MOSCOW 1870", "reference-year"),
        ("SUBJECT: A TITLE\nREF: 09STRELSAU13", "reference-post"),
    ],
)
def test_findings(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_what_is_absent_is_absent() -> None:
    cable = read(b"09BERN5\n\n2009-07-22 00:00:00 +0200\n\n\n")
    assert (cable.subject, cable.level, cable.origin, cable.eo, cable.signature) == (None,) * 5
    assert not any((cable.tags, cable.refs, cable.paragraphs, cable.passes, cable.sections))


LINES = st.sampled_from(
    [
        "",
        " ",
        "¶1. (SBU) One word and another",
        "2. (U) Two",
        "3. Three",
        "Some words of prose here.",
        "-----",
        "A Heading",
        "SUMMARY -------",
        "MOSCOW 00001869  002 OF 002 ",
        "UNCLAS SECTION 01 OF 02 MOSCOW 001869",
        "SIPDIS",
        "E.O. 12958: N/A",
        "TAGS: PREL",
        "SUBJECT: A VISIT",
        "REF: ROME 1",
        "BEYRLE",
        "NNNN",
        "CONFIDENTIAL",
        "R 220336Z JUL 09",
        "FM AMEMBASSY MOSCOW",
        "TO RUEHC/SECSTATE WASHDC",
        "[red]bold[/] \x1b[31m\u202e",
    ]
)


def covered(cable: Cable) -> set[int]:
    """Offsets that stand in a paragraph, heading, page break or other field."""
    spans = [(s.start, s.end) for s in cable.spans]
    spans += [(p.start, p.end) for p in cable.paragraphs]
    spans += [(h.start, h.end) for h in cable.headings]
    spans += [(b.start, b.end) for b in cable.page_breaks]
    return {offset for start, end in spans for offset in range(start, end)}


@given(st.lists(LINES, max_size=25))
def test_nothing_of_a_telegram_is_lost(lines: list[str]) -> None:
    cable = read((LISTING + "\n".join(lines)).encode())
    seen = covered(cable)
    said = set(cable.passes) | set(cable.captions)
    position = len(LISTING)
    for line in lines:
        words = line.strip()
        start = cable.text.find(words, position)
        rule = set(words) <= set("-")
        if words and not rule and words not in said:
            assert start in seen, words
        position += len(line) + 1


@given(st.lists(LINES, max_size=25))
def test_paragraphs_come_in_order_and_never_overlap(lines: list[str]) -> None:
    cable = read((LISTING + "\n".join(lines)).encode())
    position = 0
    for paragraph in cable.paragraphs:
        assert position <= paragraph.start <= paragraph.words <= paragraph.end
        assert cable.text[paragraph.start : paragraph.end].strip()
        position = paragraph.end
    for heading in cable.headings:
        assert " ".join(cable.text[heading.start : heading.end].split()) == heading.text


@given(st.text(max_size=200))
def test_any_text_below_a_listing_is_read_without_an_error(text: str) -> None:
    data = (LISTING + text).encode(errors="ignore")
    cable = read(data)
    assert cable.id == "09MOSCOW1869"
    for span in cable.spans:
        assert 0 <= span.start <= span.end <= len(cable.text)


def test_the_subject_may_stand_in_a_later_section() -> None:
    section = "FM AMEMBASSY MOSCOW\nTO RUEHC/SECSTATE\nUNCLAS SECTION 0{} OF 02 MOSCOW 000012\n\n"
    text = (
        f"R 220336Z JUL 09\n{section.format(1)}TAGS: PGOV\n\n1. (U) One.\n\n"
        f"R 220337Z JUL 09\n{section.format(2)}SUBJECT: THE LATER ONE\n\n2. (U) Two."
    )
    cable = parse(text)
    assert (cable.subject, cable.tags, cable.sent) == (
        "THE LATER ONE",
        ("PGOV",),
        "2009-07-22T03:36:00Z",
    )
    assert [section.number for section in cable.sections] == [1, 2]
    place = next(span for span in cable.spans if span.field == "subject")
    assert cable.text[place.start : place.end] == "SUBJECT: THE LATER ONE"
