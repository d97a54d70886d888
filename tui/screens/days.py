"""Going through a list by its days."""

from asyncio import to_thread
from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.errors import ReftelError
from store.row import Hit
from tui.keys import pressed
from tui.screens.frame import Frame
from tui.screens.listing import OLDEST, Listing, View, position, rows, told
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from store.library import Library


NOT_BY_DATE = "These do not go by date: sort by date first ({})"


FIRST = "0001-01-01"
"""What has no date stands before all days, or behind them."""


class Days:
    """Goes from the cables of one day to those of another."""

    def __init__(
        self, screen: Frame, rows: CableList[Hit], listing: Listing, library: "Library"
    ) -> None:
        self._screen = screen
        self._rows = rows
        self._listing = listing
        self._library = library

    async def action_step(self, way: int) -> None:
        """Go so many days on as were typed, one without a number; back where negative."""
        days = way * (self._screen.counted() or 1)
        if not self._listing.by_date:
            self._screen.say(
                f"These do not go by date: sort by date first ({pressed('order.date')})"
            )
            return
        view, at = self._listing.view, self._rows.cursor
        try:
            found = await to_thread(stepped, self._library, view, at, days)
        except ReftelError as error:
            self._screen.say(told(error))
            return
        if found is None:
            self._screen.say("No day further on" if way > 0 else "No day before")
        else:
            self._rows.move_to(found)
            self._screen.settle()


def stepped(library: "Library", view: View, at: int, days: int) -> int | None:
    """Find the first row so many days after a row of a view, as far as it goes; before for -1.

    None where there is no other day.
    """
    found = None
    for _ in range(abs(days)):
        row = after(library, view, at) if days > 0 else before(library, view, at)
        if row is None:
            break
        found = at = row
    return found


def after(library: "Library", view: View, at: int) -> int | None:
    """Find the row at which the day after that of a row begins."""
    day = dated(library, view, at)
    row = position(library, view, turned(day, 1 if view.order == OLDEST else -1) if day else FIRST)
    return row if row > at and dated(library, view, row) else None


def turned(day: str, days: int) -> str:
    """Give the day so many days on; the same at an end of the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def before(library: "Library", view: View, at: int) -> int | None:
    """Find the row at which the day of a row begins; from that row on, the day before it."""
    day = dated(library, view, at)
    begin = at if day is None else position(library, view, day)
    if begin < at:
        return begin
    day = dated(library, view, at - 1) if at else None
    return None if day is None else position(library, view, day)


def dated(library: "Library", view: View, at: int) -> str | None:
    """Give the day of a row; None where it has none, or there is no such row."""
    found = rows(library, view, at, 1)
    return found[0].date[:10] if found and found[0].date else None
