"""Levels and portion marks: what they mean and how they compare.

Order by 5 FAH-3 H-713: the level of the whole is that of its highest portion. NOFORN, SIPDIS,
EXDIS and the like are controls: they say who may see a cable, never how secret it is.
"""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
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


_SENSITIVE_WORDS = (
    "FOR OFFICIAL USE ONLY",
    "FOUO",
    "LIMITED OFFICIAL USE",
    "OFFICIAL USE ONLY",
    "SENSITIVE BUT UNCLASSIFIED",
    "SBU",
    "EFTO",
    "CUI",
)

_MARKS = {
    "U": ("UNCLASSIFIED", Level.UNCLASSIFIED),
    "UNCLAS": ("UNCLASSIFIED", Level.UNCLASSIFIED),
    "UNCLASSIFIED": ("UNCLASSIFIED", Level.UNCLASSIFIED),
    "FOUO": ("FOR OFFICIAL USE ONLY", Level.SENSITIVE),
    "SBU": ("SENSITIVE BUT UNCLASSIFIED", Level.SENSITIVE),
    "FOR OFFICIAL USE ONLY": ("FOR OFFICIAL USE ONLY", Level.SENSITIVE),
    "SENSITIVE BUT UNCLASSIFIED": ("SENSITIVE BUT UNCLASSIFIED", Level.SENSITIVE),
    "LOU": ("LIMITED OFFICIAL USE", Level.SENSITIVE),
    "LIMITED OFFICIAL USE": ("LIMITED OFFICIAL USE", Level.SENSITIVE),
    "EFTO": ("UNCLASSIFIED EFTO", Level.SENSITIVE),
    "CUI": ("CONTROLLED UNCLASSIFIED INFORMATION", Level.SENSITIVE),
    "C": ("CONFIDENTIAL", Level.CONFIDENTIAL),
    "CONFIDENTIAL": ("CONFIDENTIAL", Level.CONFIDENTIAL),
    "S": ("SECRET", Level.SECRET),
    "SECRET": ("SECRET", Level.SECRET),
    "TS": ("TOP SECRET", Level.TOP_SECRET),
    "TOP SECRET": ("TOP SECRET", Level.TOP_SECRET),
}

_CONTROLS = {
    "N": "NOFORN",
    "NF": "NOFORN",
    "NOFORN": "NOFORN",
    "FOUO": "FOUO",
    "SBU": "SBU",
    "OC": "ORCON",
    "ORCON": "ORCON",
    "NC": "NOCONTRACT",
    "PR": "PROPIN",
    "FGI": "FGI",
    "SCI": "SCI",
    "RELIDO": "RELIDO",
    "EXDIS": "EXDIS",
    "NODIS": "NODIS",
    "LIMDIS": "LIMDIS",
    "STADIS": "STADIS",
    "SIPDIS": "SIPDIS",
}


@lru_cache(maxsize=1024)
def rank(level: str | None) -> Level | None:
    """Rank of a level as any layout spells it; None for none and for a word that is no level.

    A prefix is not enough: `SECRETARY` is one of the faults of public collections, not a level.
    """
    if level is None:
        return None
    words = " ".join(level.upper().split())
    head = words.split("//")[0].strip()
    if head in ("UNCLASSIFIED", "UNCLAS", "U") or head in _SENSITIVE_WORDS:
        plain = head in ("UNCLASSIFIED", "UNCLAS", "U") and not _names_sensitive(words)
        return Level.UNCLASSIFIED if plain else Level.SENSITIVE
    if head == "UNCLASSIFIED EFTO":
        return Level.SENSITIVE
    found = {"CONFIDENTIAL": Level.CONFIDENTIAL, "SECRET": Level.SECRET}
    return found.get(head, Level.TOP_SECRET if head == "TOP SECRET" else None)


def _names_sensitive(words: str) -> bool:
    return any(word in words for word in _SENSITIVE_WORDS)


@lru_cache(maxsize=1024)
def portion(mark: str | None) -> Portion | None:
    """Read a portion mark, with or without brackets; None where it is none.

    Level and controls are parted by `/`, `//` or `-` (5 FAH-3 H-713); `(SBU/N)` means NOFORN
    (5 FAH-1 H-246). `U` with SBU or FOUO behind it ranks as sensitive.
    """
    if mark is None:
        return None
    words = mark.upper().strip().strip("()").replace("-", "/")
    words = words.replace(" NOFORN", "/NF").replace(" NF", "/NF")
    parts = [part.strip() for part in words.split("/")]
    head, rest = parts[0], [part for part in parts[1:] if part]
    known = _MARKS.get(head)
    if known is None:
        return None
    level, level_rank = known
    controls = ["SBU"] if head == "SBU" and rest else []
    for part in rest:
        control = _control(part)
        if control is None:
            return None
        controls.append(control)
    if level_rank is Level.UNCLASSIFIED and ("SBU" in controls or "FOUO" in controls):
        level, level_rank = _MARKS["SBU" if "SBU" in controls else "FOUO"]
    return Portion(level, level_rank, tuple(controls))


def _control(part: str) -> str | None:
    if part == "REL" or part.startswith(("REL ", "RELTO")):
        return " ".join(part.split())
    return _CONTROLS.get(part)


def check(
    level: str | None, captions: Sequence[str], portions: Sequence[str | None]
) -> tuple[str, ...]:
    """Hold the level of a whole against its portions; the names of what does not agree.

    `portion-above-banner`, `banner-above-highest-portion`, `unmarked-portion` (some are marked,
    not all), `portion-control-missing-from-banner:NOFORN`. No marks at all is no fault: cables
    before about 1982 have none, and UNCLASSIFIED ones need none.
    """
    banner = rank(level)
    marks = [portion(mark) for mark in portions]
    read = [mark for mark in marks if mark is not None]
    if banner is None or not read:
        return ()
    if banner is Level.UNCLASSIFIED and any(
        _names_sensitive(c) or c == "SENSITIVE" for c in captions
    ):
        banner = Level.SENSITIVE
    highest = max(mark.rank for mark in read)
    problems = []
    if highest > banner:
        problems.append("portion-above-banner")
    if highest < banner:
        problems.append("banner-above-highest-portion")
    if len(read) < len(marks):
        problems.append("unmarked-portion")
    said = f"{level} {' '.join(captions)}"
    if any("NOFORN" in mark.controls for mark in read) and "NOFORN" not in said:
        problems.append("portion-control-missing-from-banner:NOFORN")
    return tuple(problems)
