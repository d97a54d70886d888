import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["wide", "small"])
async def test_a_field_and_a_value_are_chosen_and_narrow(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "F")
        fields = seen(app)
        await press(pilot, "enter", "F", *"orig", "enter")
        values = seen(app)
        await press(pilot, *"mosc", "enter")
        narrowed = seen(app)
        await press(pilot, "escape")
        left = seen(app)
    assert any(row.startswith(" origin ") for row in fields)
    assert [row.split() for row in values if row.startswith(" Embassy")] == [
        ["Embassy", "Strelsau", "120"],
        ["Embassy", "Moscow", "1"],
    ]
    assert narrowed[0] == '/origin:"Embassy Moscow"'
    assert narrowed[-1] == "F"
    assert any(row.startswith(' × origin:"Embassy') for row in narrowed)
    assert left[0] == narrowed[0]
    assert left[-2].endswith("1 of 1")


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param(
            ("F", *"-orig", "enter", *"mos", "enter"), '-origin:"Embassy Moscow"', id="-F"
        ),
        pytest.param(("F", *"orig", "enter", "-"), '-origin:"Embassy Strelsau"', id="first"),
        pytest.param(("F", *"orig", "enter", "down", "-"), '-origin:"Embassy Moscow"', id="chosen"),
        pytest.param(("F", *"orig", "enter", *"mos-"), '-origin:"Embassy Moscow"', id="mos-"),
        pytest.param(("ampersand", *"date:2009-07", "enter"), "date:2009-07", id="a date, at once"),
        pytest.param(
            ("backslash", *"subj", "enter", *"piracy", "enter"), "subject:piracy", id="word"
        ),
        pytest.param(("F", *"lev", "tab", *"conf", "enter"), "level:CONFIDENTIAL", id="tab"),
        pytest.param(("F", *"is:unr", "enter"), "is:unread", id="is"),
        pytest.param(("F", *"st", "enter"), "is:starred", id="a mark"),
        pytest.param(("F", *"mosc", "enter"), 'origin:"Embassy Moscow"', id="a value of no field"),
        pytest.param(("F", *"-prel", "enter"), "-tag:PREL", id="all but a value of no field"),
        pytest.param(("F", *"-rea", "enter"), "-is:read", id="all but a mark"),
        pytest.param(
            ("F", *"lev", "enter", "enter", *"tag", "enter", *"prel", "enter"),
            "level:CONFIDENTIAL tag:PREL",
            id="two",
        ),
    ],
)
async def test_what_is_chosen_is_written_into_the_query_line(
    library: Library, keys: tuple[str, ...], line: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert seen(app)[0] == f"/{line}"


async def test_terms_are_taken_away_one_at_a_time(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harvest tag:PREL is:unread", "enter", "F")
        await press(pilot, "backspace")
        assert seen(app)[0] == "/harvest tag:PREL"
        await press(pilot, "down", "enter")
        assert seen(app)[0] == "/tag:PREL"
        await press(pilot, "backspace")
        assert seen(app)[0].startswith("/words,")
        assert seen(app)[-1] == "F"
        await press(pilot, "backspace")
        assert app.focused is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("date:2009-13", "no date 2009-13", id="no date"),
        pytest.param("level:>odd", "no level odd", id="no level"),
        pytest.param("nothing", "A field and its value", id="no field"),
        pytest.param("subject:", "A field and its value", id="no value"),
    ],
)
async def test_what_is_no_filter_is_said_and_stays_to_be_mended(
    library: Library, line: str, said: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F", *line, "enter")
        rows = seen(app)
    assert any(said in row for row in rows[-2:])
    assert rows[0].startswith("/words,")
    assert app.rooms.list.foot.prompt.value == line


async def test_own_tags_are_offered(library: Library) -> None:
    library.marks.tag(["05STRELSAU1", "05STRELSAU2"], ["hot"])
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F", *"mine", "enter")
        assert seen(app)[-3].split() == ["hot", "2"]
        await press(pilot, "enter")
        assert seen(app)[0] == "/tag:mine/hot"
        assert seen(app)[-2].endswith("1 of 2")
