"""What routing indicators stand for, as the cables themselves say it.

`RUEHXD/MOSCOW POLITICAL COLLECTIVE` on a TO or INFO line names its own indicator; no table holds
all of them, the collectives least of all.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from store.cable import Cable

if TYPE_CHECKING:
    from store.library import Library

Names = dict[str, dict[str, int]]
"""By indicator, each name it was given and how often."""


def learn(names: Names, cable: Cable) -> None:
    """Count the names a cable gives to indicators."""
    header = cable.header
    for one in (*header.to, *header.info, *header.excluded):
        if one.routing is not None and one.name:
            given = names.setdefault(one.routing, {})
            given[one.name] = given.get(one.name, 0) + 1


def learnt(cables: Iterable[Cable]) -> Names:
    """Count the names that cables give to indicators."""
    names: Names = {}
    for cable in cables:
        learn(names, cable)
    return names


def settled(names: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Settle on the name most often given to each indicator; of equals the first in the alphabet.

    `RUEHC` stands for many bureaus in Washington: what is said most often wins.
    """
    return {
        indicator: min(given, key=lambda name: (-given[name], name))
        for indicator, given in names.items()
    }


def named(library: "Library", indicator: str) -> str | None:
    """Say what the newest cables of a library that are addressed by an indicator call it.

    Nothing is kept: the index finds such cables faster than a table of names could be kept true.
    """
    found = library.search(f'to:"{indicator}"').page(count=_ASKED).rows
    return settled(learnt(library.get(row.id) for row in found)).get(indicator)


_ASKED = 9
"""Cables asked: the name that most of them give is the one."""
