from textual.app import App, ComposeResult

from tui.render.line import words
from tui.widgets.bar import Bar


class One(App[None]):
    """A bar, and how often it was asked to draw itself on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Counted()

    def compose(self) -> ComposeResult:
        yield self.bar


class Counted(Bar):
    drawn = 0

    def render_line(self, y: int):  # type: ignore[no-untyped-def]
        self.drawn += 1
        return super().render_line(y)


async def test_what_looks_the_same_is_not_drawn_again() -> None:
    app = One()
    async with app.run_test(size=(20, 3)) as pilot:
        app.bar.show(lambda _: words("row 1"))
        await pilot.pause()
        before = app.bar.drawn
        app.bar.show(lambda _: words("row 1"))
        await pilot.pause()
        assert app.bar.drawn == before
        app.bar.show(lambda _: words("row 2"))
        await pilot.pause()
        assert app.bar.drawn == before + 1


async def test_a_bar_follows_the_width() -> None:
    app = One()
    async with app.run_test(size=(20, 3)) as pilot:
        app.bar.show(lambda width: words("#" * width))
        await pilot.resize_terminal(12, 3)
        await pilot.pause()
        assert app.bar.render_line(0).text == "#" * 12
