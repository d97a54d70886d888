from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tui.app import ReftelApp
from tui.screens.list import at_home

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


async def test_the_newest_cable_stands_first(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        rows = seen(app)
    assert rows[0].split()[:2] == ["2009-07-22", "09MOSCOW1869"]
    assert "Embassy Moscow" in rows[0]
    assert "INTERNET PIRACY" in rows[0]
    assert "05STRELSAU" in rows[1]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 2),
        (("down", "down"), 3),
        (("j", "j", "k"), 2),
        (("down", "up", "up"), 1),
        (("ctrl+d",), 20),
        (("ctrl+d", "ctrl+u"), 1),
        (("space",), 39),
        (("pagedown", "pagedown"), 77),
        (("space", "space", "b"), 39),
        (("space", "pageup"), 1),
        (("G",), 121),
        (("end", "j"), 121),
        (("G", "g"), 1),
        (("end", "home"), 1),
    ],
    ids=str,
)
async def test_keys_move_the_cursor(
    library: Library, seen: Seen, press: Press, keys: tuple[str, ...], row: int
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *keys)
        rows = seen(app)
        under = app.screen.rows.current  # type: ignore[attr-defined]
    assert rows[-2].endswith(f" {row} of 121")
    assert any(under.id in shown for shown in rows[:-2])


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_a_cable_opens_and_the_list_keeps_its_row(
    library: Library, seen: Seen, press: Press, key: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j")
        under = app.screen.rows.current.id  # type: ignore[attr-defined]
        await press(pilot, key)
        opened = seen(app)
        await press(pilot, "q")
        back = seen(app)
    assert opened[-2].startswith(under)
    assert back[-2].endswith(" 3 of 121")


@pytest.mark.parametrize("key", ["escape", "h", "left", "backspace", "ctrl+c"])
async def test_only_q_quits_the_list(library: Library, press: Press, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert app.is_running
        assert app.return_code is None
        await press(pilot, "q")
        assert app.return_code == 0


async def test_ctrl_c_says_how_to_quit(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+c")
        said = seen(app)[-1]
        await press(pilot, "j")
        after = seen(app)[-1]
    assert said == "Q quits"
    assert "Enter read" in after


@pytest.mark.parametrize("width", [120, 80, 60, 40])
async def test_the_practice_library_says_so_and_how_to_import(
    library: Library, seen: Seen, press: Press, width: int
) -> None:
    app = ReftelApp(library, practice=True)
    async with app.run_test(size=(width, 24)) as pilot:
        await press(pilot)
        rows = seen(app)
    assert rows[0].startswith("Practice")
    assert rows[0].endswith("reftel import DIR")
    assert rows[-2].startswith("practice library")


async def test_an_empty_library_says_how_to_import(
    tmp_path: Path, seen: Seen, press: Press
) -> None:
    with Library.open(tmp_path / "empty", create=True) as library:
        app = ReftelApp(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "j", "G", "enter", "space")
            rows = seen(app)
    assert "reftel import DIR" in rows[0]
    assert rows[-2].endswith("no cables")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (10, 4)], ids=str)
async def test_every_size_shows_the_row_under_the_cursor(
    library: Library, seen: Seen, press: Press, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "G")
        rows = seen(app)
        assert app.screen.rows.current.id == "05STRELSAU1"  # type: ignore[attr-defined]
    assert len(rows) == size[1]
    assert all(len(row) <= size[0] for row in rows)
    if size[0] >= 40:
        assert "05STRELSAU1" in rows[-3]


async def test_a_smaller_terminal_keeps_the_cursor_in_view(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *["j"] * 30)
        under = app.screen.rows.current.id  # type: ignore[attr-defined]
        await pilot.resize_terminal(60, 12)
        await press(pilot)
        rows = seen(app)
    assert any(under in row for row in rows[:-2])


def test_a_path_at_home_is_written_with_a_tilde(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert at_home(tmp_path / "cables") == "~/cables"
    assert at_home(tmp_path.parent / "cables") == str(tmp_path.parent / "cables")
