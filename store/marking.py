"""Levels and portion marks: what they mean and how they compare.

Order by 5 FAH-3 H-713: the level of the whole is that of its highest portion. NOFORN, SIPDIS,
EXDIS and the like are controls: they say who may see a cable, never how secret it is.
"""

from enum import IntEnum
from typing import NamedTuple


class Level(IntEnum):
    """The five ranks. SENSITIVE stands for SBU, FOUO, LOU and EFTO, which rank alike."""

    UNCLASSIFIED = 0
    SENSITIVE = 1
    CONFIDENTIAL = 2
    SECRET = 3
    TOP_SECRET = 4


class Portion(NamedTuple):
    """A portion mark taken apart: `(SBU/N)` is SENSITIVE BUT UNCLASSIFIED with NOFORN."""

    level: str
    rank: Level
    controls: tuple[str, ...]


def rank(level: str | None) -> Level | None:
    """Rank of a level as any layout spells it; None for none and for a word that is no level."""
    raise NotImplementedError


def portion(mark: str | None) -> Portion | None:
    """Read a portion mark, with or without brackets; None where it is none."""
    raise NotImplementedError
