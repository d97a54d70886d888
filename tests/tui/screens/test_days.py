"""Going through the list by its days."""

from itertools import groupby

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.screens.days import stepped, turned
from tui.screens.listing import View, rows

VIEWS = [View(), View(order="oldest"), View("the"), View("the", "oldest")]


def begins(library: Library, view: View) -> list[int]:
    """Give the rows at which a day begins."""
    dates = [row.date and row.date[:10] for row in rows(library, view, 0, 100)]
    days = groupby(range(len(dates)), key=lambda at: dates[at])
    return [next(group) for day, group in days if day]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_day_is_reached_on_the_way_on_and_back(exercise: Library, view: View) -> None:
    wanted = begins(exercise, view)
    assert len(wanted) > 5
    way = [0]
    while (row := stepped(exercise, view, way[-1], 1)) is not None:
        way.append(row)
    way = way[-len(wanted) :]
    assert way == wanted
    while (row := stepped(exercise, view, way[-1], -1)) is not None:
        way.append(row)
    assert way == [*wanted, *wanted[-2::-1]]
    assert stepped(exercise, view, wanted[0], 3) == wanted[3]
    assert stepped(exercise, view, 0, 999) == wanted[-1]


async def test_keys_go_by_days(exercise: Library) -> None:
    first, second, third, *_ = begins(exercise, View())
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "right_curly_bracket")
        assert seen(app)[-2].endswith(f" {third + 1} of {len(exercise)}")
        await press(pilot, "P")
        assert seen(app)[-2].endswith(f" {second + 1} of {len(exercise)}")
        await press(pilot, "g", "2", "p")
        assert seen(app)[-2].endswith(f" {third + 1} of {len(exercise)}")
        await press(pilot, "9", "left_curly_bracket")
        assert seen(app)[-2].endswith(f" {first + 1} of {len(exercise)}")
        await press(pilot, "P")
        assert seen(app)[-1] == "No day before"
        await press(pilot, "comma", "c", "p")
        assert seen(app)[-1].startswith("These do not go by date: sort by date first (,d)")


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        ("2009-07-31", 1, "2009-08-01"),
        ("2008-03-01", -1, "2008-02-29"),
        ("0001-01-01", -1, "0001-01-01"),
        ("9999-12-31", 1, "9999-12-31"),
        ("2009-07", 1, "2009-07"),
    ],
)
def test_the_calendar_has_ends(day: str, days: int, found: str) -> None:
    assert turned(day, days) == found
