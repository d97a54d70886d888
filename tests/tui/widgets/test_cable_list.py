from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tui.render.line import Line, words
from tui.widgets.cable_list import CableList
from tui.widgets.held import BLOCK


class Rows(App[None]):
    """A list of numbers, which come when they are wanted, or never."""

    def __init__(self, count: int, *, height: int = 1, answers: bool = True) -> None:
        super().__init__()
        self.drawn: list[str] = []
        self.wanted: list[int] = []
        self.count = count
        self.answers = answers
        self.height = height
        self.rows: CableList[str] = CableList(self.draw)

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.reset(self.count, height=self.height)

    def on_cable_list_wanted(self, wanted: CableList.Wanted) -> None:
        self.wanted.append(wanted.start)
        if self.answers:
            stop = min(wanted.start + wanted.count, self.count)
            self.rows.fill(wanted.turn, wanted.start, list(map(str, range(wanted.start, stop))))

    def draw(self, row: str, width: int) -> Sequence[Line]:
        self.drawn.append(row)
        return words(row), words(f"below {row}")


def shown(app: Rows) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def test_only_rows_near_the_view_are_wanted() -> None:
    app = Rows(250_000)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        assert set(app.wanted) == {0}
        app.rows.move_to(249_999)
        await pilot.pause()
        assert shown(app)[-1] == "249999"
        assert max(app.wanted) == 249_980
        assert len(app.wanted) < 5


async def test_a_move_draws_two_rows() -> None:
    app = Rows(1000)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        app.drawn.clear()
        app.rows.move(1)
        await pilot.pause()
        assert sorted(app.drawn) == ["0", "1"]


async def test_rows_that_are_held_are_not_wanted_again() -> None:
    app = Rows(1000)
    async with app.run_test(size=(20, 10)) as pilot:
        for position in (999, 0, 999, 0):
            app.rows.move_to(position)
            await pilot.pause()
        assert len(app.wanted) == len(set(app.wanted))


async def test_rows_for_an_older_list_are_dropped() -> None:
    app = Rows(100, answers=False)
    async with app.run_test(size=(20, 10)) as pilot:
        old = app.rows.turn
        app.rows.reset(3, ["a", "b", "c"])
        app.rows.fill(old, 0, ["x"] * BLOCK)
        await pilot.pause()
        assert shown(app)[:4] == ["a", "b", "c", ""]


async def test_rows_on_their_way_leave_room_and_can_be_passed() -> None:
    app = Rows(100, answers=False)
    async with app.run_test(size=(20, 10)) as pilot:
        app.rows.move(3)
        await pilot.pause()
        assert app.rows.current is None
        app.rows.fill(app.rows.turn, 0, list(map(str, range(BLOCK))))
        await pilot.pause()
        assert app.rows.current == "3"
        assert shown(app)[3] == "3"


@pytest.mark.parametrize("height", [1, 2])
@pytest.mark.parametrize("position", [0, 9, 10, 11, 57, 98, 99])
async def test_the_cursor_is_always_in_view(height: int, position: int) -> None:
    app = Rows(100, height=height)
    async with app.run_test(size=(20, 10)) as pilot:
        app.rows.move_to(position)
        await pilot.pause()
        assert str(position) in shown(app)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert str(position) in shown(app)


async def test_rows_of_two_lines_show_both() -> None:
    app = Rows(5, height=2)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        assert shown(app)[:4] == ["0", "below 0", "1", "below 1"]


async def test_an_empty_list_takes_every_move() -> None:
    app = Rows(0)
    async with app.run_test(size=(20, 10)) as pilot:
        app.rows.move(1)
        app.rows.move_pages(-1)
        app.rows.move_to(7)
        await pilot.pause()
        assert app.rows.cursor == 0
        assert app.rows.current is None
