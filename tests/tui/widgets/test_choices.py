import pytest
from textual.app import App, ComposeResult

from tui.commanding import NOTHING, Choice, Offer
from tui.render.line import words
from tui.widgets.choices import NONE, Panel

MANY = [Choice(f"line {number}", f"choice {number}") for number in range(50)]


class Offered(App[None]):
    """A panel alone."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel(lambda _: words("keys"))

    def compose(self) -> ComposeResult:
        yield self.panel


def shown(app: Offered) -> list[str]:
    rows = [strip.text.strip() for strip in app.screen._compositor.render_strips()]
    return [row for row in rows if row]


async def test_choices_stand_below_a_line_of_keys_and_go_when_there_are_none() -> None:
    app = Offered()
    async with app.run_test(size=(40, 20)) as pilot:
        app.panel.show(Offer(MANY[:2]))
        await pilot.pause()
        assert shown(app) == ["keys", "choice 0", "choice 1"]
        app.panel.show(NOTHING)
        await pilot.pause()
        assert shown(app) == []


async def test_choices_beyond_the_panel_are_stepped_to() -> None:
    app = Offered()
    async with app.run_test(size=(40, 20)) as pilot:
        app.panel.show(Offer(MANY, 0))
        await pilot.pause()
        for _ in range(49):
            app.panel.choices.step(1)
        await pilot.pause()
        assert app.panel.choices.current == MANY[-1]
        assert "choice 49" in shown(app)


@pytest.mark.parametrize(
    ("at", "steps", "under"),
    [
        pytest.param(None, [], NONE, id="none is meant"),
        pytest.param(None, [1], 0, id="down to the first"),
        pytest.param(None, [-1], NONE, id="nothing above"),
        pytest.param(0, [1, 1], 2, id="down"),
        pytest.param(1, [-1, -1], NONE, id="above the first, none"),
        pytest.param(1, [-1, -1, 1], 0, id="and back"),
    ],
)
async def test_steps_go_down_and_up_to_none(at: int | None, steps: list[int], under: int) -> None:
    app = Offered()
    async with app.run_test(size=(40, 20)) as pilot:
        app.panel.show(Offer(MANY, at))
        await pilot.pause()
        for step in steps:
            app.panel.choices.step(step)
        assert app.panel.choices.cursor == under
