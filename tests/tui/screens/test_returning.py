import pytest

from store.library import Library
from store.marks import Position
from tests.tui.driving import press, seen
from tui.app import ReftelApp

OFFER = "Continue 05STRELSAU50 ¶7: Enter"


@pytest.fixture
def left(library: Library) -> Library:
    """A library in which one stopped reading in the middle of a cable."""
    library.marks.place("05STRELSAU7", Position(30, "3"))
    library.marks.place("05STRELSAU50", Position(40, "7"))
    library.marks.star(["05STRELSAU7"])
    return library


async def test_one_goes_on_where_one_left_off(left: Library) -> None:
    app = ReftelApp(left)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert seen(app)[-1] == OFFER
        await press(pilot, "enter")
        assert seen(app)[-2].startswith("05STRELSAU50")
        assert "¶7/" in seen(app)[-2]
        await press(pilot, "q")
        assert app.rooms.list.under is not None
        assert app.rooms.list.under.id == "05STRELSAU50"
        assert seen(app)[-2].endswith(f" {app.rooms.list.rows.cursor + 1} of 121")
        assert seen(app)[-1].startswith("Enter read")
        await press(pilot, "home", "enter")
        assert seen(app)[-2].startswith("09MOSCOW1869")


async def test_a_cable_that_was_read_at_its_top_is_offered_too_and_opens_there(
    library: Library,
) -> None:
    tops = []
    app = ReftelApp(library)
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot, "j", "enter")
        app.rooms.detail.bookmark.rest()
        await press(pilot, "ctrl+l")
        tops.append(seen(app)[:-1])
    name = tops[0][-1].split()[0]
    app = ReftelApp(library)
    async with app.run_test(size=(80, 60)) as pilot:
        await press(pilot)
        assert seen(app)[-1] == f"Continue {name}: Enter"
        await press(pilot, "enter")
        tops.append(seen(app)[:-1])
    assert tops[0] == tops[1]


async def test_a_cable_that_one_only_opened_is_not_offered(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "q")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert not seen(app)[-1].startswith("Continue")


@pytest.mark.parametrize("key", ["j", "slash", "asterisk", "comma", "G"])
async def test_any_other_key_does_its_own(left: Library, key: str) -> None:
    app = ReftelApp(left)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert seen(app)[-1] != OFFER
        await press(pilot, "escape", "home", "enter")
        assert seen(app)[-2].startswith("09MOSCOW1869")


async def test_nothing_is_offered_to_one_who_read_nothing_or_what_is_gone(library: Library) -> None:
    library.marks.place("99NOWHERE1", Position(40, "4"))
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert not seen(app)[-1].startswith("Continue")
