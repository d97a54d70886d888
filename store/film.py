"""The film number of a record in the National Archives: where its original was filmed.

`D740169-1020` is frame 1020 of roll 169 of 1974, filmed from the digital record; `P` stands for
paper, `N` for what was held apart as NODIS.
"""

import re
from typing import NamedTuple

_NUMBER = re.compile(r"([DNP])(\d{2})(\d{4})-(\d{1,5})")


class Film(NamedTuple):
    """A film number in its parts: `D-Reel`, the year, the roll, the frame."""

    reel: str
    year_filmed: int
    roll: int
    frame: int


def film(number: str) -> Film | None:
    """Read a film number; None for what is none."""
    found = _NUMBER.fullmatch(number.strip().upper())
    if found is None:
        return None
    letter, year, roll, frame = found.groups()
    return Film(f"{letter}-Reel", 1900 + int(year), int(roll), int(frame))
