"""How the cable that is read is shown."""

import time
from functools import partial

from textual.worker import WorkType

from store.cable import Cable
from tui.keys import pressed
from tui.render.cable import printed
from tui.screens.frame import Frame
from tui.widgets.cable_view import CableView
from tui.wire.driver import LeanDriver

ABOVE = {"header": "The header is", "findings": "The findings are"}
"""What stands above the text, and may be out of view when it is opened or folded."""


class Looks:
    """Turns parts of the look on and off, and keeps the place."""

    def __init__(self, screen: Frame, view: CableView) -> None:
        self._screen = screen
        self._view = view

    def action_turn(self, what: str) -> None:
        """Turn a part of the look on or off; say so where that does not show."""
        before = self._in_view()
        self._view.turn(self._view.look.turned(what))
        self._screen.settle()
        if what in ABOVE and self._in_view() == before:
            self._screen.say(self._unseen(what))

    def _in_view(self) -> list[str]:
        passage = self._view.passage
        lines = range(passage.top, passage.top + passage.height)
        return [passage.sheet.line(line).plain for line in lines]

    def _unseen(self, what: str) -> str:
        """Say what was turned, and where it is to be seen."""
        look, cable = self._view.look, self._view.cable
        if what == "findings" and cable is not None and not cable.findings:
            return "Nothing was found in reading this cable"
        state = "open" if getattr(look, what) else "folded"
        if look.received:
            key = pressed("cable.received")
            return f"{ABOVE[what]} {state} in the reading view: {key} turns to it"
        return f"{ABOVE[what]} {state} at the top: {pressed('move.top')} goes there"

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
            work: WorkType[None] = partial(self._print, self._view.cable, driver)
            self._screen.run_worker(work, group="print")

    async def _print(self, cable: Cable, driver: LeanDriver) -> None:
        from tui.plainly import put  # seldom asked for

        look, today, own = self._view.look, time.strftime("%Y-%m-%d"), self._view.own
        with driver.aside():
            await put(printed(cable, look, today, own, self._screen.app.size.width))
        await self._screen.run_action("app.redraw")
