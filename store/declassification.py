"""Until when a cable's own E.O. line keeps it classified, seen from a given day.

A date is plain. The general declassification schedule of E.O. 11652 (section 5, 1972) ends with
the sixth full calendar year for CONFIDENTIAL, the eighth for SECRET, the tenth for TOP SECRET.
Events, OADR and exemptions end on no day that a line could tell. Days are ISO (`2018-07-24`).
"""

from store.cable import Cable
from store.marking import Level, rank

_YEARS = {Level.CONFIDENTIAL: 6, Level.SECRET: 8, Level.TOP_SECRET: 10}


def ends(cable: Cable) -> str | None:
    """Give the day on which the classification ends by the E.O. line; None where it names none."""
    order = cable.eo
    if order is None or order.not_applicable:
        return None
    if order.declassify_on is not None:
        return order.declassify_on
    years = _YEARS.get(rank(cable.level) or Level.UNCLASSIFIED)
    if order.schedule == "GDS" and years is not None and cable.date is not None:
        return f"{int(cable.date[:4]) + years}-12-31"
    return None


def past(cable: Cable, today: str) -> bool | None:
    """Whether that day is past on another; None where the line names none."""
    end = ends(cable)
    return None if end is None else end < today
