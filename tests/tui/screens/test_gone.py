"""A library that goes away while it is open: a line says so, the app stays, and keys work."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.library import DOCUMENTS, INDEX, Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

SEED = "09MOSCOW1869"


@pytest.fixture
def folder(exercise_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(exercise_folder, tmp_path / "library")


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(folder, marks=tmp_path / "marks.json") as library:
        yield library


def removed(folder: Path) -> None:
    shutil.rmtree(folder)


def truncated(folder: Path) -> None:
    os.truncate(folder / DOCUMENTS, 5000)


def emptied(folder: Path) -> None:
    os.truncate(folder / DOCUMENTS, 0)


def without_index(folder: Path) -> None:
    shutil.rmtree(folder / INDEX)


WAYS_IN = (
    ("J",),
    ("tab", "enter"),
    ("r",),
    ("c",),
    ("i",),
    ("asterisk",),
    ("backspace", "G", "enter"),
    ("backspace", "slash", *"harvest", "enter"),
)
"""From a cable to others, to what is said of it, and to the library again."""


@pytest.mark.parametrize("gone", [removed, truncated, emptied, without_index])
async def test_the_app_stays_and_its_keys_work(
    opened: Library, folder: Path, gone: Callable[[Path], None]
) -> None:
    app = ReftelApp(opened)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "enter")
        gone(folder)
        for keys in WAYS_IN:
            await press(pilot, *keys)
            assert app.return_code is None, keys
            assert "".join(seen(app)).strip(), keys
            await press(pilot, "escape", "escape", "j", "g", "question_mark", "q", "enter")
        await press(pilot, "Q")
    assert app.return_code == 0


async def test_a_library_that_is_gone_is_named_in_a_line(opened: Library, folder: Path) -> None:
    app = ReftelApp(opened)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "enter")
        read = seen(app)[:-2]
        removed(folder)
        await press(pilot, "tab", "enter")
        assert seen(app)[1:-3] == read[1:-1]
        assert "library" in " ".join(seen(app)[-2:])


async def test_nothing_is_said_of_a_library_that_cannot_be_read(
    opened: Library, folder: Path
) -> None:
    app = ReftelApp(opened)
    async with app.run_test(size=(200, 24)) as pilot:
        await press(pilot, "enter")
        emptied(folder)
        await press(pilot, "J")
        assert f"{folder / DOCUMENTS} is damaged" in seen(app)[-1]
        assert SEED in seen(app)[-2]
        await press(pilot, "r")
        rows = seen(app)
        assert rows[0] == f"+ {SEED}  names what could not be looked up"
        assert rows[1] == f"+ {SEED}  is named by what could not be looked up"
        assert f"{folder / DOCUMENTS} is damaged" in rows[-1]


async def test_marks_of_a_cable_that_is_gone_are_kept(opened: Library) -> None:
    opened.marks.star(["77GONE1", SEED])
    app = ReftelApp(opened)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "slash", *"is:starred", "enter")
        assert "1 of 1" in seen(app)[-2]
        await press(pilot, "asterisk")
    assert opened.marks.of("77GONE1").starred
    assert not opened.marks.of(SEED).starred
