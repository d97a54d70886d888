"""The lines of a transmission header, each known by its form (ACP 127, 5 FAH-2 H-320).

Each has a function of its own, from the line's text to a value, None where it is no such line.
"""

import re
from datetime import datetime
from functools import lru_cache

from store import reference
from store.cable import Addressee, DateTimeGroup, Routing, Security, Station, TransmissionId
from store.parse import identifier

_TRANSMISSION = re.compile(r"V?ZCZC *([A-Z]{2,4}) ?(\d{1,6})")
_ROUTING = re.compile(r"(ZZ|YY|OO|PP|RR)((?: {1,20}R[A-Z]{3,8})+)")
_INDICATOR = re.compile(r"R[A-Z]{3,8}")
_STATION = re.compile(r"DE +(R[A-Z]{3,8}) +#(\d{1,6})(?:/(\d{1,3}))? +(\d{3})(\d{2})(\d{2})")
_SECURITY = re.compile(r"(ZN[RY]) +([A-Z]{5})(?:/([A-Z]{5}))?((?: {1,20}Z[A-Z0-9]{2,3})*)")
_GROUP = re.compile(
    r"([ZOPRY]{1,2}(?: +[ZOPRY]{1,2})?) +(\d{2})(\d{2})(\d{2})Z"
    r"(?: *([A-Z]{3})[A-Z]{0,6} *(\d{2}|\d{4})\b)?(.*)",
    re.IGNORECASE,
)
_SIGNAL = re.compile(r"Z[A-Z]{2}[0-9]?")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LEVELS = {
    "U": "UNCLASSIFIED",
    "E": "UNCLASSIFIED EFTO",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "T": "TOP SECRET",
}
_PRECEDENCES = ("IMMEDIATE", "PRIORITY", "ROUTINE", "FLASH", "NIACT")


def transmission(line: str) -> TransmissionId | None:
    """`VZCZCXRO3059`."""
    found = _TRANSMISSION.fullmatch(line)
    return TransmissionId(found[1], int(found[2])) if found else None


def routing(line: str) -> Routing | None:
    """`RR RUEHAG RUEHAST …`, its wrapped lines already joined."""
    found = _ROUTING.fullmatch(line)
    if found is None:
        return None
    name = reference.precedence(found[1])
    return Routing(name, tuple(found[2].split())) if name else None


def station(line: str) -> Station | None:
    """`DE RUEHMO #1869/01 2030336`; None also where day or time cannot be."""
    found = _STATION.fullmatch(line)
    if found is None:
        return None
    indicator, serial, section, day, hour, minute = found.groups()
    if not (1 <= int(day) <= 366 and int(hour) < 24 and int(minute) < 60):
        return None
    number = int(section) if section else None
    return Station(indicator, int(serial), number, int(day), f"{hour}:{minute}")


def indicators(line: str) -> list[str]:
    """`RUEHAG RUEHAST …`, as the lines a routing line is wrapped to; none where others stand."""
    words = line.split()
    return words if all(map(_INDICATOR.fullmatch, words)) else []


@lru_cache(maxsize=1024)
def security(line: str) -> Security | None:
    """`ZNR UUUUU ZZH`; the last letters may be a release (`UUUAA`), a second group SPECAT."""
    found = _SECURITY.fullmatch(line)
    if found is None:
        return None
    signal, letters, special, signals = found.groups()
    first, last = letters[0], letters[-1]
    return Security(
        signal,
        _LEVELS.get(first) if letters[:3] == first * 3 else None,
        last if last != first else None,
        special,
        tuple(signals.split()),
    )


def group(line: str) -> DateTimeGroup | None:
    """`R 220336Z JUL 09`; `sent` is None for a moment that never was (`R 320336Z JUL 09`).

    A group that lost its month and year is one still.
    """
    found = _GROUP.fullmatch(line)
    if found is None:
        return None
    letters, day, hour, minute, month, year, rest = found.groups()
    names = _precedences(letters.upper())
    signals = tuple(filter(_SIGNAL.fullmatch, rest.split()))
    if year is None:
        return DateTimeGroup(line, names, None, signals)
    sent = _moment(identifier.full_year(year), month.upper(), int(day), int(hour), int(minute))
    return DateTimeGroup(line, names, sent, signals)


@lru_cache(maxsize=64)
def _precedences(letters: str) -> tuple[str, ...]:
    signs = dict.fromkeys(letters.replace(" ", ""))
    return tuple(reference.precedence(sign) or sign for sign in signs)


def _moment(year: int, month: str, day: int, hour: int, minute: int) -> str | None:
    if month not in _MONTHS:
        return None
    try:
        moment = datetime(year, _MONTHS.index(month) + 1, day, hour, minute)
    except ValueError:
        return None
    return f"{moment.isoformat()}Z"


def addressee(line: str) -> Addressee | None:
    """`RUEHC/SECSTATE WASHDC IMMEDIATE 4310`; a name may begin with digits (`39OS INCIRLIK`).

    A line that ends in GRNC counts groups (ACP 126) and names nobody.
    """
    head, slash, rest = line.partition("/")
    indicator = head if slash and _INDICATOR.fullmatch(head) else None
    words = (rest if indicator else line).split()
    number = None
    if len(words) > 1 and words[-1].isascii() and words[-1].isdigit():
        number = words.pop()
    last = _NUMBERED.fullmatch(words[-1]) if words and number is None else None
    if last is not None:
        words[-1], number = last.groups()
    precedence = _precedence(words[-1]) if len(words) > 1 else None
    if precedence is not None:
        words.pop()
        if precedence == "IMMEDIATE" and len(words) > 1 and words[-1] == "NIACT":
            precedence = f"{words.pop()} {precedence}"
    if not words or words[-1] == "GRNC":
        return None
    return Addressee(indicator, " ".join(words), number, precedence)


@lru_cache(maxsize=1024)
def _precedence(word: str) -> str | None:
    """Read a precedence, also with a letter lost (`PIORITY`)."""
    if word in _PRECEDENCES:
        return word
    if len(word) < _SHORTEST_NEAR or not word.isalpha():
        return None
    near = (name for name in _PRECEDENCES if len(name) == len(word) + 1)
    return next((n for n in near if any(n[:i] + n[i + 1 :] == word for i in range(len(n)))), None)


_NUMBERED = re.compile(r"(IMMEDIATE|PRIORITY|ROUTINE|FLASH)(\d{1,6})")
_SHORTEST_NEAR = 6
