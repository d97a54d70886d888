"""A menu has the keys: what it does not know closes it, and acts no more than that."""

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


@pytest.mark.parametrize(
    ("opened", "stray"),
    [
        pytest.param(("comma",), "slash", id="order"),
        pytest.param(("y",), "asterisk", id="copy, list"),
        pytest.param(("enter", "y"), "O", id="copy, reader"),
        pytest.param(("enter", "z"), "O", id="view"),
    ],
)
async def test_a_stray_key_closes_a_menu_and_does_nothing_else(
    library: Library, opened: tuple[str, ...], stray: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *opened[:-1])
        before = seen(app)
        await press(pilot, opened[-1])
        assert seen(app)[-1] != before[-1]
        await press(pilot, stray)
        assert seen(app) == before
        await press(pilot, stray)
        assert seen(app) != before


@pytest.mark.parametrize(
    ("size", "row"),
    [
        pytest.param((120, 40), "c Citation", id="large"),
        pytest.param((40, 12), "c Citation", id="small"),
        pytest.param((20, 6), "t text", id="smallest"),
    ],
)
async def test_a_menu_says_what_each_letter_does(
    library: Library, size: tuple[int, int], row: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j")
        before = seen(app)
        await press(pilot, "y")
        rows = seen(app)
        assert any(row in each for each in rows[:-2])
        assert rows[-2] == before[-2]
        assert rows[-1] == "Esc copy nothing"
        await press(pilot, "escape")
        assert seen(app) == before


async def test_a_menu_follows_the_size_of_the_screen(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter", "z")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert any(each.startswith("h header") for each in seen(app)[:-2])


async def test_the_top_is_reached_by_one_g_and_by_two(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "g")
        before = seen(app)
        for keys in (("G", "g"), ("G", "g", "g")):
            await press(pilot, *keys)
            assert seen(app) == before


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        pytest.param(("down", "down", "down", "enter"), 1, id="third"),
        pytest.param(("up", "enter"), 0, id="last"),
        pytest.param(("enter",), 0, id="none"),
    ],
)
async def test_arrows_choose_in_a_menu(library: Library, keys: tuple[str, ...], rows: int) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *keys)
        assert sum(row.startswith("oldest first") for row in seen(app)) == rows
        assert app.focused is None
