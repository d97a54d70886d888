"""Words as a search knows them: case and accents folded, parted by what is no letter or digit."""

import re
import unicodedata
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")

SHORT = 2
"""Prefixes of so many letters, or fewer, are terms of the index: one begins 10,000s of words."""

_SHORT = re.compile(rf"(?<![^\W_])[^\W_]{{1,{SHORT}}}")
_JOINED = ("id", "post", "ref")


def words(text: str) -> tuple[str, ...]:
    """Take a text apart into folded words, as the index does."""
    return tuple(WORD.findall(fold(text)))


def fold(text: str) -> str:
    """Take case and accents away; ASCII text keeps its length."""
    return text.lower() if text.isascii() else NOT_ASCII.sub(_folded_match, text).lower()


def joined(field: str, words: Sequence[str]) -> str:
    """Spell the words of a whole value as the index does: an id, a post without blanks."""
    return ("" if field in _JOINED else " ").join(words)


def short(text: str) -> list[str]:
    """Give the first letter, and the first two, of every word of a folded text."""
    pairs = set(_SHORT.findall(" ".join(set(text.split()))))
    return list(pairs | {pair[0] for pair in pairs})


def folded(text: str) -> tuple[str, list[int] | None]:
    """Fold, and give for each place in the result its offset in `text`; None for the same."""
    plain = fold(text)
    if all(len(_folded_character(c)) == 1 for c in set(NOT_ASCII.findall(text))):
        return plain, None
    lengths = (1 if c.isascii() else len(_folded_character(c)) for c in text)
    offsets = [at for at, length in enumerate(lengths) for _ in range(length)]
    return plain, [*offsets, len(text)]


def _folded_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in plain if not unicodedata.combining(part))


def _folded_match(match: re.Match[str]) -> str:
    return _folded_character(match[0])
