"""The name that was meant by one that is none."""

from collections.abc import Iterable

LIKE = 0.6
"""How much of two names must be the same, of 1, for one to be meant by the other."""


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """Give the name that is most like one that is none; None where none is much like it."""
    from difflib import get_close_matches  # most names that are typed are right

    found = get_close_matches(typed.casefold(), list(names), 1, LIKE)
    return found[0] if found else None
