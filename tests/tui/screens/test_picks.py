"""Rows that are marked in the list, and what is done to all of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.screens import picks


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["large", "small"])
async def test_space_marks_a_row_and_goes_on(library: Library, size: tuple[int, int]) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "space", "space")
        rows = seen(app)
        assert sum("+09MOSCOW1869" in row or "+05STRELSAU" in row for row in rows) == 2
        assert rows[-2].startswith("2 marked")
        assert rows[-2].endswith("3 of 121")
        await press(pilot, "k", "space")
        assert seen(app)[-2].startswith("1 marked")
        await press(pilot, "escape")
        assert "marked" not in seen(app)[-2]
        assert not any("+09MOSCOW" in row for row in seen(app))


async def test_escape_takes_the_marks_away_before_it_widens(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harvest", "enter", "space", "escape")
        assert seen(app)[-2].startswith("search: harvest")
        await press(pilot, "escape")
        assert seen(app)[-2].endswith("1 of 121")


async def test_all_that_is_found_is_marked_and_unmarked(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "V")
        assert seen(app)[-1] == "3 marked"
        await press(pilot, "escape", "escape", "space", "V")
        assert seen(app)[-1] == "120 marked"


async def test_more_than_can_be_marked_is_refused(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picks, "MOST", 100)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "V")
        assert seen(app)[-1] == "At most 100 can be marked, these are 121: narrow first"
        assert "marked" not in seen(app)[-2]


@pytest.mark.parametrize(
    ("keys", "said", "kept"),
    [
        pytest.param(
            ("asterisk",), "3 cables are starred", lambda mark: bool(mark.starred), id="star"
        ),
        pytest.param(("M",), "3 cables are read", lambda mark: bool(mark.read), id="read"),
        pytest.param(
            ("t", *"todo", "enter"),
            "3 cables are tagged todo",
            lambda mark: mark.tags == ("todo",),
            id="tag",
        ),
        pytest.param(
            ("a", *"read", "enter"),
            "3 cables: read",
            lambda mark: [note.text for note in mark.notes] == ["read"],
            id="note",
        ),
    ],
)
async def test_what_is_done_is_done_to_all_that_are_marked_and_undone_as_one(
    library: Library,
    keys: tuple[str, ...],
    said: str,
    kept: Callable[[Any], bool],
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *("slash", *"failed", "enter"), "V", *keys)
        names = app.rooms.list.names_meant
        assert len(names) == 3
        assert seen(app)[-1] == said
        assert all(kept(library.marks.of(name)) for name in names)
        await press(pilot, "u")
        assert seen(app)[-1].startswith("Undone: ")
        assert not any(kept(library.marks.of(name)) for name in names)
        await press(pilot, "U")
        assert seen(app)[-1].startswith("Done again: ")
        assert all(kept(library.marks.of(name)) for name in names)


async def test_the_ids_of_all_that_are_marked_are_copied(library: Library, clip: Path) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "y", "y")
        names = app.rooms.list.names_meant
    assert names[0] == "09MOSCOW1869"
    assert clip.read_text() == "\n".join(names)


async def test_a_mark_is_undone(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "u")
        assert seen(app)[-2].startswith("1 marked")
        assert seen(app)[-1].startswith("Undone: mark on ")
        await press(pilot, "u", "u")
        assert seen(app)[-1].startswith("Nothing to undo")


async def test_tags_come_back_as_they_were(library: Library) -> None:
    library.marks.tag(["09MOSCOW1869"], ["Old", "kept"])
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", *"-old", "space", *"new", "enter")
        assert library.marks.of("09MOSCOW1869").tags == ("kept", "new")
        await press(pilot, "u")
        assert sorted(library.marks.of("09MOSCOW1869").tags) == ["Old", "kept"]


async def test_a_note_comes_back_as_it_was(library: Library) -> None:
    library.marks.note("09MOSCOW1869", "before", None)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", *"after", "enter", "u")
    note = library.marks.of("09MOSCOW1869").note()
    assert note is not None
    assert note.text == "before"


async def test_a_number_marks_so_many_rows_and_unmarks_them(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "space")
        assert seen(app)[-2].startswith("3 marked")
        assert seen(app)[-2].endswith("4 of 121")
        assert sum("+0" in row for row in seen(app)) == 3
        await press(pilot, "g", "3", "space")
        assert "marked" not in seen(app)[-2]
        await press(pilot, "G", "9", "space")
        assert seen(app)[-2].startswith("1 marked")
        await press(pilot, "u")
        assert "marked" not in seen(app)[-2]


@pytest.mark.parametrize("way", [("4", "j"), ("G",), ("4", "k")], ids="".join)
async def test_rows_are_marked_from_here_to_there(library: Library, way: tuple[str, ...]) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "9", "G", "v")
        assert seen(app)[-1].startswith("From here on: v at the other end marks all")
        await press(pilot, *way, "v")
        assert seen(app)[-1] == ("113 marked" if way == ("G",) else "5 marked")
        await press(pilot, "u")
        assert "marked" not in seen(app)[-2]


async def test_escape_gives_up_a_number_before_all_else(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "5", "escape", "j")
        assert seen(app)[-2].startswith("1 marked")
        assert seen(app)[-2].endswith("3 of 121")
        await press(pilot, "g", "enter", "slash", *"raid", "enter", "5", "escape", "n")
        assert "hit 2/" in seen(app)[-2]


async def test_a_range_that_was_begun_is_given_up(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "v", "j")
        assert seen(app)[-2].startswith("from row 2…  1 marked")
        await press(pilot, "escape")
        assert seen(app)[-2].startswith("1 marked")
        await press(pilot, "j", "v")
        assert seen(app)[-1].startswith("From here on")
        await press(pilot, "slash", *"failed", "enter", "v")
        assert seen(app)[-1].startswith("From here on")


async def test_a_range_that_is_too_long_is_refused(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picks, "MOST", 100)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "G", "v")
        assert seen(app)[-1] == "At most 100 can be marked, these are 121"
