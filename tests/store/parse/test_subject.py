"""The subject as shown: joined, without its mark."""

import pytest

from store.cable import Listing
from store.parse import opening, subject
from store.parse.lines import Lines


def read(text: str, listing: Listing | None = None) -> subject.Subject:
    found = opening.read(Lines(text), 0, ())
    return subject.read(found.fields.get("subject"), text, listing)


def listing(words: str | None) -> Listing:
    return Listing("09MOSCOW1", words, None, None, None, None, None)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("NEGOTIATIONS \n \n", "NEGOTIATIONS"),
        ("WHICH HAS a \nSECOND LINE \n", "WHICH HAS a SECOND LINE"),
        ("THE US- \nLATIN AMERICAN TIES", "THE US-LATIN AMERICAN TIES"),
        ("(U) Secretary Clinton's call", "Secretary Clinton's call"),
        ("(C/NF) A TALK", "A TALK"),
        ("(SEE BELOW) A TALK", "(SEE BELOW) A TALK"),
        ("A VISIT Sensitive but Unclassified", "A VISIT"),
        ("A VISIT - SENSITIVE BUT UNCLASSIFIED", "A VISIT"),
        ("A VISIT (SENSITIVE BUT UNCLASSIFIED)", "A VISIT"),
        ("( C ) A TALK", "A TALK"),
        ("(C/REL USA, UK) A TALK", "A TALK"),
        ("AT THE SUMMIT\nThis is an Action request. Please see para 2.", "AT THE SUMMIT"),
        ("EU INFORMAL\n1. Summary. EU Justice and Home", "EU INFORMAL"),
    ],
)
def test_subject(value: str, shown: str) -> None:
    assert read(f"TAGS: PREL\nSUBJECT: {value}").text == shown


def test_the_mark_keeps_its_place() -> None:
    text = "SUBJECT: (C/NF) A TALK"
    [span] = read(text).spans
    assert text[span.start : span.end] == "(C/NF)"


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        ("RUSSIAN SCIEN...", ["listing-subject-truncated"]),
        ("RUSSIAN", ["listing-subject-truncated"]),
        ("RUSSIAN SCIENCE", []),
        ("ANOTHER THING", []),
        (None, []),
    ],
)
def test_a_listing_cut_short(given: str | None, kinds: list[str]) -> None:
    found = read("SUBJECT: RUSSIAN SCIENCE", listing(given))
    assert found.text == "RUSSIAN SCIENCE"
    assert [f.kind for f in found.findings] == kinds


def test_the_longer_of_two_beginnings_wins() -> None:
    found = read("SUBJECT: RUSSIAN SCIENCE", listing("RUSSIAN SCIENCE AND & MORE..."))
    assert found.text == "RUSSIAN SCIENCE AND & MORE"
    assert [f.kind for f in found.findings] == ["subject-from-listing"]


def test_without_a_subject_the_listing_speaks_and_it_is_said() -> None:
    found = read("TAGS: PREL\n\n1. One", listing("A VISIT"))
    assert found.text == "A VISIT"
    assert [f.kind for f in found.findings] == ["subject-from-listing"]
    assert read("TAGS: PREL").text is None
