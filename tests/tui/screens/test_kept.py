"""What stands on a screen is made before a key asks for it, and fits when it is shown."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from store.library import Library
from tui.app import ReftelApp
from tui.doors import Doors
from tui.screens.kept import make_ready

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


async def until(pilot: Pilot[Any], ready: Callable[[], object]) -> None:
    for _ in range(2000):
        await pilot.pause(0.01)
        if ready():
            return
    raise AssertionError(pilot.app.screen)


async def test_it_is_made_without_a_key_and_nothing_of_it_is_shown(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        before = seen(app)
        await until(pilot, lambda: all(screen.size == app.size for screen in app.rooms.all()))
        assert seen(app) == before
        assert app.screen_stack == [app.rooms.list]


@pytest.mark.parametrize("key", ["enter", "r", "question_mark"])
@pytest.mark.parametrize("size", [(170, 40), (80, 24), (40, 12)], ids=str)
async def test_a_terminal_that_was_resized_meanwhile_is_filled_as_if_nothing_had_been_made(
    exercise: Library, seen: Seen, press: Press, key: str, size: tuple[int, int]
) -> None:
    shown = []
    for early in (True, False):
        app = ReftelApp(exercise)
        async with app.run_test(size=(120, 40)) as pilot:
            if early:
                await make_ready(app)
            await pilot.resize_terminal(*size)
            await press(pilot, key)
            shown.append(seen(app))
    assert shown[0] == shown[1]


async def test_a_library_that_is_left_meanwhile_is_left_alone(
    library: Library, tmp_path: Path, press: Press
) -> None:
    app = ReftelApp(library, doors=Doors(tmp_path / "own", tmp_path / "practice"))
    async with app.run_test(size=(80, 24)) as pilot:
        left = app.rooms
        await press(pilot, "f2", "1")
        assert app.rooms is not left
        await until(pilot, lambda: all(screen.size == app.size for screen in app.rooms.all()))
        assert not any(screen.is_running for screen in left.all())
    app.finish()
