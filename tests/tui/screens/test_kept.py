"""What stands on a screen is made before a key asks for it, and fits when it is shown."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import meanwhile, press, seen, send, until
from tui.app import ReftelApp
from tui.doors import Doors
from tui.screens.kept import make_ready

NEVER, SOON = 86_400, 0.01
"""Seconds after which screens are made ready."""


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.rooms.AFTER", SOON)


async def test_it_is_made_without_a_key_and_nothing_of_it_is_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for after in (NEVER, SOON):
        monkeypatch.setattr("tui.screens.rooms.AFTER", after)
        app = ReftelApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            if after == SOON:
                await until(pilot, lambda: all(each.size == app.size for each in app.rooms.all()))  # noqa: B023
            assert app.screen_stack == [app.rooms.list]
            assert app.rooms.detail.is_running == (after == SOON)
            shown.append(seen(app))
    assert shown[0] == shown[1]


@pytest.mark.parametrize("key", ["enter", "r", "question_mark"])
@pytest.mark.parametrize("size", [(170, 40), (80, 24), (40, 12)], ids=str)
async def test_a_terminal_that_was_resized_meanwhile_is_filled_as_if_nothing_had_been_made(
    exercise: Library, key: str, size: tuple[int, int]
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
    library: Library, tmp_path: Path, soon: None
) -> None:
    app = ReftelApp(library, doors=Doors(tmp_path / "own", tmp_path / "practice"))
    async with app.run_test(size=(80, 24)) as pilot:
        left = app.rooms
        await press(pilot, "f2", "1")
        assert app.rooms is not left
        await until(pilot, lambda: all(screen.size == app.size for screen in app.rooms.all()))
        assert not any(screen.is_running for screen in left.all())
    app.finish()


async def test_a_key_does_not_wait_until_all_is_ready(
    library: Library, monkeypatch: pytest.MonkeyPatch, soon: None
) -> None:
    monkeypatch.setattr("tui.screens.kept.PAUSE", 60)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await meanwhile(pilot, lambda: any(worker.group == "ready" for worker in app.workers))
        send(app, "enter")
        await meanwhile(pilot, lambda: app.screen is app.rooms.detail)
        assert not app.rooms.versions.is_running
