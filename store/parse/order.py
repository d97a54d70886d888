"""The E.O. line: the executive order, and until when or why it keeps the cable classified.

Orders 11652 (1973), 12065 (1978), 12356 (1982), 12958 (1995), 13526 (2010).
"""

import re
from datetime import date
from functools import lru_cache

from store.cable import ExecutiveOrder
from store.parse import identifier

ORDERS = ("10501", "10964", "11652", "12065", "12356", "12958", "13292", "13526")
LABEL = re.compile(r"E\.? ?[O0]\.?[ :\-]{0,3}(\d{4,5})\b", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"N ?[/.]? ?A\b|NOT APPLICABLE|NONE\b", re.IGNORECASE)
_DECLASSIFY = re.compile(
    r"DECL(?:AS(?:SIFY)?)?(?: ?ON)?(?:[ :.]+|$)|DECLAS(?:S)?\b[ :.]*", re.IGNORECASE
)
_DATE = re.compile(
    r"(?P<y>\d{4})[/.\-](?P<m>\d{1,2})[/.\-](?P<d>\d{1,2})"
    r"|(?P<m2>\d{1,2})[/.\-](?P<d2>\d{1,2})[/.\-](?P<y2>\d{4}|\d{2})"
    r"|(?P<d3>\d{1,2}) (?P<n3>[A-Z]{3})[A-Z]{0,6},? (?P<y3>\d{4}|\d{2})\b"
    r"|(?P<n4>[A-Z]{3})[A-Z]{0,6} (?P<d4>\d{1,2}),? (?P<y4>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_EXEMPTION = re.compile(r"OADR|25X\d|X-?[1-8]\b", re.IGNORECASE)
_SCHEDULE = re.compile(r"XGDS ?-?[1-4]?|TGDS|RDS ?-?[1-4]?|GDS|ADS", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read(text: str) -> ExecutiveOrder | None:
    """Read an E.O. line from its label on, TAGS and what else follows on it already cut off."""
    found = LABEL.search(text)
    if found is None:
        return None
    number = _known(found[1])
    rest = text[found.end() :].lstrip(" :.;,-").strip()
    not_applicable = _NOT_APPLICABLE.match(rest) is not None
    schedule = _SCHEDULE.match(rest)
    label = _DECLASSIFY.search(rest)
    value = rest[label.end() :].strip() if label else rest
    if not_applicable or (schedule and not label):
        value = ""
    # E.O. 12065 wrote `GDS 3/1/81`, 11652 `GDS` alone.
    day = _day(rest[schedule.end() :].lstrip(" ,")) if schedule and not label else _day(value)
    exemptions = tuple(word.upper().replace("-", "") for word in _EXEMPTION.findall(value))
    event = value if value and day is None and not exemptions else None
    return ExecutiveOrder(
        order=number,
        not_applicable=not_applicable,
        declassify_on=day,
        event=event,
        exemptions=exemptions,
        schedule=schedule[0].upper().replace(" ", "").replace("-", "") if schedule else None,
        text=rest,
    )


def _known(number: str) -> str:
    """Give a number with one digit lost or wrong its one near order: 1295 is 12958."""
    if number in ORDERS:
        return number
    near = [order for order in ORDERS if _one_digit_away(number, order)]
    return near[0] if len(near) == 1 else number


def _one_digit_away(number: str, order: str) -> bool:
    if len(number) == len(order):
        if sorted(number) == sorted(order):
            return True  # 12598 is 12958
        return sum(a != b for a, b in zip(number, order, strict=True)) == 1
    return number in {order[:i] + order[i + 1 :] for i in range(len(order))}


def _day(value: str) -> str | None:
    """Read a day at the beginning; one further on belongs to the words of an event."""
    found = _DATE.match(value)
    if found is None:
        return None
    part = {name[0]: value for name, value in found.groupdict().items() if value}
    name = part.get("n", "").upper()
    if name and name not in _MONTHS:
        return None
    month = _MONTHS.index(name) + 1 if name else int(part["m"])
    try:
        return date(identifier.full_year(part["y"]), month, int(part["d"])).isoformat()
    except ValueError:
        return None
