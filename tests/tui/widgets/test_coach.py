from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.config.settings import Config, Loaded

TOLD = "First steps:  / searches   Enter reads   Space marks   ? all keys"


@pytest.fixture
def new(known: Path) -> Path:
    """Someone who knows no keys: the file that would tell."""
    known.unlink()
    return known


async def test_a_newcomer_is_told_of_the_first_keys_until_they_were_used(
    library: Library, new: Path
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "k", "j")
        assert seen(app)[-3] == TOLD
        await press(pilot, "enter", "q", "question_mark", "q")
        assert seen(app)[-3] == TOLD
        assert not new.exists()
        await press(pilot, "slash", "escape")
        assert TOLD not in seen(app)
    assert new.exists()
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert TOLD not in seen(app)


async def test_who_settled_so_is_told_nothing(library: Library, new: Path) -> None:
    app = ReftelApp(library, Loaded(Path(), Config(hints=False)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert TOLD not in seen(app)


async def test_a_small_screen_has_no_room_for_it(library: Library, new: Path) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot)
        assert not any("searches" in row for row in seen(app))


async def test_a_folder_that_cannot_be_written_costs_nothing(library: Library, new: Path) -> None:
    new.parent.rmdir()
    new.parent.touch()
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "escape", "slash", "escape", "slash", "escape")
        assert app.return_code is None
