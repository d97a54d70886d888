"""A menu has the keys: what it does not know closes it, and acts no more than that."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tui.app import ReftelApp

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


@pytest.mark.parametrize(
    ("opened", "stray"),
    [
        pytest.param(("comma",), "slash", id="order"),
        pytest.param(("y",), "asterisk", id="copy, list"),
        pytest.param(("enter", "y"), "O", id="copy, reader"),
        pytest.param(("enter", "z"), "O", id="view"),
    ],
)
async def test_a_stray_key_closes_a_menu_and_does_nothing_else(
    library: Library, seen: Seen, press: Press, opened: tuple[str, ...], stray: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *opened[:-1])
        before = seen(app)
        await press(pilot, opened[-1])
        assert seen(app)[-1] != before[-1]
        await press(pilot, stray)
        assert seen(app) == before
        await press(pilot, stray)
        assert seen(app) != before
