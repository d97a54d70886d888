"""Where some letters stand in a text: what a reader looks for within one cable."""

import re
from collections.abc import Sequence
from itertools import islice

from store.query import fold
from store.query.spans import MOST, blanked

NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def find(text: str, sought: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Find where `sought` stands in `text`, also within words: ascending, apart from each other.

    Case and accents do not count, and a blank is any run of blanks and line ends. `skip` are
    spans that are read over, as a page break in the middle of a sentence. MOST at most.
    """
    parts = [re.escape(part) for part in _folded(sought).split()]
    if not parts:
        return []
    folded = blanked(_folded(text), skip)
    return [match.span() for match in islice(re.finditer(r"\s+".join(parts), folded), MOST)]


def _folded(text: str) -> str:
    """Take case and accents away where that keeps the length, so that offsets stay true."""
    return NOT_ASCII.sub(_one, text).lower()


def _one(match: re.Match[str]) -> str:
    folded = fold(match[0])
    return folded if len(folded) == 1 else match[0]
