import pytest

from tui.render.line import Piece, cells, words
from tui.render.window import column, window

LINE = words("abcdefghij")
WIDE = words("東京東京東京")


@pytest.mark.parametrize(
    ("left", "width", "expected"),
    [
        pytest.param(0, 10, "abcdefghij", id="whole"),
        pytest.param(0, 5, "abcd>", id="begins"),
        pytest.param(3, 5, "<efg>", id="amid"),
        pytest.param(5, 5, "<ghij", id="ends"),
        pytest.param(20, 5, "<", id="left of all"),
    ],
)
def test_a_sign_stands_where_a_line_goes_on(left: int, width: int, expected: str) -> None:
    assert window(LINE, left, width).plain == expected


@pytest.mark.parametrize("left", range(8))
@pytest.mark.parametrize("width", range(1, 14))
def test_no_window_is_wider_than_it_may_be(left: int, width: int) -> None:
    assert cells(window(WIDE, left, width).plain) <= max(width, 2)


def test_an_empty_line_has_no_signs() -> None:
    assert window(words(""), 5, 10).plain == ""


def test_an_offset_stands_at_the_cell_of_its_character() -> None:
    line = WIDE._replace(pieces=(Piece(1, 100, 103),))
    assert column(line, 101) == 4
    assert column(line, 7) == 0
