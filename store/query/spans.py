"""Where what a query asks for stands in a text."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import islice

from store.query.values import And, Near, Or, Prefix, Query, Word, Words
from store.query.words import WORD, folded

Span = tuple[int, int]

IN_TEXT = (None, "subject", "body")
"""Fields whose words can be shown in a cable's text."""

MOST = 50_000
"""Places in one text that are found at most: no one goes through more."""

BETWEEN = r"[\W_]+"
"""What parts two words."""


def spans(query: Query, text: str, skip: Sequence[Span] = ()) -> list[Span]:
    """Find where a query's words stand in `text`: ascending, none within another.

    What the query excludes is never among them. `skip` are spans that are read over, as a page
    break in the middle of a phrase. They are those among the first MOST that are found.
    """
    kept: list[Span] = []
    first = set(islice(found(query, text, skip), MOST))
    for start, end in sorted(first, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def found(query: Query, text: str, skip: Sequence[Span] = (), start: int = 0) -> Iterator[Span]:
    """Find as `spans` does, from `start` on, as far as one reads on: the first costs little.

    They ascend by where they start, but may stand within one another.
    """
    plain, offsets = folded(text)
    plain = blanked(plain, [(_position(offsets, a), _position(offsets, b)) for a, b in skip])
    at = _position(offsets, start)
    for begin, end in merge(*(_found(part, plain, at) for part in _sought(query))):
        yield (begin, end) if offsets is None else (offsets[begin], offsets[end])


def blanked(text: str, skip: Sequence[tuple[int, int]]) -> str:
    """Put blanks in the place of some spans of a text, which ascend apart from each other."""
    if not skip:
        return text
    parts, at = [], 0
    for start, end in skip:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _sought(query: Query) -> Iterator[Word | Words | Prefix | Near]:
    """Give the parts of a query that a text can show."""
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from _sought(part)
    elif isinstance(query, Word) or (
        isinstance(query, Words | Prefix | Near) and query.field in IN_TEXT
    ):
        yield query


def _found(part: Word | Words | Prefix | Near, plain: str, start: int) -> Iterator[Span]:
    if isinstance(part, Near):
        return iter(sorted(_near(part, plain, start)))
    return (match.span() for match in _pattern(part).finditer(plain, start))


@lru_cache(maxsize=32, typed=True)
def _pattern(part: Word | Words | Prefix) -> re.Pattern[str]:
    """Match whole words in a folded text.

    What may not stand before the first is looked for behind it, so that the pattern begins with
    letters: a search for letters is ten times as fast. Values of two types can be equal tuples, so
    the cache goes by type as well.
    """
    if isinstance(part, Word):
        every = (part.word, *part.forms)
        first = _beginning(every)
        rest = f"(?:{'|'.join(re.escape(each[len(first) :]) for each in every)})"
    else:
        first = part.words[0]
        rest = "".join(BETWEEN + word for word in part.words[1:])
        rest += r"[^\W_]*" if isinstance(part, Prefix) else ""
    return re.compile(rf"{first}(?<![^\W_]{first}){rest}(?![^\W_])")


def _beginning(every: Sequence[str]) -> str:
    """Give the letters that all words begin with."""
    first, last = min(every), max(every)
    same = (at for at, letter in enumerate(first) if letter != last[at])
    return first[: next(same, len(first))]


def _near(part: Near, plain: str, start: int) -> Iterator[Span]:
    """Give the words of every place where all of them are near one another.

    As in the index, how far a word is out of its place counts: `b a` is two away from `a b`.
    """
    places: dict[str, list[int]] = {}
    for place, word in enumerate(part.words):
        places.setdefault(word, []).append(place)
    stands = sorted(
        (number - place, place, match.span())
        for number, match in enumerate(WORD.finditer(plain, start))
        for place in places.get(match[0], ())
    )
    within: Counter[int] = Counter()
    first = given = 0
    for last, (at, place, _) in enumerate(stands):
        within[place] += 1
        while at - stands[first][0] > part.within:
            within[stands[first][1]] -= 1
            first += 1
        if all(within[place] for place in range(len(part.words))):
            given = max(given, first)
            yield from (span for _, _, span in stands[given : last + 1])
            given = last + 1


def _position(offsets: list[int] | None, offset: int) -> int:
    """Give the place in a folded text of an offset in the original."""
    return offset if offsets is None else bisect_left(offsets, offset)
