import pytest

from store.library import Library
from store.marks import Search
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.render.kept import new, row

STANDING = ("j",) * 3
"""Past what is starred, unread and noted."""


@pytest.fixture
def kept(library: Library) -> Library:
    searches = library.marks.searches
    searches.save("bad harvests", "failed", 1)
    searches.save("moscow", "origin:moscow", 1)
    searches.save("\x1b[2Jhostile [red]", '"granary of hentzau"', 130)
    return library


async def test_searches_are_listed_with_what_they_find_and_what_is_new(kept: Library) -> None:
    kept.marks.star(["09MOSCOW1869"])
    app = ReftelApp(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S")
        shown = seen(app)
    assert [line.split() for line in shown[:6]] == [
        ["starred", "1", "is:starred"],
        ["unread", "121", "is:unread"],
        ["noted", "0", "is:noted"],
        ["␛[2Jhostile", "[red]", "120", "10", "gone", '"granary', "of", 'hentzau"'],
        ["bad", "harvests", "3", "2", "new", "failed"],
        ["moscow", "1", "origin:moscow"],
    ]
    assert shown[-2].startswith("saved searches")


async def test_a_search_is_run_and_counts_as_looked_at(kept: Library) -> None:
    app = ReftelApp(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S", *STANDING, "j", "enter")
        assert seen(app)[-2].startswith("search: failed")
        assert seen(app)[-2].endswith("1 of 3")
        assert kept.marks.searches.named("bad harvests").found == 3
        await press(pilot, "enter", "S")
        assert "new" not in seen(app)[4]


async def test_what_is_starred_stands_first_and_is_never_new(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "asterisk", "j", "asterisk", "S", "enter")
        assert seen(app)[-2].endswith("1 of 2")
        assert len([line for line in seen(app) if "○*" in line]) == 2
        await press(pilot, "S")
        assert seen(app)[0].split() == ["starred", "2", "is:starred"]
    assert library.marks.searches.all() == []


async def test_a_search_of_ones_own_by_the_same_name_is_another(library: Library) -> None:
    library.marks.searches.save("starred", "failed", 1)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S", "enter", "S")
        assert seen(app)[3].split() == ["starred", "3", "2", "new", "failed"]
    assert library.marks.searches.named("starred").found == 1


async def test_what_stands_first_is_not_deleted(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S", "j", "d")
        assert "unread always stands here" in seen(app)[-1]
        assert seen(app)[1].split() == ["unread", "121", "is:unread"]
        await press(pilot, "u")
        assert seen(app)[-1] == "Nothing was deleted here"


async def test_what_is_searched_for_is_saved_under_a_name(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        assert seen(app)[-1].startswith("Nothing to save")
        await press(pilot, "slash", *"failed", "enter", "s", *"bad ones", "enter")
        assert seen(app)[-1] == "Saved as bad ones: S lists what you saved"
        assert library.marks.searches.named("bad ones")[1:3] == ("failed", 3)
        await press(pilot, "s", "enter")
        assert seen(app)[-1] == "Not saved: it needs a name"


async def test_a_search_is_deleted_and_brought_back(kept: Library) -> None:
    app = ReftelApp(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S", "u")
        assert seen(app)[-1] == "Nothing was deleted here"
        await press(pilot, *STANDING, "j", "d")
        assert seen(app)[-1] == "bad harvests is gone: u brings it back"
        assert [each.name for each in kept.marks.searches.all()][1:] == ["moscow"]
        await press(pilot, "u")
        assert seen(app)[-2].startswith("saved searches")
        assert kept.marks.searches.named("bad harvests").line == "failed"
        assert "bad harvests" in "\n".join(seen(app))


async def test_a_saved_line_that_cannot_be_read_is_said_and_the_rest_is_counted(
    library: Library,
) -> None:
    library.marks.searches.save("a broken one", "(", 0)
    library.marks.searches.save("moscow", "origin:moscow", 0)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S")
        assert seen(app)[4].split()[:4] == ["moscow", "1", "1", "new"]
        assert "a broken one: column" in "\n".join(seen(app)[-2:])


async def test_without_any_it_is_said_how_to_save_one(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "S", "d", "j")
        assert seen(app)[-2].startswith("no search is saved")
        assert seen(app)[-2].endswith("2 of 3")


@pytest.mark.parametrize(("now", "said"), [(None, ""), (3, ""), (5, "2 new"), (1, "2 gone")])
def test_what_is_new_is_counted_from_the_last_look(now: int | None, said: str) -> None:
    assert new(Search("a", "b", 3, ""), now) == said


@pytest.mark.parametrize("width", [120, 60, 40, 20])
def test_a_row_takes_no_more_than_the_width(width: int) -> None:
    search = Search("a name " * 20, "a line " * 40, 3, "")
    assert len(row(search, 250_000, width).plain) <= width


async def test_the_same_keys_show_the_starred_each_time(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "asterisk", "S", "j", "j", "q", "S", "enter")
        assert seen(app)[0] == "/is:starred"
        assert seen(app)[-2].endswith("1 of 1")
