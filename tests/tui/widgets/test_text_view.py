from collections.abc import Iterator, Sequence
from itertools import count

import pytest
from textual.app import App, ComposeResult

from tests.tui.driving import meanwhile
from tui.render.found import Span
from tui.render.line import Line, Piece, words, wrap
from tui.render.sheets import Layout
from tui.widgets.text_view import TextView

TEXT = " ".join(f"word{number:03}" for number in range(400))


def laid(width: int) -> list[Line]:
    line = words(TEXT)._replace(pieces=(Piece(0, 0, len(TEXT)),))
    return list(wrap(line, width))


class Text(App[None]):
    """A view on one long text."""

    def __init__(self, marked: Sequence[Span] = ()) -> None:
        super().__init__()
        self.view = TextView()
        self.marked = marked

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.show(Layout(laid), self.marked)


def shown(app: Text) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def test_only_the_lines_in_view_are_drawn() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert shown(app) == [line.plain for line in laid(40)[:10]]


async def test_a_page_keeps_one_line_of_the_last() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        before = shown(app)
        app.view.move_pages(1)
        await pilot.pause()
        assert shown(app)[0] == before[-1]


@pytest.mark.parametrize("lines", [-1, -1000])
async def test_nothing_lies_above_the_first_line(lines: int) -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.move(lines)
        await pilot.pause()
        assert shown(app)[0].startswith("word000")
        assert app.view.passage.extent != "end"


async def test_the_last_page_is_full() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.move(10_000)
        await pilot.pause()
        assert shown(app)[-1].endswith("word399")
        assert app.view.passage.extent == "end"


async def test_other_widths_to_and_fro_keep_the_place() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.move(30)
        await pilot.pause()
        first = shown(app)[0]
        for width in (70, 23, 55, 40):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
            assert first.split()[0] in shown(app)[0]
        assert shown(app)[0] == first


async def test_hits_are_walked_around_the_ends_and_brought_into_view() -> None:
    words_wanted = ("word010", "word200", "word390")
    marked = [(TEXT.index(word), TEXT.index(word) + 7) for word in words_wanted]
    app = Text(marked)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        for step, word in ((0, "word010"), (1, "word200"), (1, "word390"), (1, "word010")):
            app.view.walk(step)
            await pilot.pause()
            assert any(word in row for row in shown(app))
        app.view.walk(-1)
        await pilot.pause()
        assert any("word390" in row for row in shown(app))


async def test_hits_that_the_layout_leaves_out_are_not_counted() -> None:
    app = Text([(10, 17), (len(TEXT) + 5, len(TEXT) + 9)])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert list(app.view.found.shown) == [(10, 17)]


async def test_the_hit_of_the_moment_looks_unlike_the_others() -> None:
    app = Text([(0, 7), (8, 15)])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        drawn = list(app.view.render_line(0))
        styles = {
            style for word in ("000", "001", "002") for text, style, _ in drawn if word in text
        }
        assert len(styles) == 3


async def test_a_large_text_is_laid_out_once_a_width() -> None:
    calls: list[int] = []

    def counted(width: int) -> list[Line]:
        calls.append(width)
        return laid(width)

    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(Layout(counted))
        for _ in range(5):
            app.view.move(3)
            await pilot.pause()
        assert calls == [40]


async def test_a_text_without_end_shows_its_first_page_and_goes_on_as_wanted() -> None:
    def endless(width: int) -> Iterator[Line]:
        return (words(f"line {number}") for number in count(1))

    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(Layout(endless))
        await meanwhile(pilot, lambda: shown(app)[0] == "line 1")
        assert app.view.passage.extent == "line 1"
        app.view.move_to(20_000)
        await meanwhile(pilot, lambda: shown(app)[0] == "line 20001")
        app.view.show(Layout(laid))


LONG = "word " * 30


def as_set(_: int) -> list[Line]:
    line = words(LONG)._replace(pieces=(Piece(0, 0, len(LONG)),))
    return [line, words("short")]


async def test_what_is_wider_than_the_screen_is_reached_sideways() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(Layout(as_set))
        await pilot.pause()
        assert shown(app)[:2] == [f"{LONG[:39]}>", "short"]
        assert app.view.passage.aside(0.5)
        await pilot.pause()
        assert shown(app)[:2] == [f"<{LONG[21:59]}>", "<"]
        assert app.view.passage.aside(9)
        assert not app.view.passage.aside(1)
        assert app.view.passage.aside(-9)
        await pilot.pause()
        assert shown(app)[:2] == [f"{LONG[:39]}>", "short"]


async def test_a_hit_beyond_the_edge_is_brought_into_view() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.show(Layout(as_set), [(100, 104)])
        await pilot.pause()
        assert app.view.passage.left <= 100 < app.view.passage.left + 40


@pytest.mark.parametrize(("part", "row"), [(0.0, 0), (0.5, 4), (1.0, 9)])
async def test_a_line_is_set_where_it_is_wanted(part: float, row: int) -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.passage.put(30, part)
        await pilot.pause()
        assert shown(app)[row] == laid(40)[30].plain


@pytest.mark.parametrize("meanwhile", [(), ((70, 10), (40, 10)), ((23, 10), (55, 10), (40, 10))])
async def test_a_view_comes_back_to_where_it_stood(meanwhile: Sequence[tuple[int, int]]) -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:
        app.view.move(30)
        await pilot.pause()
        stood, before = app.view.passage.stand, shown(app)
        for size in meanwhile:
            app.view.mark([(40, 47)])
            await pilot.resize_terminal(*size)
            await pilot.pause()
        app.view.passage.back(stood)
        await pilot.pause()
        assert shown(app) == before


MANY = 50_000


def begins(offset: int) -> int:
    return max(0, min(offset, MANY * 10) // 10 - 50) * 10


def counted(width: int, begin: int = 0) -> Iterator[Line]:
    for number in range(begin // 10, MANY):
        yield words(f"line {number}")._replace(pieces=(Piece(0, 10 * number, 10 * number + 10),))


async def test_a_text_without_end_is_gone_through_both_ways() -> None:
    app = Text()
    async with app.run_test(size=(40, 10)) as pilot:

        async def first() -> str:
            await pilot.pause(0)
            return shown(app)[0]

        app.view.show(Layout(counted, begins), [(10, 15), (400_000, 400_005)])
        app.view.to_end()
        assert await first() == f"line {MANY - 10}"
        assert app.view.passage.extent == "end"
        for _ in range(20):
            app.view.move_pages(-1)
        assert await first() == f"line {MANY - 10 - 20 * 9}"
        app.view.walk(1)
        assert "line 40000" in (await first(), *shown(app))
        app.view.walk(1)
        assert "line 1" in (await first(), *shown(app))
        app.view.to_end()
        app.view.move_to(0)
        assert await first() == "line 0"
