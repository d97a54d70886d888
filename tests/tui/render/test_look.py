import pytest

from store.cable import Cable
from tui.measure import NARROWEST, WIDEST
from tui.render.cable import laid
from tui.render.line import cells
from tui.render.look import Look
from tui.render.own import NOTHING


@pytest.mark.parametrize("steps", [-100, -1, 0, 1, 100])
def test_lines_stay_within_what_can_be_read(steps: int) -> None:
    assert NARROWEST <= Look().widened(steps).width <= WIDEST


@pytest.mark.parametrize("what", ["received", "header", "findings"])
def test_what_is_turned_twice_is_as_before(what: str) -> None:
    assert getattr(Look().turned(what), what)
    assert Look().turned(what).turned(what) == Look()


@pytest.mark.parametrize(("screen", "width", "longest"), [(200, 60, 60), (50, 100, 50)])
def test_no_line_is_longer_than_the_look_or_the_screen_allows(
    seed: Cable, screen: int, width: int, longest: int
) -> None:
    lines = list(laid(seed, Look(width=width), "2026-01-01", NOTHING, screen))
    assert max(cells(line.plain) for line in lines) <= longest
    assert len(lines) < len(
        list(laid(seed, Look(header=True, width=width), "2026-01-01", NOTHING, screen))
    )
