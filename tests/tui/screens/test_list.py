from pathlib import Path

import pytest

from store.errors import LibraryDamaged
from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.render.opening import at_home


async def test_the_newest_cable_stands_first(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        rows = seen(app)
    assert rows[2].split()[:2] == ["2009-07-22", "09MOSCOW1869"]
    assert "Embassy Moscow" in rows[2]
    assert "INTERNET PIRACY" in rows[2]
    assert "05STRELSAU" in rows[3]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 2),
        (("down", "down"), 3),
        (("j", "j", "k"), 2),
        (("down", "up", "up"), 1),
        (("ctrl+d",), 19),
        (("ctrl+d", "ctrl+u"), 1),
        (("pagedown",), 37),
        (("pagedown", "pagedown"), 73),
        (("pagedown", "pagedown", "b"), 37),
        (("pagedown", "pageup"), 1),
        (("G",), 121),
        (("end", "j"), 121),
        (("G", "g"), 1),
        (("end", "home"), 1),
        (("1", "2", "G"), 12),
        (("G", "9", "9", "g"), 99),
        (("9", "9", "9", "G"), 121),
        (("3", "J"), 4),
        (("j", "K"), 1),
    ],
    ids=str,
)
async def test_keys_move_the_cursor(library: Library, keys: tuple[str, ...], row: int) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *keys)
        rows = seen(app)
        under = app.screen.rows.current  # type: ignore[attr-defined]
    assert rows[-2].endswith(f" {row} of 121")
    assert any(under.row.id in shown for shown in rows[:-2])


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_a_cable_opens_and_the_list_keeps_its_row(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j")
        under = app.screen.rows.current.row.id  # type: ignore[attr-defined]
        await press(pilot, key)
        opened = seen(app)
        await press(pilot, "q")
        back = seen(app)
    assert opened[-2].startswith(under)
    assert back[-2].endswith(" 3 of 121")


@pytest.mark.parametrize("key", ["escape", "h", "left", "backspace", "ctrl+c"])
async def test_only_q_quits_the_list(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert app.is_running
        assert app.return_code is None
        await press(pilot, "q")
        assert app.return_code == 0


async def test_ctrl_c_says_how_to_quit(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+c")
        said = seen(app)[-1]
        await press(pilot, "j")
        after = seen(app)[-1]
    assert said == "Q quits"
    assert "Enter read" in after


@pytest.mark.parametrize("width", [120, 80, 60, 40])
async def test_the_practice_library_says_so_and_how_to_import(library: Library, width: int) -> None:
    app = ReftelApp(library, practice=True)
    async with app.run_test(size=(width, 24)) as pilot:
        await press(pilot)
        rows = seen(app)
    assert rows[0].startswith("Practice")
    assert width < 60 or "121 cables" in rows[0]
    assert rows[0].endswith(("I imports your own", "I imports yours"))
    assert rows[-2].startswith("practice library")


async def test_an_empty_library_says_how_to_import(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty", create=True) as library:
        app = ReftelApp(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "j", "G", "enter", "space")
            rows = seen(app)
    assert "I brings some in" in rows[0]
    assert rows[-2].endswith("no cables")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (10, 4)], ids=str)
async def test_every_size_shows_the_row_under_the_cursor(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "G")
        rows = seen(app)
        assert app.screen.rows.current.row.id == "05STRELSAU1"  # type: ignore[attr-defined]
    assert len(rows) == size[1]
    assert all(len(row) <= size[0] for row in rows)
    if size[0] >= 40:
        assert "05STRELSAU1" in rows[-3]


async def test_a_smaller_terminal_keeps_the_cursor_in_view(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *["j"] * 30)
        under = app.screen.rows.current.row.id  # type: ignore[attr-defined]
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


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("120", "120"),
        ("0", "1"),
        ("999", "121"),
        ("end", "121"),
        ("2009-07", "1"),
        ("2009-", "1"),
        ("2005-03-16", "2"),
        ("2005-", "2"),
        ("2004-01", "121"),
    ],
)
async def test_a_row_or_a_date_is_jumped_to(library: Library, typed: str, row: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "colon", *typed)
        assert seen(app)[-1] == f":{typed}"
        await press(pilot, "enter")
        assert seen(app)[-2].endswith(f" {row} of 121")


@pytest.mark.parametrize("typed", ["2009-7", "2009-13", "2009-02-30", "12345678901234567890"])
async def test_a_jump_to_nowhere_says_where_one_can_go(library: Library, typed: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "colon", *typed, "enter")
        assert seen(app)[-1].startswith("Go to a row (120), a date (2009-")
        assert seen(app)[-2].endswith(" 2 of 121")


async def test_a_jump_can_be_given_up(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "colon", "9", "escape")
        assert seen(app)[-2].endswith(" 2 of 121")
        assert seen(app)[-1].startswith("Enter read")
        await press(pilot, "colon")
        assert seen(app)[-1] == ":"


async def test_the_list_turns_round(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        panel = seen(app)[-8:-2]
        assert [row.split()[:2] for row in panel] == [
            *(["d", "By"], ["n", "Newest"], ["o", "Oldest"], ["r", "Best"]),
            *(["f", "By"], ["c", "The"]),
        ]
        await press(pilot, "o")
        rows = seen(app)
        await press(pilot, "colon", *"2009-", "enter")
        jumped = seen(app)[-2]
        await press(pilot, "comma", "n")
        again = seen(app)
        await press(pilot, "comma", "d")
        assert seen(app)[-2].startswith("oldest first  ")
        await press(pilot, "comma", "d")
        assert seen(app)[:-2] == again[:-2]
    assert "05STRELSAU" in rows[2]
    assert rows[-2].startswith("oldest first  ")
    assert jumped.endswith("121 of 121")
    assert "09MOSCOW1869" in again[2]


async def test_the_cable_read_last_is_a_key_away(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "H")
        assert seen(app)[-1] == "Nothing was read yet"
        await press(pilot, "enter", "4", "p")
        before = seen(app)
        await press(pilot, "q", "G", "H")
        assert seen(app)[:-2] == before[:-2]
        await press(pilot, "q")
        assert seen(app)[-2].endswith("121 of 121")


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "q"])
async def test_the_order_can_be_left_as_it_is(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        before = seen(app)
        await press(pilot, "comma", key)
        assert seen(app) == before
        await press(pilot, "comma", "r")
        assert seen(app)[-1].startswith("Relevance to what?")


async def test_the_years_stand_over_the_list(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert seen(app)[1].startswith("2005 ███")
        assert seen(app)[1].endswith("▁▁▁ 2009")
        await pilot.resize_terminal(80, 12)
        await press(pilot)
        assert "09MOSCOW1869" in seen(app)[1]


async def test_facets_narrow_and_exclude_through_the_query_line(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "f")
        rows = seen(app)
        await press(pilot, "tab", "enter")
        narrowed = seen(app)
        await press(pilot, "minus")
        excluded = seen(app)
        await press(pilot, "f")
        closed = seen(app)
    assert rows[2].split()[-3:] == ["level", "CONFIDENTIAL", "120"]
    assert rows[-1].startswith("Enter only these")
    assert narrowed[0] == '/origin:"Embassy Strelsau"'
    assert narrowed[-2].endswith("1 of 120")
    assert excluded[0] == '/-origin:"Embassy Strelsau"'
    assert excluded[-2].endswith("1 of 1")
    assert "09MOSCOW1869" in excluded[2]
    assert "CONFIDENTIAL" not in "".join(closed)
    assert closed[0] == excluded[0]


async def test_a_year_and_a_tag_can_be_chosen(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "f", "tab", "tab", "j", "enter", "tab", "enter")
        rows = seen(app)
    assert rows[0].startswith("/date:2009 tag:")
    assert rows[-2].endswith("1 of 1")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_facets_take_the_place_of_the_list_where_there_is_no_room_for_both(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f", "G")
        rows = seen(app)
        await press(pilot, "escape")
        closed = seen(app)
    assert not any("09MOSCOW1869" in row for row in rows[1:-2])
    assert any("tag" in row or row.endswith(" 1") for row in rows)
    assert any("09MOSCOW1869" in row for row in closed)
    assert all(len(row) <= size[0] for row in rows)


async def test_q_goes_from_the_facets_to_the_list_and_from_there_out(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "q")
        assert app.return_code is None
        await press(pilot, "q")
        assert app.return_code == 0


async def test_a_library_that_cannot_be_read_says_so_at_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise LibraryDamaged("It is no library.")

    monkeypatch.setattr(library, "page", damaged)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert seen(app)[-1] == "It is no library."
        await press(pilot, "j")
        assert seen(app)[-1].startswith("Enter read")
