"""The classification line: the telegram's own marking, its section, post and number.

`UNCLAS SECTION 01 OF 02 MOSCOW 001869`; the level may be spaced (`C O N F I D E N T I A L`) and
may be glued to the header line before it (09MOSCOW1869, line 19).
"""

import re
from typing import NamedTuple

from store.cable import ClassificationLine


class Marked(NamedTuple):
    """A classification line found in a line; `start` is where in that line it begins."""

    start: int
    line: ClassificationLine


_LEVEL = re.compile(
    r"UNCLAS(?:SIFIED)?(?: ?E ?F ?T ?O\b)?|U N C L A S(?: S I F I E D)?(?: E F T O\b)?"
    r"|T ?O ?P +S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T"
    r"|L ?I ?M ?I ?T ?E ?D +O ?F ?F ?I ?C ?I ?A ?L +U ?S ?E",
    re.IGNORECASE,
)
_SECTION = re.compile(r"S ?E ?C ?T ?I ?O ?N *(\d{1,3}) *OF *(\d{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z.')\-] *(\d{1,8})$", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?://|\b)(?:FOR OFFICIAL USE ONLY|SENSITIVE|NOFORN|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS)\b",
    re.IGNORECASE,
)


def read(line: str) -> ClassificationLine | None:
    """Read a line that begins with a level; None where it is no classification line."""
    found = _LEVEL.match(line) if line[:1] in _FIRST_LETTERS else None
    if found is None:
        return None
    return _rest(found[0], line[found.end() :])


def glued(line: str) -> Marked | None:
    """Find a classification line glued to the end of a header line.

    Only where the level follows a letter or digit without a blank and a post and number follow:
    `INFO RUEHX/SECRET SERVICE 0123` is an addressee.
    """
    if not line[-1:].isdigit() or not _names_level(line):
        return None
    for found in _LEVEL.finditer(line, max(0, len(line) - _LONGEST)):
        start = found.start()
        if start == 0 or not line[start - 1].isalnum():
            continue
        marking = _rest(found[0], line[found.end() :])
        if marking is not None and marking.number is not None:
            return Marked(start, marking)
    return None


def _names_level(line: str) -> bool:
    """Whether a line may name a level, its first letters closed up or spaced: most do not."""
    capitals = line.upper()
    return any(map(capitals.__contains__, _SIGNS))


_SIGNS = (
    *("UNCL", "CONF", "CON F", "SECR", "SEC R", "LIMI", "LIM I"),
    *("N C L", "O N F", "S E C", "S EC", "L I M"),
)


def _rest(level: str, rest: str) -> ClassificationLine | None:
    if rest[:1].isalnum():
        return None
    closed = closed_up(level)
    rest = _CAPTION.sub(" ", rest).strip()
    section = _SECTION.match(rest)
    if section is not None:
        rest = rest[section.end() :].strip()
    number = _NUMBER.search(rest)
    post = rest[: number.start(1)].strip() if number else rest
    if len(post) > 40 or any(letter.isdigit() or letter in ":;," for letter in post):
        return None
    if number is None and (section is None) == bool(post):
        return None
    return ClassificationLine(
        marking=closed,
        level=LEVELS[closed],
        section=int(section[1]) if section else None,
        sections=int(section[2]) if section else None,
        post=post.upper() or None,
        number=int(number[1]) if number else None,
    )


_FIRST_LETTERS = "UCSTLucstl"
_LONGEST = 120
"""No classification line is longer; what stands further left in a glued line is not of it."""

LEVELS = {
    "UNCLAS": "UNCLASSIFIED",
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLAS EFTO": "UNCLASSIFIED EFTO",
    "UNCLASSIFIED EFTO": "UNCLASSIFIED EFTO",
    "LIMITED OFFICIAL USE": "LIMITED OFFICIAL USE",
    "CONFIDENTIAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
    "TOP SECRET": "TOP SECRET",
}


def closed_up(level: str) -> str:
    """Close up a spaced level: `C O N F I D E N T I A L` is CONFIDENTIAL."""
    letters = "".join(level.upper().split())
    if letters.endswith("EFTO"):
        return f"{letters[:-4]} EFTO"
    if letters.startswith("TOP"):
        return "TOP SECRET"
    return "LIMITED OFFICIAL USE" if letters.startswith("LIMITED") else letters
