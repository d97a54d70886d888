"""Dates as collections write them."""

import pytest

from store.layouts import naming


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("12/28/1966 18:48", "1966-12-28", "18:48"),
        ("1/2/2010 3:05", "2010-01-02", "03:05"),
        ("31/12/2019", "2019-12-31", None),
        ("2009-07-22 03:36", "2009-07-22", "03:36"),
        ("01-Jan-1994 12:00:00 am", "1994-01-01", None),
        ("01 jan 1994", "1994-01-01", None),
        ("31/13/2019", None, None),
        ("2019-31-12", None, None),
        ("soon", None, None),
    ],
)
def test_moment(text: str, day: str | None, time: str | None) -> None:
    assert naming.moment(text, day_first=text.startswith("31/")) == (day, time)
