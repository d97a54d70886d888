import pytest

from tui.render.fit import ends

LONG = "more than there is room for in 40 columns"


@pytest.mark.parametrize(
    ("left", "right", "begun"),
    [
        ("outline: 09MOSCOW1869", "1 of 11", "outline: 09MOSCOW1869"),
        ("no search is saved: s in the list does", "", "no search is saved: s in the list does"),
        ("search: a line of many more words", "1 of 1,234", "search: a line of many more…"),
        ("a", LONG, ""),
        ("", "", ""),
    ],
)
def test_the_left_end_has_all_the_room_that_the_right_one_leaves(
    left: str, right: str, begun: str
) -> None:
    shown = ends(left, right, 40).plain
    assert len(shown) == 40
    assert shown.startswith(begun + "  " if right and begun else begun)
    assert shown.endswith(right if right != LONG else "40 colum…")
