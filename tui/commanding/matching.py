"""What is meant by a few letters: names that begin so first, then what is said of them."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

PARTS = re.compile(r"[^\W_]+")
FEWEST = 2
"""Letters from which on they may stand anywhere; one alone is in nearly every name."""


def matching(typed: str, choices: Iterable[T], told: Callable[[T], tuple[str, str]]) -> list[T]:
    """Give those of some choices that typed letters may mean, the likeliest first.

    `told` gives the name of one and what is said of it. A name that is just that goes first, then
    those that begin so, have a part that does, have the letters somewhere, are said to be so, and
    have the letters in that order. No letters mean all, in their own order.
    """
    wanted = typed.casefold().strip()
    ranked = [(how(wanted, *told(each)), each) for each in choices]
    found = [(rank, each) for rank, each in ranked if rank is not None]
    return [each for _, each in sorted(found, key=lambda one: one[0])]


def how(wanted: str, name: str, about: str) -> int | None:
    """Rank how well letters fit a name or what is said of it, 0 for best; None for not at all."""
    name = name.casefold()
    if name == wanted or not wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if begins(wanted, name):
        return 2
    if len(wanted) < FEWEST:
        return None
    if wanted in name:
        return 3
    if begins(wanted, about.casefold()):
        return 4
    return 5 if in_order(wanted, name) else None


def begins(wanted: str, text: str) -> bool:
    """Tell whether each word wanted begins one of a text."""
    parts = PARTS.findall(text)
    return all(any(part.startswith(word) for part in parts) for word in wanted.split())


def in_order(letters: str, name: str) -> bool:
    """Tell whether a name has the letters in their order, whatever stands between."""
    rest = iter(name)
    return all(letter in rest for letter in letters)
