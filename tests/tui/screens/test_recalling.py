import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


async def test_a_search_that_was_run_is_remembered(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "slash", "ctrl+u", *"qqqq", "enter")
        await press(pilot, "escape", "slash", *"x", "escape")
        await press(pilot, "colon", *"search", "space", *"piracy", "enter")
    assert library.marks.searches.history() == ["piracy", "failed"]


@pytest.mark.parametrize("key", ["up", "ctrl+r"])
@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["wide", "small"])
async def test_earlier_searches_are_offered_and_made_again(
    library: Library, size: tuple[int, int], key: str
) -> None:
    for line in ("failed", "piracy", "harvest"):
        library.marks.searches.remember(line)
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash", key)
        assert [row.strip() for row in seen(app)[-5:-2]] == ["harvest", "piracy", "failed"]
        await press(pilot, "down", "enter")
        assert seen(app)[0] == "/piracy"
        assert seen(app)[-2].endswith("1 of 1")
        assert app.focused is None
    assert library.marks.searches.history()[0] == "piracy"


async def test_what_is_typed_narrows_them_and_escape_goes_back_to_it(library: Library) -> None:
    for line in ("failed crop", "piracy"):
        library.marks.searches.remember(line)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"crop", "up")
        assert seen(app)[-3].strip() == "failed crop"
        assert "piracy" not in seen(app)[-4]
        await press(pilot, "escape")
        assert app.focused is app.rooms.list.query_line
        assert seen(app)[0] == "/crop"


async def test_all_are_offered_before_another_search_is_begun(library: Library) -> None:
    for line in ("piracy", "failed"):
        library.marks.searches.remember(line)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "slash", "up")
        assert [row.strip() for row in seen(app)[-4:-2]] == ["failed", "piracy"]


async def test_up_goes_up_the_results_first(library: Library) -> None:
    library.marks.searches.remember("failed crop")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "down", "down", "up", "up")
        assert seen(app)[-2].endswith("1 of 3")
        await press(pilot, "up")
        assert seen(app)[-3].strip() == "failed crop"


async def test_history_is_a_command_too(library: Library) -> None:
    library.marks.searches.remember("piracy")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"history", "enter")
        assert seen(app)[-3].strip() == "piracy"
