import pytest

from tui.wire.grid import NO_PEN, Grid, blank, cells, codes, drawn_with


def test_words_stand_where_they_were_written() -> None:
    grid = Grid(10, 2)
    assert not list(grid.write("\x1b[1;3Habc\x1b[2;1Hd\n"))
    assert [row.text for row in grid.rows] == ["  abc     ", "d         "]
    assert grid.cursor == (0, 2)


def test_what_has_no_room_is_left_out() -> None:
    grid = Grid(4, 1)
    list(grid.write("\x1b[1;3Habc\x1b[2;1Hx"))
    assert grid.rows[0].text == "  ab"


def test_each_cell_keeps_the_codes_it_is_drawn_with() -> None:
    grid = Grid(4, 1)
    list(grid.write("\x1b[1;1Ha\x1b[1;38;5;7mb\x1b[0mc\x1b[39;49md"))
    assert [codes(pen) for pen in grid.rows[0].pens] == ["", "1;38;5;7", "", ""]


@pytest.mark.parametrize(
    "output",
    ["\x1b[?1049h", "\x1b[>25u", "\x1b[?2026$p", "\x07", "\x1b]52;c;aGk=\x07", "\x1b]0;x\x1b\\"],
)
def test_what_is_no_matter_of_cells_goes_through(output: str) -> None:
    grid = Grid(4, 1)
    assert list(grid.write(f"a{output}b")) == [output]
    assert grid.rows[0].text == "ab  "


@pytest.mark.parametrize(
    ("text", "found", "odd"),
    [
        pytest.param("aé…│○", "aé…│○", {}, id="narrow"),
        pytest.param("a漢b", "a漢\0b", {1: "漢"}, id="wide"),
        pytest.param("e\u0301f", "ef", {0: "e\u0301"}, id="combining"),
        pytest.param("漢\u0301f", "漢\0f", {0: "漢\u0301"}, id="combining with a wide one"),
        pytest.param("\u0301f", "f", {}, id="combining with nothing"),
    ],
)
def test_cells_of_a_text(text: str, found: str, odd: dict[int, str]) -> None:
    assert cells(text) == (found, odd)


def test_what_is_written_over_an_odd_cell_takes_it_away() -> None:
    row = blank(6).put(0, "a漢b", NO_PEN)
    assert row.put(1, "xy", NO_PEN) == blank(6).put(0, "axyb", NO_PEN)


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        pytest.param("", "1", "1", id="first"),
        pytest.param("1", "31", "1;31", id="added"),
        pytest.param("1;31", "0", "", id="reset"),
        pytest.param("1;31", "", "", id="reset by nothing"),
        pytest.param("1", "0;7", "7", id="reset and begin"),
        pytest.param("", "39;49", "", id="own colours"),
        pytest.param("", "38;5;0;48;2;0;49;39", "38;5;0;48;2;0;49;39", id="zeros in colours"),
    ],
)
def test_codes_add_up(before: str, said: str, after: str) -> None:
    assert drawn_with(before, said) == after
