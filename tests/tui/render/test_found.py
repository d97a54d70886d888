import pytest

from tui.render.found import Found
from tui.render.line import Line, Piece
from tui.render.safe import safe
from tui.render.sheet import Sheet

SPANS = [(10, 12), (20, 22), (30, 32)]
WITHOUT_THE_SECOND = [
    Line(safe("x" * 10), (), (Piece(0, 10, 20),)),
    Line(safe("x" * 10), (), (Piece(0, 30, 40),)),
]


def sheet() -> Sheet:
    made = Sheet(WITHOUT_THE_SECOND)
    made.make(3)
    return made


def test_only_what_a_layout_shows_is_gone_through() -> None:
    found = Found(SPANS)
    found.on(sheet())
    assert found.shown == [(10, 12), (30, 32)]
    assert found.spans == SPANS


@pytest.mark.parametrize(
    ("before", "after"), [((30, 32), (30, 32)), ((20, 22), (10, 12)), ((10, 12), (10, 12))]
)
def test_what_stands_out_goes_on_to_if_it_shows(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    found = Found(SPANS)
    found.walk(SPANS.index(before))
    found.on(sheet())
    assert found.now == after


@pytest.mark.parametrize(("offset", "now"), [(0, 0), (11, 1), (20, 1), (31, 0)])
def test_one_begins_from_where_one_is_and_around_the_end(offset: int, now: int) -> None:
    found = Found(SPANS)
    found.begin(offset)
    assert found.now == SPANS[now]


@pytest.mark.parametrize(("steps", "now"), [(1, 1), (-1, 2), (4, 1), (3, 0)])
def test_one_walks_around_the_ends(steps: int, now: int) -> None:
    found = Found(SPANS)
    found.walk(steps)
    assert found.now == SPANS[now]


def test_where_nothing_is_found_nothing_stands_out() -> None:
    found = Found()
    found.walk(1)
    found.begin(5)
    assert found.now is None
    assert found.drawn(WITHOUT_THE_SECOND[0]) == WITHOUT_THE_SECOND[0]
