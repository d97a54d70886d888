import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.histogram import histogram


@pytest.mark.parametrize(
    ("counts", "width", "drawn"),
    [
        pytest.param([("2005", 1), ("2006", 8)], 80, "2005 ▁▁▁███ 2006", id="some cells each"),
        pytest.param(
            [("2005", 8), ("2006", 0), ("2007", 4)], 13, "2005 █ ▄ 2007", id="none is blank"
        ),
        pytest.param(
            [("2009-06", 1), ("2009-07", 1), ("2009-08", 6), ("2009-09", 2)],
            18,
            "2009-06 ▂█ 2009-09",
            id="several to a cell",
        ),
        pytest.param([("2009", 3)], 80, "2009 ███", id="one year"),
        pytest.param([("1966", 1), ("2009", 1000)], 12, "1966 ▁█ 2009", id="one cable shows"),
        pytest.param([("1966", 1), ("2009", 9)], 10, "", id="no room"),
        pytest.param([], 80, "", id="no cables"),
    ],
)
def test_bars_stand_between_the_years(
    counts: list[tuple[str, int]], width: int, drawn: str
) -> None:
    assert histogram(counts, width).plain == drawn


@given(
    st.lists(st.integers(0, 10**6), max_size=80),
    st.integers(0, 200),
)
def test_no_histogram_is_wider_than_the_screen(counts: list[int], width: int) -> None:
    labelled = [(str(1966 + number), count) for number, count in enumerate(counts)]
    assert len(histogram(labelled, width).plain) <= width
