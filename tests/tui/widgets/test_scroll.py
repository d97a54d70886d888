import pytest

from tui.widgets.scroll import Scroll


def scrolled(top: int, *, count: int = 100, height: int = 1, lines: int = 10) -> Scroll:
    scroll = Scroll(count, height, lines)
    scroll.to(top)
    return scroll


@pytest.mark.parametrize(
    ("position", "top"),
    [
        pytest.param(20, 20, id="the-first-in-view"),
        pytest.param(29, 20, id="the-last-in-view"),
        pytest.param(30, 30, id="a-page-on"),
        pytest.param(19, 10, id="a-page-back"),
        pytest.param(50, 45, id="far-on-in-the-middle"),
        pytest.param(7, 2, id="far-back-in-the-middle"),
        pytest.param(99, 90, id="the-last-page-is-full"),
        pytest.param(0, 0, id="nothing-above-the-first"),
    ],
)
def test_a_view_follows_by_whole_pages(position: int, top: int) -> None:
    scroll = scrolled(20)
    moved = scroll.follow(position)
    assert (scroll.top, moved) == (top, top != 20)


def test_half_a_row_stands_above_where_the_last_ones_are_whole() -> None:
    scroll = scrolled(100, height=2, lines=9)
    assert scroll.line(99) == 7
    assert scroll.line(95) == -1
    assert scroll.shows(95, 96)
    assert not scroll.shows(94, 95)


def test_rows_fewer_than_lines_stand_at_the_top() -> None:
    assert not scrolled(0, count=3).to(2)


@pytest.mark.parametrize(("lines", "top"), [(5, 25), (8, 20), (40, 20), (90, 10), (200, 0)])
def test_other_lines_keep_a_row_in_view(lines: int, top: int) -> None:
    scroll = scrolled(20)
    scroll.fit(lines, 27)
    assert scroll.top == top
    assert scroll.has(27)
