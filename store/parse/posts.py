"""Posts as the last words before a number name them: `PORT AU PRINCE` is PORTAUPRINCE."""

from collections.abc import Sequence
from functools import lru_cache

from store import reference
from store.parse import identifier

_LONGEST_POST = 4
"""The most words a post's name takes."""
_SHORTEST_NEAR = 5
"""A shorter word may well be another: `COSTA RICA 12` is not of Riga."""


def exact_post(words: Sequence[str]) -> tuple[str | None, int]:
    """Give the post the last words name and how many words it took; (None, 0) for none.

    Spelt as reference ids do (`PORT AU PRINCE` is PORTAUPRINCE); the longest name wins.
    """
    return _exact(tuple(words[-_LONGEST_POST:]))


@lru_cache(maxsize=4096)
def _exact(words: tuple[str, ...]) -> tuple[str | None, int]:
    for count, joined in _endings(words):
        for name in (joined, joined.removesuffix("CITY")):
            short = reference.abbreviations().get(name)
            if short is not None or name in reference.posts():
                return short or name, count
    return None, 0


def _endings(words: Sequence[str]) -> list[tuple[int, str]]:
    """Join the last words to one, the most of them first."""
    spelt = [
        "".join(filter(str.isalpha, word.replace("0", "O"))) for word in words[-_LONGEST_POST:]
    ]
    return [(count, "".join(spelt[-count:])) for count in range(len(spelt), 0, -1)]


def near_post(words: Sequence[str]) -> str | None:
    """Give the post the last words name, repaired where only one known post is near."""
    exact, _ = exact_post(words)
    if exact is not None:
        return exact
    for _, joined in _endings(words):
        if len(joined) < _SHORTEST_NEAR:
            break
        post = identifier.repaired_post(joined)[0]
        if post in reference.posts():
            return post
    return None
