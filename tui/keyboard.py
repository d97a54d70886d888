"""Keys, followed to their ends one after the other."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.events import Key
from textual.widgets import Input

from tui import keys
from tui.screens.list import ListScreen
from tui.widgets.menu import Menu

if TYPE_CHECKING:
    from tui.app import ReftelApp

LATEST = 10.0
"""Seconds after which a key no longer waits for the first screen to be drawn."""


class Keyboard:
    """Hands keys on, so that what is typed ahead finds its place; `there` is when one can begin.

    Textual would hand keys on to the screen in front while the screen that an earlier one opens is
    still being made; the first wait for the list.
    """

    def __init__(self, app: "ReftelApp") -> None:
        self.there = asyncio.Event()
        self._app = app

    async def take(self, key: Key) -> None:
        """Do what a key does where it is pressed: in a line, in a menu, on the screen in front."""
        await self._begun()
        place, name = self._app.focused, keys.latin(key.key)
        if isinstance(place, Input) and key.is_printable:
            place.replace(key.character or "", *place.selection)
            await self._app.front().hear()
        elif isinstance(place, Menu):
            if action := place.choose(name):
                await self._app.run_action(action, self._app.screen)
        else:
            screen = self._app.screen
            if isinstance(screen, ListScreen) and screen.coach:
                screen.coach.pressed(name)
            if not await self._app._check_bindings(name) and not isinstance(place, Input):
                self._unknown(key)

    def _unknown(self, key: Key) -> None:
        """Say of a key that does nothing that it was heard, and where those are that do."""
        pressed = key.character if key.is_printable and key.character else keys.shown(key.key)
        helps = keys.pressed("help.open")
        self._app.front().say(f"{pressed} does nothing here: {helps} shows the keys")

    async def _begun(self) -> None:
        """Wait for the list to be drawn, but not for ever: what came before may take its turn."""
        if not self.there.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.there.wait(), LATEST)
            self.there.set()
