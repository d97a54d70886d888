from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


async def test_what_finds_nothing_by_itself_is_named(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy origin:moscw tag:prle", "enter")
        assert seen(app)[-1] == "No cable has origin:moscw or tag:prle"
        assert seen(app)[0] == "/piracy origin:moscw tag:prle"
