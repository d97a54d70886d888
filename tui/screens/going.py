"""Going somewhere by name, as the command line says it: a row, a date, a paragraph."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from tui.keys import pressed
from tui.widgets.cable_list import CableList
from tui.widgets.cable_view import CableView

if TYPE_CHECKING:
    from tui.screens.listing import Listing

DATE = re.compile(r"\d{4}-|\d{4}-\d\d(-\d\d)?")
ROW = re.compile(r"\d{1,9}")
"""A year alone is a row too, so a hyphen makes it a year: `2009-`."""


async def to_row(rows: CableList[Any], listing: "Listing", place: str) -> str | None:
    """Go to a row of a list by its number, to a date, or to the end; say where one can go."""
    if ROW.fullmatch(place):
        rows.move_to(int(place) - 1)
    elif place.casefold() == "end":
        rows.move_to(rows.count - 1)
    elif not is_date(place):
        return "Go to a row (120), a date (2009-, 2009-07, 2009-07-22) or the end (end)"
    elif not listing.by_date:
        orders = " or ".join(map(pressed, ("order.newest", "order.oldest")))
        return f"These do not go by date: sort by date first ({orders})"
    else:
        await listing.go(place.rstrip("-"))
    return None


def to_paragraph(view: CableView, place: str) -> str | None:
    """Go to a paragraph by its number; where there is no such paragraph, say which there are."""
    wanted = place.lstrip("¶").strip()
    if view.cable and wanted in view.names:
        view.reach(view.cable.paragraphs[view.names.index(wanted)].words)
        return None
    if DATE.fullmatch(wanted):
        return f"Dates are gone to in the list: {pressed('view.back')} goes back to it"
    last = view.names[-1:]
    return f"No ¶{wanted}: {f'the last is ¶{last[0]}' if last else 'this cable has none'}"


def is_date(line: str) -> bool:
    """Tell whether a line is a year (`2009-`), a month or a day of the calendar."""
    if not DATE.fullmatch(line):
        return False
    try:
        date.fromisoformat(f"{line.rstrip('-')}-01-01"[:10])
    except ValueError:
        return False
    return True
