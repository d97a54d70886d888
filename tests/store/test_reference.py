"""What codes mean, by the year of the cable; what is unknown stays unknown."""

import pytest

import seeds
from store import reference


@pytest.mark.parametrize(
    ("code", "year", "kind", "name"),
    [
        ("RS", 2009, "geographic", "Russia"),
        ("RS", 1975, "geographic", None),
        ("UR", 1975, "geographic", "Soviet Union"),
        ("UR", 2009, "geographic", None),
        ("GE", 1999, "geographic", "Georgia"),
        ("GE", 1992, "geographic", None),
        ("RS", 2016, "geographic", "Serbia"),
        ("JP", 2009, "geographic", "Japan"),
        ("BP", 1999, "organisation", None),
        ("CG", 1974, "geographic", "Zaire"),
        ("CG", 2009, "geographic", "Congo (Kinshasa)"),
        ("PHUM", 2009, "subject", "Human Rights"),
        ("KIPR", 2009, "program", "Intellectual Property Rights"),
        ("KACT", 2009, "program", None),
        ("NASA", 2009, "organisation", None),
        ("phum", 2009, "subject", "Human Rights"),
        ("CLINTON, HILLARY", 2009, "person", None),
        ("XYZZY", 2009, "unknown", None),
    ],
)
def test_tag_means_what_it_meant_then(
    code: str, year: int | None, kind: str, name: str | None
) -> None:
    assert reference.tag(code, year)[:3] == (code, kind, name)


@pytest.mark.parametrize(
    ("code", "year", "also"),
    [
        ("RS", 2009, "Serbia"),
        ("RS", 1985, None),
        ("RS", 2016, None),
        ("FR", 2009, None),
        ("PHUM", 2009, None),
    ],
)
def test_both_readings_of_a_code_are_given_where_a_drafter_may_have_meant_either(
    code: str, year: int, also: str | None
) -> None:
    assert reference.tag(code, year).also == also


@pytest.mark.parametrize(
    ("code", "begins"),
    [("1.4(b)", "foreign government"), ("1.5(D)", "foreign relations"), ("1.4(h)", "weapons of")],
)
def test_reasons_have_their_wording(code: str, begins: str) -> None:
    assert (reference.reason(code) or "").startswith(begins)


def test_section_1_5_had_no_letter_h() -> None:
    assert reference.reason("1.5(h)") is None


@pytest.mark.parametrize(
    ("letters", "name"),
    [("R", "ROUTINE"), ("OO", "IMMEDIATE"), ("Z", "FLASH"), ("RP", None), ("X", None), ("", None)],
)
def test_precedence(letters: str, name: str | None) -> None:
    assert reference.precedence(letters) == name


def test_posts_routes_and_signals() -> None:
    moscow = reference.post("MOSCOW")
    assert moscow is not None
    assert moscow.name == "AMEMBASSY MOSCOW"
    assert "RUEHMO" in moscow.routing
    assert reference.post("STRELSAU") is None
    assert reference.route("RUEHXD") is None
    assert reference.signal("ZZH") == "State Department traffic"


def test_every_row_of_a_table_has_its_columns() -> None:
    columns = {
        "tags": 6,
        "posts": 3,
        "abbreviations": 2,
        "routes": 2,
        "signals": 2,
        "captions": 2,
        "topics": 2,
        "offices": 1,
        "reasons": 2,
    }
    for name, count in columns.items():
        assert {len(row) for row in seeds.table(name)} == {count}, name
