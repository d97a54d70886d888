"""How the cable that is read is shown."""

from functools import partial

from textual.worker import WorkType

from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView
from tui.wire.driver import LeanDriver


class Looks:
    """Turns parts of the look on and off, and keeps the place."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view

    def action_turn(self, what: str) -> None:
        """Turn a part of the look on or off."""
        self._view.turn(self._view.look.turned(what))
        self._screen.settle()

    def settle(self, width: int) -> None:
        """Let lines have so many cells at most."""
        self._view.turn(self._view.look._replace(width=width))
        self._screen.settle()

    def action_width(self, steps: int) -> None:
        """Let lines be longer or shorter."""
        self.settle(self._view.look.widened(steps).width)
        self._screen.say(f"Lines of at most {self._view.look.width} cells")

    def action_print(self) -> None:
        """Print the cable where no program has the whole screen, and wait there for Enter."""
        driver = self._screen.app._driver
        if not isinstance(driver, LeanDriver):
            self._screen.say("There is no other screen here to print on")
        elif self._view.cable is not None:
            work: WorkType[None] = partial(self._print, driver)
            self._screen.run_worker(work, group="print")

    async def _print(self, driver: LeanDriver) -> None:
        from tui.plainly import put  # seldom asked for

        with driver.aside():
            await put(self._view.printed(self._screen.app.size.width))
        await self._screen.run_action("app.redraw")
