import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.row import Hit, Row
from tui.render.line import cells
from tui.render.row import found, row, short_level

SEED = Row(
    1,
    "09MOSCOW1869",
    "2009-07-22",
    "Embassy Moscow",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "INTERNET PIRACY: RUSSIAN LAW ENFORCEMENT SUCCESSFULLY TAKES DOWN ILLEGAL WEBSITE",
)
BARE = Row(2, "73X1", None, None, None, None, 3)


@pytest.mark.parametrize(
    ("cable", "width", "line"),
    [
        pytest.param(
            SEED,
            120,
            "2009-07-22 09MOSCOW1869     FOUO       Embassy Moscow     "
            "INTERNET PIRACY: RUSSIAN LAW ENFORCEMENT SUCCESSFULLY TAKES D…",
            id="120",
        ),
        pytest.param(
            SEED,
            80,
            "2009-07-22 09MOSCOW1869     FOUO       INTERNET PIRACY: RUSSIAN LAW ENFORCEMENT…",
            id="80",
        ),
        pytest.param(SEED, 40, "09-07-22 09MOSCOW1869   FOUO INTERNET P…", id="40"),
        pytest.param(SEED, 12, "09-07-22 09…", id="12"),
        pytest.param(
            BARE,
            80,
            "-          73X1 v3          -          (no subject)                             ",
            id="nothing-known",
        ),
    ],
)
def test_columns_give_way_to_the_width(cable: Row, width: int, line: str) -> None:
    assert row(cable, width).plain == line


@pytest.mark.parametrize(
    ("said", "version", "width", "name"),
    [
        ("frus1969-76v01/d41", 1, 80, "frus196…6v01/d41 "),
        ("frus1969-76v01/d42", 1, 80, "frus196…6v01/d42 "),
        ("09WELLINGTON1702", 2, 80, "09WELLI…N1702 v2 "),
        ("09MOSCOW1869", 4, 40, "09MOSC…1869 v4 "),
        ("\u65e5" * 12, 1, 80, "\u65e5" * 8 + " "),
    ],
)
def test_a_long_id_keeps_the_end_that_tells_it_apart(
    said: str, version: int, width: int, name: str
) -> None:
    line = row(SEED._replace(id=said, version=version), width).plain
    assert line[11 if width == 80 else 9 :].startswith(name)
    assert cells(line) == width


@pytest.mark.parametrize("width", [120, 80, 40])
def test_a_serious_finding_is_marked_before_the_subject(width: int) -> None:
    plain, marked = row(SEED, width).plain, row(SEED._replace(serious=True), width).plain
    at = plain.index("INTERNET")
    assert marked[at : at + 4] == "! IN"
    assert len(marked) == len(plain)


@pytest.mark.parametrize(
    ("level", "word", "letter"),
    [
        ("UNCLASSIFIED", "UNCLAS", "U"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "FOUO", "FOUO"),
        ("LIMITED OFFICIAL USE", "LOU", "LOU"),
        ("CONFIDENTIAL", "CONF", "C"),
        ("CONFIDENTIAL//NOFORN", "CONF/NF", "C/NF"),
        ("SECRET", "SECRET", "S"),
        ("SECRET//NOFORN", "SECRET/NF", "S/NF"),
        ("TOP SECRET", "TOP SECRET", "TS"),
        ("SECRETARY", "SECRETARY", "SECRETARY"),
        (None, "-", "-"),
    ],
)
def test_a_level_is_a_word_or_a_letter(level: str | None, word: str, letter: str) -> None:
    assert short_level(level) == word
    assert short_level(level, letter=True) == letter


def test_a_level_has_its_colour() -> None:
    roles = {stroke.role: stroke for stroke in row(SEED, 80).strokes}
    stroke = roles["sensitive"]
    assert row(SEED, 80).plain[stroke.start : stroke.end] == "FOUO"


def test_a_result_shows_the_hit_below() -> None:
    first, second = found(Hit(SEED, "a raid against a group", ((2, 6),)), 40)
    assert first == row(SEED, 40)
    assert second.plain == "  a raid against a group".ljust(40)
    assert [second.plain[s.start : s.end] for s in second.strokes] == ["raid"]


def test_a_hit_beyond_the_edge_comes_into_view() -> None:
    snippet = "word " * 20 + "raid"
    _, second = found(Hit(SEED, snippet, ((100, 104),)), 40)
    assert [second.plain[s.start : s.end] for s in second.strokes] == ["raid"]


@given(st.text(max_size=30), st.text(max_size=60), st.integers(0, 130), st.integers(0, 60))
def test_a_row_is_as_wide_as_asked(name: str, subject: str, width: int, mark: int) -> None:
    cable = Row(1, name, "2009-07-22", subject, name, subject)
    drawn = [row(cable, width), *found(Hit(cable, subject, ((mark, mark + 3),)), width)]
    widths = {cells(line.plain) for line in drawn}
    assert widths == {width}
    for line in drawn:
        assert all(0 <= s.start <= s.end <= len(line.plain) for s in line.strokes)
