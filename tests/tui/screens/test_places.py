"""A cable opens where it was left: in the same session, and in the next."""

from pathlib import Path

import pytest

from store.library import Library
from store.marks import Position
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.screens.bookmark import LOOKS
from tui.screens.places import TOP, Places


@pytest.mark.parametrize("keys", [("4", "p"), ("j",) * 25, ("G",), ()], ids=str)
async def test_the_next_session_opens_a_cable_where_the_last_left_it(
    library_folder: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    screens = []
    for session in (keys, ()):
        with Library.open(library_folder, marks=tmp_path / "marks.json") as library:
            app = ReftelApp(library)
            async with app.run_test(size=(80, 24)) as pilot:
                await press(pilot, "enter", *session)
                screens.append(seen(app))
    assert screens[0][1] in screens[1][1:3]


async def test_in_the_header_reading_has_not_begun(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "j", "j")
    assert library.marks.of("09MOSCOW1869").position is None


async def test_the_place_is_written_down_while_one_reads(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p")
        app.rooms.detail.bookmark.rest()
        await press(pilot, "ctrl+l")
        mark = library.marks.of("09MOSCOW1869")
    assert mark.read
    assert mark.position is not None
    assert mark.position.paragraph == "4"


async def test_the_place_is_written_down_in_a_long_run_of_keys_too_but_seldom(
    library: Library,
) -> None:
    app = ReftelApp(library)
    written = []
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p")
        for _ in range(3 * LOOKS - 1):
            await press(pilot, "j")
            app.rooms.detail.bookmark.look()
            await press(pilot, "ctrl+l")
            written.append(library.marks.of("09MOSCOW1869").position)
        assert not library.marks.of("09MOSCOW1869").read
    assert written[: LOOKS - 1] == [None] * (LOOKS - 1)
    assert len(set(written)) == 3
    first, second = written[LOOKS - 1], written[-1]
    assert first is not None
    assert second is not None
    assert second.line > first.line


async def test_what_one_rests_at_was_read_last_though_one_has_been_there_before(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("enter", "4", "p"), ("J", "5", "p"), ("K",)):
            await press(pilot, *keys)
            app.rooms.detail.bookmark.rest()
            await press(pilot, "ctrl+l")
    last = library.marks.last()
    assert last is not None
    assert last.id == "09MOSCOW1869"
    assert last.position is not None
    assert last.position.paragraph == "4"


async def test_a_cable_left_at_its_top_opens_as_one_that_was_never_read(library: Library) -> None:
    library.marks.place("09MOSCOW1869", Position(TOP))
    assert await Places(library).of(library.get("09MOSCOW1869")) is None


async def test_what_one_only_passes_was_not_read_last(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("enter",), ("J", "5", "p")):
            await press(pilot, *keys)
            app.rooms.detail.bookmark.rest()
            await press(pilot, "ctrl+l")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "home", "enter", "q")
    last = library.marks.last()
    assert last is not None
    assert last.id == "05STRELSAU99"


async def test_a_cable_made_unread_by_hand_stays_so_until_it_is_opened_again(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "M", "M", "j")
        app.rooms.detail.bookmark.rest()
        await press(pilot, "ctrl+l")
        assert not library.marks.of("09MOSCOW1869").read
        await press(pilot, "q", "enter")
        app.rooms.detail.bookmark.rest()
        await press(pilot, "ctrl+l")
        assert library.marks.of("09MOSCOW1869").read


async def test_a_cable_that_one_only_passes_stays_unread(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "J", "J", "q")
        app.rooms.detail.bookmark.rest()
        await press(pilot, "ctrl+l")
    assert [mark.id for mark in library.marks.all() if mark.read] == []


async def test_marks_that_cannot_be_read_are_named_and_the_cable_is_shown(
    library_folder: Path, tmp_path: Path
) -> None:
    marks = tmp_path / "marks.json"
    marks.write_text("no marks")
    with Library.open(library_folder, marks=marks) as library:
        app = ReftelApp(library)
        async with app.run_test(size=(120, 24)) as pilot:
            await press(pilot, "enter")
            assert "09MOSCOW1869" in seen(app)[1]
            assert "marks.json" in " ".join(seen(app)[-2:])
            await press(pilot, "j", "q")
    assert marks.read_text() == "no marks"
