"""Counts of cables by level, such that a query for what is named finds as many."""

from collections import Counter
from collections.abc import Mapping

from store.marking import Level, rank


def by_level(values: Mapping[str, int]) -> Counter[str]:
    """Count SECRET whatever its controls, as `level:SECRET` finds it, and SECRET//NOFORN as well.

    What ranks as SENSITIVE goes by several names that are not one thing: each is counted alone.
    """
    counts: Counter[str] = Counter()
    for value, count in values.items():
        found = rank(value)
        name = value if found in (None, Level.SENSITIVE) else _name(found)
        for each in {name, value}:
            counts[each] += count
    return counts


def _name(level: Level) -> str:
    return level.name.replace("_", " ")
