import pytest

from store.row import Row
from tui.render.branch import Twig, twig

ROW = Row(1, "09MOSCOW1869", "2009-07-22", "Embassy Moscow", "SECRET", "PIRACY")


@pytest.mark.parametrize(
    ("depth", "width", "expected"),
    [
        (0, 40, "+ 09MOSCOW1869  2009-07-22 SECRET  PIRAC"),
        (1, 40, "   + 09MOSCOW1869  2009-07-22 SECRET  PI"),
        (6, 40, "                  + 09MOSCOW1869  2009-0"),
        (7, 40, "                  7 + 09MOSCOW1869  2009"),
        (99, 40, "                 99 + 09MOSCOW1869  2009"),
        (13, 80, " " * 39 + "+ 09MOSCOW1869  2009-07-22 SECRET  PIRACY"),
        (5, 4, "5 + "),
    ],
)
def test_a_cable_stands_as_far_in_as_it_is_deep_but_never_out_of_view(
    depth: int, width: int, expected: str
) -> None:
    assert twig(Twig(depth, "+", "09MOSCOW1869", ROW, ""), width).plain == expected
