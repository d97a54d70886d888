"""Where some letters stand in a text: what a reader looks for within one cable."""

import re
from collections.abc import Sequence
from itertools import islice

from store.query.spans import MOST, blanked
from store.query.words import alike

MARKS = "[\u0300-\u036f]"
"""Accents that follow their letter as characters of their own."""


def find(text: str, sought: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Find where `sought` stands in `text`, also within words: ascending, apart from each other.

    Case and accents do not count, and a blank is any run of blanks and line ends. `skip` are
    spans that are read over, as a page break in the middle of a sentence. MOST at most.
    """
    parts = re.sub(MARKS, "", alike(sought)).split()
    if not parts:
        return []
    plain = blanked(alike(text), skip)
    accents = f"{MARKS}*" if re.search(MARKS, plain) else ""
    words = ["".join(re.escape(letter) + accents for letter in part) for part in parts]
    return [match.span() for match in islice(re.finditer(r"\s+".join(words), plain), MOST)]
