"""Counts of cables over time, for a histogram."""

from collections.abc import Mapping

MONTHS = 36
"""Counts that span no more months are given by month, else by year."""


def by_time(months: Mapping[int, int]) -> list[tuple[str, int]]:
    """Give counts by month (200907) as a calendar: `2009-07`, or `2009` where they span many.

    The oldest comes first; months and years between without a cable are there with 0.
    """
    if not months:
        return []
    counts = {_ordinal(month): count for month, count in months.items()}
    first, last = min(counts), max(counts)
    if last - first < MONTHS:
        every = range(first, last + 1)
        return [(f"{at // 12:04}-{at % 12 + 1:02}", counts.get(at, 0)) for at in every]
    years = dict.fromkeys(range(first // 12, last // 12 + 1), 0)
    for at, count in counts.items():
        years[at // 12] += count
    return [(f"{year:04}", count) for year, count in years.items()]


def _ordinal(month: int) -> int:
    return month // 100 * 12 + month % 100 - 1
