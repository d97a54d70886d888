"""The transmission header, format lines 1 to 9 of ACP 127 (5 FAH-2 H-320).

Each line has a function of its own, from the line's text to a value, None where it is no such
line. `read` walks the lines in order.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from store import reference
from store.cable import (
    Addressee,
    DateTimeGroup,
    Finding,
    Header,
    Routing,
    Security,
    Span,
    Station,
    TransmissionId,
)
from store.parse import breaks, classification, identifier
from store.parse.classification import Marked
from store.parse.lines import Lines

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
_LABELS = ("TO", "INFO", "XMT")
_LABEL = re.compile(r"(TO|INFO|XMT)(?:[ /]|$)")


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
    signs = dict.fromkeys(letter for word in letters.upper().split() for letter in word)
    names = tuple(reference.precedence(sign) or sign for sign in signs)
    signals = tuple(word for word in rest.split() if _SIGNAL.fullmatch(word))
    if year is None:
        return DateTimeGroup(line, names, None, signals)
    sent = _moment(identifier.full_year(year), month.upper(), int(day), int(hour), int(minute))
    return DateTimeGroup(line, names, sent, signals)


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


class _Recipient(NamedTuple):
    """What a line of TO, INFO or XMT says without its label, and what is glued to it."""

    addressees: tuple[Addressee, ...]
    glued: Marked | None


@lru_cache(maxsize=4096)
def _recipient(words: str) -> _Recipient:
    """Read such a line: most stand in many cables."""
    if not words or breaks.read(words) is not None:
        return _Recipient((), None)
    glued = classification.glued(words)
    named = map(addressee, _NEXT.split(words[: glued.start] if glued else words))
    return _Recipient(tuple(one for one in named if one is not None), glued)


_NEXT = re.compile(r"(?<=[A-Z0-9])(?=R[HU][A-Z]{3,6}/[A-Z0-9])")
"""Where the next line's addressee is glued to one: `IMMEDIATE 3217RUEHMO/AMEMBASSY MOSCOW`."""


class Read(NamedTuple):
    """A header read; `line` is where the telegram's text begins, `glued` what was found in it."""

    header: Header
    line: int
    glued: Marked | None
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]


def read(lines: Lines, first: int) -> Read:
    """Read the header from line `first` on; an empty one where there is none (partial extracts)."""
    walk = _Walk(lines)
    line = first
    while lines.has(line) and walk.takes(line):
        line += 1
    if not walk.spans:
        return Read(Header(), first, None, (), ())
    findings: tuple[Finding, ...] = ()
    if walk.glued is not None:
        line = walk.last
        text = "The end of the header and the classification line stood on one line; read as two."
        findings = (Finding("joined-line", lines.number(line), text),)
    spans = (Span("header", walk.start, walk.end), *(Span(*span) for span in walk.spans))
    return Read(walk.header(), line, walk.glued, spans, findings)


class _Walk:
    """Goes through the lines of a header, one `takes` a line, until one is not the header's."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.values: dict[str, Any] = {}
        self.lists: dict[str, list[Addressee]] = {label: [] for label in _LABELS}
        self.indicators: list[str] = []
        self.spans: list[tuple[str, int, int]] = []
        self.start = -1
        self.end = 0
        self.glued: Marked | None = None
        self.last = 0
        self._open = ""
        self._gap = False

    def header(self) -> Header:
        """Give what was read."""
        values, lists = self.values, self.lists
        if "routing" in values and self.indicators:
            more = (*values["routing"].indicators, *self.indicators)
            values["routing"] = values["routing"]._replace(indicators=more)
        return Header(
            **values, to=tuple(lists["TO"]), info=tuple(lists["INFO"]), excluded=tuple(lists["XMT"])
        )

    def takes(self, line: int) -> bool:
        """Take a line in; False where the header has ended before it."""
        words = self.lines.words[line]
        if not words or words == "BT":
            self._gap = True
            return True
        if self.glued is not None:
            return False
        if words[0] == "R" and "/" in words[:9] and self._open in self.lists and not self._gap:
            # Most lines of a header are these: an addressee more of the list that is open.
            self._takes_addressee(line, words)
        elif classification.read(words) is not None:
            return False
        elif not (self._takes_format(line, words) or self._takes_name(line, words)):
            if breaks.read(words) is None:
                return False
            self._note("", line)
        self.last = line
        self._gap = False
        return True

    def _takes_format(self, line: int, words: str) -> bool:
        """Take one of the lines that are known by their form."""
        if self._open == "routing" and all(map(_INDICATOR.fullmatch, words.split())):
            self.indicators.extend(words.split())
            self._note("routing", line, continues=True)
            return True
        for field, read_line in _FORMATS.get(words[0], ()):
            value = read_line(words)
            if value is not None:
                self.values[field] = value
                self._note(field, line)
                self._open = field
                return True
        return False

    def _takes_name(self, line: int, words: str) -> bool:
        """Take FM, or a line of TO, INFO or XMT with those that follow it."""
        if words.startswith("FM "):
            self.values["origin"] = words[3:].strip()
            self._note("from", line)
            self._open = "FM"
            return True
        label = _LABEL.match(words)
        if label is not None:
            self._open = label[1]
            self._note(label[1].lower(), line)
            words = words[label.end() :].strip()
        elif self._open not in self.lists or self._gap:
            return False
        self._takes_addressee(line, words)
        return True

    def _takes_addressee(self, line: int, words: str) -> None:
        """Take what a line of the open list names, its label already taken off."""
        self._note(self._open.lower(), line, continues=True)
        read = _recipient(words)
        self.lists[self._open] += read.addressees
        if read.glued is not None:
            offset = len(self.lines.words[line]) - len(words)
            self.glued = read.glued._replace(start=read.glued.start + offset)
            self.end = self.lines.start(line) + self.glued.start
            field, start, _ = self.spans.pop()
            self.spans.append((field, start, self.end))

    def _note(self, field: str, line: int, *, continues: bool = False) -> None:
        """Let the header reach to the end of a line, and remember where a field stands.

        A line that continues a field makes it longer.
        """
        words = self.lines.words[line]
        start = self.lines.text.find(words, self.lines.starts[line])
        self.end = start + len(words)
        if self.start < 0:
            self.start = start
        if continues and self.spans and self.spans[-1][0] == field:
            start = self.spans.pop()[1]
        if field:
            self.spans.append((field, start, self.end))


_FORMS: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("transmission", "VZ", transmission),
    ("routing", "ZYOPR", routing),
    ("station", "D", station),
    ("security", "Z", security),
    ("dtg", "ZOPRYzopry", group),
)
"""The lines known by their form: their field, the letters they may begin with, how to read them."""

_FORMATS = {
    letter: [(field, read) for field, begins, read in _FORMS if letter in begins]
    for letter in "VZYOPRDzopry"
}
"""The same by the letter that a line begins with."""
