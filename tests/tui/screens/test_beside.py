"""On a wide screen the list stays beside the cable that is read."""

from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


def marked_row(app: App[Any]) -> str:
    """The row of the list beside the cable that the cursor is on."""
    beside = app.screen.beside  # type: ignore[attr-defined]
    return str(beside.render_line(beside._scroll.line(beside.cursor)).text)


@pytest.mark.parametrize(("width", "beside"), [(160, 1), (159, 0), (80, 0)])
async def test_list_and_cable_stand_side_by_side_where_there_is_room(
    library: Library, width: int, beside: int
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(width, 30)) as pilot:
        await press(pilot, "j", "enter")
        rows = seen(app)
    assert rows[0].startswith("09-07-22 09MOSCOW1869") == bool(beside)
    assert ("CABLE       05STRELSAU" in rows[1]) or not beside
    assert all(len(row) <= width for row in rows)


async def test_the_list_beside_follows_from_cable_to_cable(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(170, 20)) as pilot:
        await press(pilot, "enter")
        assert "09MOSCOW1869" in marked_row(app)
        for keys in (("J",), ("3", "0", "J"), ("K",)):
            await press(pilot, *keys)
            assert seen(app)[-2].split()[0] in marked_row(app)
        await press(pilot, "q")
        assert seen(app)[-2].endswith("31 of 121")


async def test_the_list_beside_shows_what_the_search_found(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(170, 20)) as pilot:
        await press(pilot, "slash", *"failed", "tab", "enter", "J")
        rows = [row[:58] for row in seen(app)]
    assert sum("STRELSAU" in row for row in rows[:-2]) == 3
    assert rows[-2].split()[0] in rows[1]


async def test_the_list_comes_when_the_screen_grows_and_goes_when_it_shrinks(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 20)) as pilot:
        await press(pilot, "enter", "J")
        await pilot.resize_terminal(170, 20)
        await press(pilot)
        assert "05STRELSAU" in marked_row(app)
        await pilot.resize_terminal(80, 20)
        await press(pilot)
        assert seen(app)[1].startswith("CABLE")
