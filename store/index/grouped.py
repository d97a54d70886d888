"""Hits in an order by groups: by who sent them, by how secret they are; the newest first in each.

tantivy could sort by such a column too, but leaves those that are alike as they came, and passes
over hits at a cost; how many hits each group has, it counts in a millisecond.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from store.query.values import And, Between, Not, Prefix, Query, Words

ORIGIN, CLASS = "origin", "class"


class Grouping(NamedTuple):
    """A column of the index by which hits are grouped.

    `group` asks for those of a value, `rest` for those that have none and go last; `falling` puts
    the greatest value first.
    """

    column: str
    group: Callable[[Any], Query]
    rest: Query
    falling: bool = False


GROUPINGS = {
    ORIGIN: Grouping(
        "by_origin",
        lambda origin: Words("by_origin", (origin,)),
        Not(Prefix("by_origin", ("",))),
    ),
    CLASS: Grouping(
        "rank",
        lambda rank: Between("level", rank, rank),
        Not(Between("level", 0, None)),
        falling=True,
    ),
}
"""The orders by groups there are."""


class Group(NamedTuple):
    """The hits of one group that are wanted: `most` from `start`."""

    query: Query
    start: int
    most: int


def wanted_of(
    query: Query, grouping: Grouping, sizes: dict[Any, int], total: int, start: int, most: int
) -> list[Group]:
    """Say which hits of which groups are `most` of all from `start`."""
    names = sorted(sizes, reverse=grouping.falling)
    parts = [(grouping.group(name), sizes[name]) for name in names]
    parts.append((grouping.rest, total - sum(sizes.values())))
    found = []
    for part, size in parts:
        if start < size and most > 0:
            found.append(Group(And((query, part)), start, min(most, size - start)))
            most -= found[-1].most
        start = max(start - size, 0)
    return found
