"""References in running text: resolved to cables, each with its place."""

import pytest

from store.cable import Reference
from store.parse import mentions
from store.parse.folded import numbered, small

REFS = (
    Reference("09ROME1", "A", None, "cable", "ROME 1"),
    Reference("09ROME2", "B", None, "cable", "ROME 2"),
    Reference("09ROME3", "C", None, "cable", "ROME 3"),
    Reference(None, "D", None, "email", "AN E-MAIL"),
)


def found(text: str, refs: tuple[Reference, ...] = REFS) -> list[tuple[str, tuple[str, ...]]]:
    spans = mentions.find(
        text, small(text), [(0, len(text))], numbered(text, 0), refs, 2009, "09MOSCOW1869"
    )
    return [(text[one.start : one.end], one.ids) for one in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as said in reftel.", [("reftel", ("09ROME1", "09ROME2", "09ROME3"))]),
        ("(ref B) he said", [("ref B", ("09ROME2",))]),
        ("(Ref (c))", [("Ref (c)", ("09ROME3",))]),
        ("refs A and B say", [("refs A", ("09ROME1",)), ("B", ("09ROME2",))]),
        ("REFS A, B AND C", [("REFS A", ("09ROME1",)), ("B", ("09ROME2",)), ("C", ("09ROME3",))]),
        ("refs A-C", [("refs A", ("09ROME1",)), ("C", ("09ROME2", "09ROME3"))]),
        ("ref D, an e-mail", []),
        ("a reference to reform", []),
        ("see 09 MOSCOW 1439 for", [("09 MOSCOW 1439", ("09MOSCOW1439",))]),
        ("see 08MOSCOW1439.", [("08MOSCOW1439", ("08MOSCOW1439",))]),
        ("see PORT AU PRINCE 02230 for", [("PORT AU PRINCE 02230", ("09PORTAUPRINCE2230",))]),
        ("we said in MOSCOW 1439 that", [("MOSCOW 1439", ("09MOSCOW1439",))]),
        ("in MOSCOW 2009 they met", []),
        ("see 09 Moscow 1439 for", [("09 Moscow 1439", ("09MOSCOW1439",))]),
        ("see 08 Sao Paulo 1439.", [("08 Sao Paulo 1439", ("08SAOPAULO1439",))]),
        ("see 09 the Hague 759", [("09 the Hague 759", ("09THEHAGUE759",))]),
        ("see 2009 moscow 1439", [("2009 moscow 1439", ("09MOSCOW1439",))]),
        ("Moscow 1439 people, in 09 Moscow was", []),
        ("the 10 Paris restaurants 250 met in", []),
        ("on May 10 Paris 250 met in", []),
        ("some 500 people, and 09 others of 1439", []),
        ("this is 09MOSCOW1869 itself", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == expected


def test_reftel_without_a_reference_means_nothing() -> None:
    assert found("see reftel", ()) == []


def test_only_the_given_stretches_are_read() -> None:
    assert (
        mentions.find("reftel | reftel", b"reftel | reftel", [(0, 7)], (), REFS, 2009, "")[-1].start
        == 0
    )
