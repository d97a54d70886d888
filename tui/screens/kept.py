"""Screens that are made once: made before a key asks for them, and brought to the front."""

from asyncio import sleep
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Resize
from textual.screen import Screen

if TYPE_CHECKING:
    from tui.screens.frame import Frame

AFTER = 0.3
"""Seconds from the first frame on, in which one looks at it."""

PAUSE = 0.02
"""Seconds between two screens, in which a key has its turn."""


async def make_ready(app: App[Any]) -> None:
    """Make what stands on the screens that an app keeps, and lay it out for the terminal as it is.

    Textual would do so when one is shown for the first time, and a key wait for it a tenth of a
    second.
    """
    for screen in list(app._installed_screens.values()):
        kept = screen in app._installed_screens.values()  # another library may have been opened
        if kept and isinstance(screen, Screen) and not screen.is_running:
            await app._get_screen(screen)[1]
            screen.stack_updates += 1  # else it is laid out when it comes to the front
            screen.post_message(Resize(app.size, app.size))
            await sleep(PAUSE)


async def bring(app: App[Any], screen: "Frame") -> None:
    """Bring a screen to the front: back to it, or over the one that is there."""
    if not app.is_screen_installed(screen):
        app.install_screen(screen, screen.TABLE)
    if screen not in app.screen_stack:
        await app.push_screen(screen)
    while app.screen is not screen:
        await app.pop_screen()
