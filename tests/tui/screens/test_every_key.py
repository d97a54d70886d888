"""Each key of the table, pressed where it works, on the smallest screen."""

from collections.abc import Awaitable, Callable

import pytest

from store.library import Library
from tui import keys
from tui.app import ReftelApp

Press = Callable[..., Awaitable[None]]

WAYS: dict[str, tuple[str, ...]] = {
    "list": (),
    "detail": ("enter",),
    "help": ("question_mark",),
    "query": ("slash", *"har"),
    "prompt": ("colon", "7"),
    "facets": ("f",),
    "order": ("comma",),
    "view": ("enter", "z"),
    "copy": ("enter", "y"),
    "waymark": ("apostrophe",),
    "naming": ("m",),
    "outline": ("enter", "O"),
    "tree": ("enter", "r"),
    "home": ("f2",),
    "import": ("I", *"none", "enter"),
    "jobs": ("w",),
    "searches": ("S",),
    "page": ("f2", "3"),
}
LEAVING = {"app.leave", "search.leave", "app.suspend_process", "choose", "choose({})"}
"""Keys that end the program, or go on in another library."""


@pytest.mark.parametrize("part", WAYS)
async def test_every_key_does_what_it_does_and_the_app_stays(
    library: Library, press: Press, part: str
) -> None:
    pressed = [
        name for key in keys.of(part) if key.action not in LEAVING for name in key.keys.split(",")
    ]
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        for name in pressed:
            await press(pilot, *WAYS[part], name)
            assert app.return_code is None, name
            while len(app.screen_stack) > 1:
                await app.action_back()
            await press(pilot, "escape", "escape", "escape")
            assert app.rooms.list.pane is app.rooms.list.rows, name
            assert app.focused is None, name
            assert app.rooms.list.rows.count == 121, name


ELSEWHERE = {"versions"}
"""What this library does not lead to: test_versions presses its keys."""


def test_every_part_of_the_table_is_reached() -> None:
    assert set(WAYS) | ELSEWHERE == {part for key in keys.KEYS for part in key.screens}
