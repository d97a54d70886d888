"""The days of a date as it is written in a query line."""

import re

from store.errors import QueryInvalid

_DATE = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")


def days(text: str, column: int) -> tuple[int, int]:
    """Give the first and the last day of a year, a month or a day, as numbers (20090722).

    `column` is where the text stands in its line, for QueryInvalid.
    """
    match = _DATE.fullmatch(text)
    if match is not None:
        year, month, day = (int(part or 0) for part in match.groups())
        if _is_day(year, month or 1, day or 1) and (match[2] is None or month):
            if match[3] is None:
                return _number(year, month or 1, 1), _number(year, month or 12, 31)
            if day:
                return _number(year, month, day), _number(year, month, day)
    raise QueryInvalid(
        f"There is no date {text}." if text else "A date is missing.",
        column,
        "a year, a month or a day (2009, 2009-07, 2009-07-22)",
    )


def _number(year: int, month: int, day: int) -> int:
    return (year * 100 + month) * 100 + day


def _is_day(year: int, month: int, day: int) -> bool:
    from datetime import date

    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
