"""Corrected copies, duplicates, and what was struck out."""

import pytest

from store.cable import Header, Link, Security
from store.parse import copies, parse
from store.parse.folded import small


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C O R R E C T E D COPY OF PANAMA 1957 - TEXT", Link("corrects", "09PANAMA1957")),
        ("CORRECTED COPY OF 08 SAO PAULO 12", Link("corrects", "08SAOPAULO12")),
        ("CORRECTED COPY", Link("corrects", None)),
        ("CORRECTED COPY OF XYZZY 12", Link("corrects", None)),
    ],
)
def test_corrected_copies(text: str, expected: Link) -> None:
    assert copies.links(text, 0, len(text), Header(), 2009) == (expected,)


@pytest.mark.parametrize(
    ("signal", "kind"), [("ZFD", "duplicates"), ("ZFR", "cancelled"), ("ZEL", "corrects")]
)
def test_operating_signals_say_what_a_copy_is(signal: str, kind: str) -> None:
    header = Header(security=Security("ZNR", "UNCLASSIFIED", None, None, ("ZZH", signal)))
    assert copies.links("", 0, 0, header, 2009) == (Link(kind, None),)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("He met XXXXXXXXXXXX there", ["XXXXXXXXXXXX"]),
        ("a gentlexxx of xxxxx", ["xxx", "xxxxx"]),
        ("said [name not declassified] then", ["[name not declassified]"]),
        ("the XXX Olympiad, 3xx", []),
        ("Mr. xx of xxx", ["xx", "xxx"]),
    ],
)
def test_redactions_are_marked(text: str, struck: list[str]) -> None:
    assert [text[one.start : one.end] for one in copies.redactions(text, small(text), 0)] == struck


@pytest.mark.parametrize(("text", "left"), [("gentlexxx", "gentle"), ("xx", ""), ("Maxx", "Maxx")])
def test_without_redactions(text: str, left: str) -> None:
    assert copies.without(text) == left


def test_redactions_stay_in_the_words() -> None:
    cable = parse("UNCLAS MOSCOW 001869\n\n1. He met XXXXXXXX there.")
    assert "XXXXXXXX" in cable.text[cable.paragraphs[0].words : cable.paragraphs[0].end]
