from collections.abc import Iterator

import pytest

from tui.render.line import EMPTY, Line, Piece, words
from tui.render.safe import safe
from tui.render.sheet import Sheet

LINES = [
    words("LABEL"),
    Line(safe("  abcde"), (), (Piece(2, 100, 105),), paragraph=0),
    EMPTY,
    Line(safe("  fg"), (), (Piece(2, 110, 112),), paragraph=1),
]


@pytest.mark.parametrize(
    ("offset", "near", "shows"),
    [
        pytest.param(100, 1, 1, id="first"),
        pytest.param(103, 1, 1, id="inside"),
        pytest.param(105, 1, None, id="between-pieces"),
        pytest.param(110, 3, 3, id="later-line"),
        pytest.param(7, 0, None, id="before-everything"),
        pytest.param(999, 3, None, id="after-everything"),
    ],
)
def test_an_offset_has_its_line(offset: int, near: int, shows: int | None) -> None:
    sheet = Sheet(LINES)
    assert sheet.near(offset) == near
    assert sheet.shows(offset) == shows


def test_lines_are_made_when_they_are_wanted_and_once() -> None:
    made: list[int] = []

    def lines() -> Iterator[Line]:
        for number in range(1000):
            made.append(number)
            yield Line(safe("x"), (), (Piece(0, number, number + 1),), paragraph=number // 10)

    sheet = Sheet(lines())
    assert sheet.line(3).pieces[0].start == 3
    assert len(made) == 4
    assert sheet.near(50) == 50
    assert len(made) < 200
    assert sheet.comes_to(400)
    sheet.make(5000)
    assert sheet.whole
    assert made == list(range(1000))


def test_beyond_the_last_line_there_is_nothing() -> None:
    sheet = Sheet(LINES)
    assert sheet.line(7) == EMPTY
    assert sheet.whole
    assert not Sheet(LINES, 50).comes_to(20)
    assert Sheet().near(3) == 0
