from collections.abc import Iterator

import pytest

from tui.render.line import Line, Piece, words
from tui.render.passage import Passage
from tui.render.sheets import Layout

WIDTH, HEIGHT = 40, 10
MANY = 50_000


def lines(_: int, begin: int = 0) -> Iterator[Line]:
    """Lay out a line for every ten characters."""
    for number in range(begin // 10, MANY):
        yield words(f"line {number}")._replace(pieces=(Piece(0, 10 * number, 10 * number + 10),))


def begins(offset: int) -> int:
    return max(0, min(offset, MANY * 10) // 10 - 50) * 10


LONG = Layout(lines, begins)


def passage(layout: Layout = LONG, left: int = 0) -> Passage:
    return Passage(layout, (WIDTH, HEIGHT), left)


def short(count: int) -> Passage:
    return passage(Layout(lambda _: [words(f"line {number}") for number in range(count)]))


def first(of: Passage) -> str:
    return of.sheet.line(of.top).plain


@pytest.mark.parametrize(
    ("count", "line", "extent"),
    [
        pytest.param(0, 0, "all", id="empty"),
        pytest.param(HEIGHT, 5, "all", id="fits"),
        pytest.param(50, 0, "20%", id="top"),
        pytest.param(50, 20, "60%", id="inside"),
        pytest.param(50, 999, "end", id="end"),
    ],
)
def test_it_says_how_far_one_has_come(count: int, line: int, extent: str) -> None:
    text = short(count)
    text.sheet.make(count + 1)
    text.to(line)
    assert text.extent == extent


def test_before_all_lines_are_made_it_says_the_part_of_the_source_or_the_line() -> None:
    text = passage(Layout(lines, begins, MANY * 10))
    text.go(MANY * 5)
    assert text.extent == "50%"
    text = passage(Layout(lines))
    text.to(1200)
    assert text.extent == "line 1,201"


@pytest.mark.parametrize(("line", "top"), [(-5, 0), (30, 30), (45, 40), (999, 40)])
def test_it_stays_within_the_text(line: int, top: int) -> None:
    text = short(50)
    text.to(line)
    assert text.top == top


def test_far_off_it_goes_both_ways_over_the_edge_of_a_part() -> None:
    text = passage()
    text.go(400_000)
    assert first(text) == "line 40000"
    text.to(text.top - 60)
    assert first(text) == "line 39940"
    text.to_end()
    assert (first(text), text.at_end, text.extent) == (f"line {MANY - HEIGHT}", True, "end")
    text.to_top()
    assert (first(text), text.at_end) == ("line 0", False)


def test_the_offset_one_went_to_holds_until_one_moves() -> None:
    text = passage()
    assert text.offset is None
    text.go(1234)
    assert first(text) == "line 123"
    assert text.stand.offset == 1234
    text.to(text.top + 1)
    assert text.offset == 1240
    text.to_top()
    assert text.offset is None


def test_it_comes_back_to_a_stand_and_by_its_offset_where_it_was_laid_out_anew() -> None:
    text = passage(left=3)
    text.go(1234)
    stood = text.stand
    text.to_end()
    text.left = 0
    text.back(stood)
    assert text.stand == stood
    anew = passage()
    anew.back(stood)
    assert (anew.offset, anew.left) == (1234, 0)


@pytest.mark.parametrize(
    ("line", "cell", "top", "left"),
    [
        pytest.param(35, 0, 30, 0, id="in-view"),
        pytest.param(5, 0, 2, 0, id="above"),
        pytest.param(60, 0, 57, 0, id="below"),
        pytest.param(35, 39, 30, 19, id="under-the-sign-at-the-edge"),
        pytest.param(35, 100, 30, 80, id="aside"),
    ],
)
def test_a_cell_is_brought_into_view(line: int, cell: int, top: int, left: int) -> None:
    text = passage()
    text.to(30)
    text.bring(line, cell)
    assert (text.top, text.left) == (top, left)


@pytest.mark.parametrize(("part", "top"), [(0.0, 30), (0.5, 26), (1.0, 21)])
def test_a_line_stands_so_far_down(part: float, top: int) -> None:
    text = passage()
    text.put(30, part)
    assert text.top == top


def test_it_moves_aside_as_far_as_its_lines_go() -> None:
    text = passage(Layout(lambda _: [words("x" * 100)]))
    moves = [(text.aside(screens), text.left) for screens in (0.5, 9, 1, -1, -9, -1)]
    assert moves == [(True, 20), (True, 60), (False, 60), (True, 20), (True, 0), (False, 0)]


def test_who_draws_it_is_told_when_it_moved_and_only_then() -> None:
    told: list[int] = []
    text = Passage(LONG, (WIDTH, HEIGHT), moved=lambda: told.append(text.top))
    text.to(0)
    assert told == []
    text.to(3)
    text.to(3)
    assert told == [3]
    text.go(400_000)
    assert len(told) > 1
