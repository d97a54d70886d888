"""What lists show of cables, and what it is made from."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """What a list shows of a cable; `key` is the library's own, stable while the cable is held.

    `serious` marks a cable with a finding of a serious kind.
    """

    key: int
    id: str
    date: str | None
    origin: str | None
    level: str | None
    subject: str | None
    version: int = 1
    serious: bool = False


class Hit(NamedTuple):
    """A cable that a search found; `marks` are the spans of the hits in `snippet`, one line."""

    row: Row
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class Stretch(NamedTuple):
    """A part of a text, offsets as everywhere."""

    start: int
    end: int


class Prose(NamedTuple):
    """What a sentence is taken from: paragraphs from their first word, page breaks, in order."""

    text: str
    subject: str
    paragraphs: Sequence[Stretch] = ()
    breaks: Sequence[Stretch] = ()
