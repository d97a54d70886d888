"""What the configuration settles, as it is seen in the app."""

from pathlib import Path

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.config.settings import Config, Loaded, Problem


async def test_the_list_begins_and_widens_in_the_order_settled(library: Library) -> None:
    app = ReftelApp(library, Loaded(Path("/c.toml"), Config(order="oldest")))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "oldest first" in "\n".join(seen(app))
        await press(pilot, "slash", *"piracy", "enter", "q")
        assert "oldest first" in "\n".join(seen(app))


async def test_the_text_is_as_wide_as_settled(library: Library) -> None:
    app = ReftelApp(library, Loaded(Path("/c.toml"), Config(width=50)))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "enter", "space")
        banner, *text = seen(app)[:25]
        assert max(len(line) for line in text) <= 50 < len(banner)


async def test_what_is_wrong_is_said_and_the_app_goes_on(library: Library) -> None:
    wrong = Loaded(Path("/c.toml"), problems=(Problem(3, "no [b]x[/b]"), Problem(4, "y")))
    app = ReftelApp(library, wrong)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        shown = "\n".join(seen(app))
        assert "/c.toml, line 3: no [b]x[/b] (and 1 more: reftel config validate)" in shown
        assert "1 of 121" in shown
