from textual.app import App, ComposeResult

from tui.render.facets import Facet, facets
from tui.widgets.facet_pane import FacetPane

COUNTS = {
    "level": [("SECRET", 5), ("CONFIDENTIAL", 3)],
    "origin": [(f"Embassy {number}", number) for number in range(1, 100)],
    "year": [("2009", 8)],
}


class Pane(App[None]):
    """A pane alone."""

    def __init__(self) -> None:
        super().__init__()
        self.pane = FacetPane()

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.show(facets(COUNTS))
        self.pane.focus()


def shown(app: Pane) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def test_values_far_down_are_there() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.move_to(101)
        await pilot.pause()
        assert shown(app)[-1].split() == ["year", "2009", "8"]


async def test_tab_goes_from_field_to_field_and_around() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        under = []
        for _ in range(4):
            assert app.pane.current is not None
            under.append(app.pane.current.field)
            await pilot.press("tab")
        assert under == ["level", "origin", "year", "level"]


async def test_the_cursor_goes_to_a_field() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.pane.go_to("year")
        assert app.pane.current == Facet("year", "2009", 8, first=True)
        app.pane.go_to("tag")
        assert app.pane.current == Facet("year", "2009", 8, first=True)


async def test_other_counts_keep_the_cursor_on_its_value() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.move_to(100)
        await pilot.pause()
        app.pane.show(facets({"level": [("SECRET", 1)], "origin": [("Embassy 99", 1)]}))
        await pilot.pause()
        assert app.pane.current == Facet("origin", "Embassy 99", 1, first=True)
        app.pane.show(facets({"level": [("SECRET", 1)]}))
        await pilot.pause()
        assert app.pane.current == Facet("level", "SECRET", 1, first=True)
