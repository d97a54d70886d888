from collections.abc import Iterator
from pathlib import Path

import pytest

import seeds
from store.cable import Received
from store.layouts import read
from store.library import Library
from store.parse import parse
from tests.tui.driving import press, seen
from tui import keys
from tui.app import ReftelApp

SEED = seeds.data("cables/09MOSCOW1869.txt")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Library]:
    """A library of the one cable in two versions."""
    with Library.open(tmp_path / "library", create=True) as library:
        for data in (SEED, SEED.replace(b"on May 26", b"on May 27")):
            for received in read(data, "09MOSCOW1869.txt"):
                assert isinstance(received, Received)
                library.add([(parse(received), received, "/cables/one.txt")])
        yield library


async def test_c_shows_what_the_version_before_says_otherwise(two: Library) -> None:
    app = ReftelApp(two)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "enter", "c")
        rows = seen(app)
        text = "\n".join(rows)
        assert "the same" in text
        assert any(row.startswith("- ") and "May 26" in row for row in rows)
        assert any(row.startswith("+ ") and "May 27" in row for row in rows)
        assert rows[-2].startswith("09MOSCOW1869: versions 1 and 2")
        await press(pilot, "q")
        assert seen(app)[-2].startswith("09MOSCOW1869 ")


async def test_where_there_is_one_version_it_is_said(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "c")
        assert seen(app)[-1] == "There is one version of 09MOSCOW1869"


async def test_every_key_works_on_the_smallest_screen(two: Library) -> None:
    pressed = [
        name
        for key in keys.of("versions")
        if key.action not in ("app.leave", "app.suspend_process")
        for name in key.keys.split(",")
    ]
    app = ReftelApp(two)
    async with app.run_test(size=(40, 12)) as pilot:
        for name in pressed:
            await press(pilot, "enter", "c", name)
            assert app.return_code is None, name
            while len(app.screen_stack) > 1:
                await app.action_back()
