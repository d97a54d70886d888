"""The body: paragraphs with number and portion mark, headings between rules, the signature.

Every line that is not blank comes to stand in a paragraph, a heading, a rule, a page break, the
signature or the end marks behind it; nothing is lost. Most lines are prose and never looked at:
only those that can mean something are, which follow a blank line, or begin like a paragraph or a
rule.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from store.cable import Heading, PageBreak, Paragraph, Span
from store.parse import rules, signature
from store.parse.breaks import stretches
from store.parse.numbering import NUMBER, NUMERALS, Start, began

_BLANKS = r"[^\S\n]*"
_LINE = re.compile(rf"(?P<gap>{_BLANKS}\n\s*)?{_BLANKS}(?P<at>)(?:{NUMBER})?")
_FIRST = f"[{rules.SIGNS}{NUMERALS}]"
_MEANT = re.compile(
    rf"\n(?=\s|{_FIRST})(?:(?P<gap>{_BLANKS}\n\s*)|{_BLANKS}(?={_FIRST}))(?P<at>)(?:{NUMBER})?"
)


class Body(NamedTuple):
    """A body read; `spans` are of the signature and of the marks at the end."""

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    signature: str | None
    spans: tuple[Span, ...]


def read(text: str, at: int, breaks: Sequence[PageBreak]) -> Body:
    """Read the body from an offset on, the beginning of a line."""
    signed = signature.find(text, at, breaks)
    walk = _Walk(text)
    for begin, stop in stretches(breaks, at, signed.end):
        walk.stretch(begin, stop)
    walk.close()
    if signed.name is not None and walk.found:
        walk.end_at(signed.spans[0].start)
    return Body(tuple(walk.found), tuple(walk.headings), signed.name, signed.spans)


class _Walk:
    """Goes through a body, from one line that can mean something to the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Paragraph] = []
        self.headings: list[Heading] = []
        self._begun: tuple[int | str | None, str | None, str | None, int, int] | None = None
        self._end = 0
        self._heading: str | None = None
        self._open = False
        self._last = 0
        self._gap = False
        self._ruled = rules.behind_words(text)

    def stretch(self, begin: int, stop: int) -> None:
        """Read the lines between two offsets."""
        line = _LINE.match(self.text, begin, stop)
        while line is not None and line.start("at") < stop:
            line = self._line(line, stop)

    def _line(self, line: re.Match[str], stop: int) -> re.Match[str] | None:
        """Read a line, and find the next to be read."""
        at, end = line.start("at"), line.end()
        if line["gap"] is not None:
            self._gap = True
        if end > at:
            begins = began(self.text, at, end)
            if begins.number == self._last + 1 or self._follows(begins):
                self._last = begins.ordinal
                self._begin(begins.number, begins.portion, at, at + begins.words)
                return self._prose(at, stop)
        ruled = None
        if self._gap or not self._open or self._ruled or self.text[at] in rules.SIGNS:
            ruled = self._ruled_off(at, stop)
        if ruled is not None:
            if ruled.heading is not None:
                self.headings.append(ruled.heading)
                self._heading = ruled.heading.text
                self._open = False
            return _LINE.match(self.text, ruled.below, stop)
        if not self._open or (self._gap and not self._last):
            self._begin(None, None, at, at)
        return self._prose(at, stop)

    def _ruled_off(self, at: int, stop: int) -> rules.Ruled | None:
        """Read a line as a rule, or as a heading with a rule beside or below it."""
        if self.text[at] in rules.SIGNS:
            ruled = rules.rule(self.text, at, stop)
            if ruled is not None:
                return ruled
        if self._ruled or self.text[at] in rules.SIGNS:
            ruled = rules.inline(self.text, at, stop)
            if ruled is not None:
                self._gap = False
                return ruled
        if self._gap or not self._open:
            return rules.underlined(self.text, at, stop)
        return None

    def _prose(self, at: int, stop: int) -> re.Match[str] | None:
        """Pass over the lines of prose from here on, to the next that can mean something."""
        self._gap = False
        meant = _MEANT.search(self.text, at, stop)
        self._end = meant.start() if meant else stop
        if self._ruled:
            number = bisect_right(self._ruled, at)
            if number < len(self._ruled) and self._ruled[number] < self._end:
                self._end = self._ruled[number]
                return _LINE.match(self.text, self._end, stop)
        return meant

    def _follows(self, begins: Start) -> bool:
        """Whether a number goes on from the last; `250.` at a line's start is no paragraph."""
        number = begins.ordinal
        sure = begins.pilcrow or begins.portion is not None
        if isinstance(begins.number, str):
            return sure and number in (self._last, self._last + 1)
        if not self._last:
            return sure or number == 2
        if number == self._last + 2 and self._gap:
            return True  # one is left out, or its number is lost
        return sure and (number >= self._last or number == 1)

    def _begin(self, number: int | str | None, portion: str | None, at: int, words: int) -> None:
        self.close()
        self._begun = (number, portion, self._heading, at, words)
        self._heading = None
        self._open = True

    def close(self) -> None:
        """Give the paragraph begun last its end."""
        if self._begun is not None:
            self.found.append(Paragraph(*self._begun, _words_end(self.text, self._end)))
            self._begun = None

    def end_at(self, offset: int) -> None:
        """Cut the last paragraph before an offset, where the signature was glued to it."""
        last = self.found[-1]
        if last.start < offset < last.end:
            end = _words_end(self.text, offset)
            self.found[-1] = last._replace(end=end, words=min(last.words, end))


def _words_end(text: str, end: int) -> int:
    """Give the offset behind the last sign before an offset that is not a blank."""
    if text[end - 1] == " ":
        end -= 1  # as most lines end
    while text[end - 1].isspace():
        end -= 1
    return end
