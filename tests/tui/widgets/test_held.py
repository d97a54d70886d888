import pytest

from tui.widgets.held import BLOCK, KEPT, Held

MANY = 1000 * BLOCK


def rows(start: int) -> list[int]:
    return list(range(start, start + BLOCK))


def test_a_block_is_asked_for_once_and_then_at_hand() -> None:
    held: Held[int] = Held(MANY)
    assert list(held.ask(BLOCK - 1, BLOCK + 1)) == [0, BLOCK]
    assert list(held.ask(0, 3 * BLOCK)) == [2 * BLOCK]
    assert held.row(BLOCK) is None
    held.take(BLOCK, rows(BLOCK), here=0)
    assert held.row(BLOCK) == BLOCK
    assert list(held.ask(0, 3 * BLOCK)) == []


@pytest.mark.parametrize(
    ("count", "first", "wanted"),
    [
        pytest.param(3, 3, [], id="all-of-a-short-list"),
        pytest.param(MANY, 2 * BLOCK, [2 * BLOCK], id="whole-blocks"),
        pytest.param(MANY, BLOCK + 1, [BLOCK, 2 * BLOCK], id="a-part-of-a-block-is-read-anew"),
        pytest.param(0, 0, [], id="no-rows"),
    ],
)
def test_rows_known_at_first_are_not_asked_for(count: int, first: int, wanted: list[int]) -> None:
    held = Held(count, list(range(first)))
    assert list(held.ask(-5, 3 * BLOCK)) == wanted


def test_nothing_is_asked_for_beyond_the_last_row() -> None:
    held: Held[int] = Held(BLOCK + 1)
    assert list(held.ask(0, MANY)) == [0, BLOCK]


def test_the_blocks_farthest_from_where_one_is_are_let_go() -> None:
    held: Held[int] = Held(MANY)
    for start in range(0, MANY, BLOCK):
        held.take(start, rows(start), here=start)
    at_hand = [start for start in range(0, MANY, BLOCK) if held.row(start) is not None]
    assert at_hand == list(range(MANY - KEPT * BLOCK, MANY, BLOCK))
    assert list(held.ask(0, 1)) == [0]
