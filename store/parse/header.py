"""The transmission header, format lines 1 to 9 of ACP 127 (5 FAH-2 H-320), line after line."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from store.cable import Addressee, Finding, Header, Span
from store.parse import breaks, classification
from store.parse.classification import Marked
from store.parse.format_lines import (
    addressee,
    group,
    indicators,
    routing,
    security,
    station,
    transmission,
)
from store.parse.lines import Lines

_LABELS = ("TO", "INFO", "XMT")
_LABEL = re.compile(r"(TO|INFO|XMT)(?:[ /]|$)")


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
        more = indicators(words) if self._open == "routing" and words[0] == "R" else None
        if more:
            self.indicators += more
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
