import json

import pytest

from store.cable import Addressee, Cable, Header, PageBreak, Paragraph, Source
from store.index.entry import entry


@pytest.mark.parametrize(
    ("cable", "field", "value"),
    [
        pytest.param(Cable("09STRELSAU12", ""), "id", ["09strelsau12"], id="id"),
        pytest.param(Cable("09STRELSAU12", ""), "post", ["strelsau"], id="post of the id"),
        pytest.param(Cable("1977STATE017976_c", ""), "id", ["1977state017976c"], id="suffix"),
        pytest.param(Cable("x", "A Café"), "body", ["a cafe"], id="text folded"),
        pytest.param(Cable("x", 'A "(B)\\\n'), "body", ["a   b   "], id="nothing but words"),
        pytest.param(Cable("x", "", date="2009-07-22"), "moment", 20090722000000, id="day"),
        pytest.param(
            Cable("x", "", date="2009-07-22", sent="2009-07-22T03:36:00Z"),
            "moment",
            20090722033600,
            id="moment",
        ),
        pytest.param(Cable("x", "", date="2009-07-22"), "month", 200907, id="month"),
        pytest.param(Cable("x", "", level="SECRET//NOFORN"), "rank", 3, id="rank"),
        pytest.param(
            Cable("x", "", level="SECRET//NOFORN"), "level", ["secret noforn"], id="level"
        ),
        pytest.param(
            Cable("x", "", level="Secret"), "by_level", ["Secret"], id="facet as it stands"
        ),
        pytest.param(Cable("x", "", tags=("PGOV", "PGOV")), "by_tag_0", ["PGOV"], id="tag once"),
        pytest.param(Cable("x", "", origin='A "B"\\'), "by_origin", ['A "B"\\'], id="any facet"),
        pytest.param(
            Cable("x", "", origin="Embassy X"), "from", ["embassy x"], id="from its origin"
        ),
        pytest.param(
            Cable("x", "", header=Header(to=(Addressee("RUEHC", "SECSTATE", "1", None),))),
            "to",
            ["ruehc secstate"],
            id="addressee",
        ),
        pytest.param(
            Cable("x", "", paragraphs=(Paragraph(1, "SBU/N", None, 0, 0, 0),)),
            "portion",
            {"sbu n", "sbu", "sensitive but unclassified", "noforn"},
            id="portion",
        ),
        pytest.param(
            Cable("x", "", source=Source("csv", "/A/b.csv", "", 0, "utf-8")),
            "in",
            ["csv", " a b csv"],
            id="where it is from",
        ),
    ],
)
def test_an_entry_tells_the_index(cable: Cable, field: str, value: object) -> None:
    told = json.loads(entry(cable))[field]
    assert (set(told) if isinstance(value, set) else told) == value


def test_an_entry_tells_how_words_begin() -> None:
    (short,) = json.loads(entry(Cable("x", "Pri A")))["short"]
    assert set(short.split()) == {*"pxa", "pr", "pri"}


def test_a_page_break_is_no_text() -> None:
    text = "the release of the\n\nMOSCOW 00001869  002 OF 002\n\ngroup"
    mark = PageBreak(19, 49, 3, "MOSCOW", 1869, 2, 2, None, None)
    (body,) = json.loads(entry(Cable("x", text, page_breaks=(mark,))))["body"]
    assert body.split() == ["the", "release", "of", "the", "group"]


@pytest.mark.parametrize(
    "field", ["moment", "month", "year", "rank", "by_level", "by_origin", "in"]
)
def test_what_a_cable_does_not_say_is_absent(field: str) -> None:
    assert field not in json.loads(entry(Cable("x", "")))


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert json.loads(entry(Cable("x", "a \ud800 b")))["body"] == ["a   b"]
