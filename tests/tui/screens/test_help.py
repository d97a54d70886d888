from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tui import keys
from tui.app import ReftelApp
from tui.render.signs import SIGNS
from tui.screens.help import table

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]

WAYS: dict[str, tuple[str, ...]] = {
    "list": (),
    "detail": ("enter",),
    "outline": ("enter", "O"),
    "tree": ("enter", "r"),
}


@pytest.mark.parametrize("screen", WAYS)
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_shows_the_keys_of_the_screen_and_goes_back(
    library: Library, seen: Seen, press: Press, screen: str, key: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 120)) as pilot:
        await press(pilot, *WAYS[screen])
        before = seen(app)
        await press(pilot, key)
        shown = "\n".join(seen(app))
        await press(pilot, key)
        assert seen(app) == before
    for known in keys.of(screen):
        assert known.tooltip in shown


async def test_help_while_typing_shows_the_keys_of_the_line(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "f1")
        assert seen(app)[-2].startswith("keys: query line and list")
        await press(pilot, "escape", "x")
        assert seen(app)[0] == "/x"


@pytest.mark.parametrize("screens", [*((name,) for name in WAYS), ("query", "list")], ids="+".join)
def test_each_group_of_keys_is_named_once(screens: tuple[str, ...]) -> None:
    groups = {key.group for key in keys.KEYS}
    named = [line.plain for line in table(screens, 120) if line.plain in groups]
    assert len(named) == len(set(named)) > 2


@pytest.mark.parametrize("width", [120, 60, 40, 20])
def test_no_line_of_the_keys_is_wider_than_the_screen(width: int) -> None:
    lines = table(("query", "list"), width)
    assert all(len(line.plain) <= width for line in lines)


async def test_help_scrolls_on_a_small_screen(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "question_mark", "G")
        assert seen(app)[-2].endswith("end")
        await press(pilot, "escape")
        assert app.return_code is None
        assert seen(app)[-2].endswith("1 of 121")


@pytest.mark.parametrize("screen", SIGNS)
async def test_every_sign_of_a_screen_is_explained(
    library: Library, seen: Seen, press: Press, screen: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 120)) as pilot:
        await press(pilot, *WAYS[screen], "question_mark")
        rows = [" ".join(row.split()) for row in seen(app)]
    for sign, said in SIGNS[screen]:
        assert " ".join(f"{sign} {said}".split()) in rows
