import pytest

from tui.nearest import nearest

NAMES = ["search", "show", "move.top", "reader.width"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("serach", "search"),
        ("Serach", "search"),
        ("shwo", "show"),
        ("reader.widht", "reader.width"),
    ],
)
def test_a_wrong_name_has_a_nearest(typed: str, meant: str) -> None:
    assert nearest(typed, NAMES) == meant


@pytest.mark.parametrize("typed", ["oops", "w", "", "x" * 10_000])
def test_what_is_like_no_name_has_none(typed: str) -> None:
    assert nearest(typed, NAMES) is None
