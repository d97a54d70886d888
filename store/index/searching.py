"""Hits and counts, out of a searcher of the index as it is at one moment."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

import tantivy

from store.errors import QueryInvalid
from store.index.asking import asked
from store.index.grouped import GROUPINGS, wanted_of
from store.index.schema import FACETS
from store.query import And, Between, Query

NEWEST, OLDEST, RELEVANCE = "newest", "oldest", "relevance"
ORDERS = {NEWEST: tantivy.Order.Desc, OLDEST: tantivy.Order.Asc}

FAR = 5_000
"""Hits from where on a place in an order by date is looked up by months: a hit that is passed over
costs tantivy time, to count them all by month as much as to pass over so many."""
VALUES = 65_000
"""More values than any counted field has: with fewer asked for, tantivy's counts are not exact."""
THREADS = 4
"""Columns counted at the same time."""
UNDATED = 0
"""The month of cables without a date."""

Found = tuple[int, list[int]]


class Wanted(NamedTuple):
    """Which hits are wanted: at most `most` of them from `start` in an order."""

    start: int
    most: int
    order: str


def hits(searcher: Any, query: Query, wanted: Wanted) -> Found:
    """Count all hits, and give the keys of those wanted."""
    if wanted.order in GROUPINGS:
        return _by_group(searcher, query, wanted)
    if wanted.start < FAR or wanted.order == RELEVANCE:
        return _hits(searcher, query, wanted)
    months = _tally(searcher, asked(query), "month", missing=UNDATED)
    near = _near(months, wanted)
    if near is None:
        return _hits(searcher, query, wanted)
    first, last, before = near
    days = Between("date", first * 100, last * 100 + 99)
    there = wanted._replace(start=wanted.start - before)
    return sum(months.values()), _hits(searcher, And((query, days)), there)[1]


def _hits(searcher: Any, query: Query, wanted: Wanted) -> Found:
    start, most, order = wanted
    by_date = {} if order == RELEVANCE else {"order_by_field": "moment", "order": ORDERS[order]}
    with _told():
        found = searcher.search(asked(query), limit=max(most, 1), offset=start, **by_date)
    addresses = [address for _, address in found.hits]
    keys = searcher.fast_field_values("key", addresses) if addresses else []
    return found.count, [int(key) for key in keys][:most]


def _by_group(searcher: Any, query: Query, wanted: Wanted) -> Found:
    grouping = GROUPINGS[wanted.order]
    total, _ = _hits(searcher, query, Wanted(0, 0, NEWEST))
    sizes = _tally(searcher, asked(query), grouping.column)
    parts = wanted_of(query, grouping, sizes, total, wanted.start, wanted.most)
    keys = [hits(searcher, part, Wanted(start, most, NEWEST))[1] for part, start, most in parts]
    return total, [key for some in keys for key in some]


def _near(months: Mapping[int, int], wanted: Wanted) -> tuple[int, int, int] | None:
    """Give the first and last month with hits that are wanted, and how many hits come before.

    None where those without a date are among them, which come last in either order.
    """
    end = wanted.start + wanted.most
    before = reached = 0
    within: list[int] = []
    for month in sorted(set(months) - {UNDATED}, reverse=wanted.order == NEWEST):
        reached += months[month]
        if reached <= wanted.start:
            before = reached
        else:
            within.append(month)
        if reached >= end:
            return (min(within), max(within), before) if within else None
    return None


def highest(searcher: Any) -> int:
    """Give the greatest key of a cable, 0 where there is none."""
    every = tantivy.Query.all_query()
    found = searcher.search(every, limit=1, count=False, order_by_field="key")
    return max((int(key) for key, _ in found.hits), default=0)


def counts(searcher: Any, query: Query, fields: Sequence[str]) -> dict[str, Counter[Any]]:
    """Count the hits by the values of fields, all columns at the same time."""
    sought = asked(query)
    columns = [(field, column) for field in set(fields) for column in FACETS[field]]
    found = _together(searcher, sought, [column for _, column in columns])
    told: dict[str, Counter[Any]] = {field: Counter() for field in fields}
    for (field, _), tally in zip(columns, found, strict=True):
        told[field].update(tally)
    return told


def _together(searcher: Any, sought: Any, columns: Sequence[str]) -> list[dict[Any, int]]:
    if len(columns) == 1:
        return [_tally(searcher, sought, columns[0])]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(partial(_tally, searcher, sought), columns))


def _tally(searcher: Any, sought: Any, column: str, **more: Any) -> dict[Any, int]:
    asking = {column: {"terms": {"field": column, "size": VALUES, **more}}}
    with _told():
        buckets = searcher.aggregate(sought, asking)[column]["buckets"]
    return {
        each["key"] if isinstance(each["key"], str) else int(each["key"]): each["doc_count"]
        for each in buckets
    }


@contextmanager
def _told() -> Iterator[None]:
    """Say of a query that is too much for tantivy what to do about it."""
    try:
        yield
    except ValueError as error:
        if "max expansions" not in str(error):
            raise
        raise QueryInvalid(
            "Too many words begin so within a phrase.", 1, "more letters before *"
        ) from error
