"""Places that have a letter, in the list and in the reader."""

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

SEED = "09MOSCOW1869"


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["large", "small"])
async def test_a_row_is_marked_and_gone_to_and_one_comes_back(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "j", "m", "a")
        assert "a is 05STRELSAU98" in " ".join(seen(app)[-2:])
        await press(pilot, "G", "apostrophe")
        assert any(row.startswith("a 05STRELSAU98") for row in seen(app))
        await press(pilot, "a")
        assert seen(app)[-2].endswith(" 3 of 121")
        await press(pilot, "apostrophe", "apostrophe")
        assert seen(app)[-2].endswith("121 of 121")


async def test_a_place_in_a_text_is_gone_to_from_another_cable_and_from_the_list(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p", "m", "b")
        assert seen(app)[-1] == f"b is {SEED} ¶4"
        place = seen(app)[:-1]
        await press(pilot, "J", "apostrophe", "b")
        assert seen(app)[:-1] == place
        await press(pilot, "q", "G", "apostrophe", "b")
        assert seen(app)[:-1] == place
        await press(pilot, "apostrophe", "apostrophe")
        assert seen(app)[-2].endswith("121 of 121")


async def test_a_row_is_gone_to_from_the_reader(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "x", "G", "enter", "apostrophe", "x")
        assert seen(app)[-2].endswith("1 of 121")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("apostrophe", "z"), "No place is called z: m and a letter mark one"),
        (("apostrophe", "apostrophe"), "No place is before a jump: m and a letter mark one"),
    ],
    ids=["no such letter", "no jump yet"],
)
async def test_a_letter_that_has_no_place_is_said(
    library: Library, keys: tuple[str, ...], said: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert seen(app)[-1] == said


async def test_a_row_of_another_search_is_gone_to_in_that_and_one_comes_back(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "m", "a", *("slash", *"failed", "enter", "j"), "apostrophe", "a")
        assert seen(app)[0].startswith("/words,")
        assert seen(app)[-2].endswith(" 2 of 121")
        await press(pilot, "apostrophe", "apostrophe")
        assert seen(app)[0] == "/failed"
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "m", "c", "k", "apostrophe", "c")
        assert seen(app)[-2].endswith("2 of 3")


async def test_a_row_far_down_is_gone_to_where_rows_do_not_go_by_date(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.listing.FAR", 60)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", "c", "G", "m", "a", "g", "apostrophe", "a")
        assert seen(app)[-2].endswith("121 of 121")


async def test_a_row_that_is_not_found_any_more_is_said(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "asterisk", "slash", *"is:starred", "enter", "m", "a", "asterisk", "q")
        await press(pilot, *("slash", *"failed", "enter"), "apostrophe", "a")
        assert seen(app)[-1] == f"{SEED} is not in the list any more in which it was"
        assert seen(app)[0] == "/failed"
