"""What a cable is called, of what day and level: its collection held against itself."""

from store import layouts
from store.cable import Cable, Received
from store.parse import parse

LISTING = "09MOSCOW1869\nA TITLE\n2009-07-22 00:00:00 +0200\nCONFIDENTIAL\nEmbassy Moscow\n"


def named(text: str) -> Cable:
    [received] = layouts.read(text.encode(), "test")
    assert isinstance(received, Received)
    return parse(received)


def test_the_higher_level_is_shown_where_two_disagree() -> None:
    cable = named(LISTING + "S E C R E T MOSCOW 001869\n\nNOFORN\n\n1. (S) One")
    assert cable.level == "SECRET//NOFORN"


def test_a_garbled_id_is_repaired_and_said() -> None:
    cable = named(LISTING.replace("09MOSCOW", "09EFTOMOSCOW") + "1. One")
    assert cable.id == "09MOSCOW1869"
    assert "id-repaired" in [finding.kind for finding in cable.findings]


def test_the_telegrams_moment_comes_before_the_listings_day() -> None:
    assert named(LISTING + "R 230336Z JUL 09\nFM AMEMBASSY MOSCOW").date == "2009-07-23"
    assert named(LISTING + "1. One").date == "2009-07-22"


def test_without_an_id_the_classification_line_and_the_date_name_a_cable() -> None:
    assert (
        parse("R 220336Z JUL 09\nFM AMEMBASSY MOSCOW\nUNCLAS MOSCOW 001869\n").id == "09MOSCOW1869"
    )
    assert [one.kind for one in parse("1. (U) One").findings if "id" in one.kind] == ["id-missing"]
