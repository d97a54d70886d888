"""The body: paragraphs with number and portion mark, headings between rules, the signature.

Every line that is not blank comes to stand in a paragraph, a heading, a rule, a page break, the
signature or the end marks behind it; nothing is lost.
"""

import re
from typing import NamedTuple

from store import marking
from store.cable import Heading, Paragraph, Span
from store.parse import signature
from store.parse.lines import Lines

_START = re.compile(r"(¶?) ?(\d{1,3})([a-z]?)[ ]?([.)])(?!\d)")
_MARK = re.compile(
    r"[ ]*(?:\( ?([A-Za-z][A-Za-z/ ,\-]{0,30}?) ?\)|([A-Z]{1,4}(?:/{1,2}[A-Z]{1,6})?)\))"
)
_AFTER_WORD = re.compile(r"[A-Za-z/ ]{4,30}[:.\-]{1,2} ?\( ?([A-Za-z][A-Za-z/\-]{0,12}) ?\)")
_RULE_SIGNS = frozenset("-=_*~–—‐―─═ ")
_INLINE_RULE = re.compile(
    r"(?P<before>[-=_*~]{4,} )?(?P<words>[^\W\d_].{2,70}?)(?P<after> [-=_*~]{4,})?"
)
_TABLE = "   "
_LONGEST_HEADING = 4


class Start(NamedTuple):
    """The beginning of a paragraph: its number, its mark, and how far into the line they reach.

    `ordinal` is the number without a letter behind it.
    """

    number: int | str
    ordinal: int
    portion: str | None
    words: int
    pilcrow: bool


def start(words: str) -> Start | None:
    """Read `¶2. (U) Early …`, `1.Embassy …`, `2a. (SBU) …`, `1. C) …`; None for other lines."""
    found = _START.match(words)
    if found is None:
        return None
    pilcrow, digits, letter, _ = found.groups()
    end = found.end()
    mark = _MARK.match(words, end)
    portion = mark and (mark[1] or mark[2])
    if mark is not None and marking.portion(portion) is not None:
        end = mark.end()
    else:
        later = _AFTER_WORD.match(words, end)
        portion = later[1] if later and marking.portion(later[1]) is not None else None
    while words[end : end + 1] == " ":
        end += 1
    ordinal = int(digits)
    number = f"{ordinal}{letter}" if letter else ordinal
    return Start(number, ordinal, portion and portion.strip(), end, bool(pilcrow))


def opens(words: str) -> bool:
    """Whether a line can be the first of a body: paragraph 1, or any with pilcrow or mark."""
    found = start(words) if words[:1] in "¶0123456789" else None
    return found is not None and (found.pilcrow or found.portion is not None or found.number == 1)


def is_rule(words: str) -> bool:
    """Whether a line is a rule: three signs or more, dashes or the like, nothing else."""
    return len(words) >= 3 and words[0] in _RULE_SIGNS and not set(words) - _RULE_SIGNS


class Body(NamedTuple):
    """A body read; `spans` are of the signature and of the marks at the end."""

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    signature: str | None
    spans: tuple[Span, ...]


def read(lines: Lines, first: int, skip: dict[int, int]) -> Body:
    """Read the body from line `first` on; `skip` maps page breaks to the lines after them."""
    signed, last, spans = signature.find(lines, first, skip)
    walk = _Walk(lines, skip)
    line = first
    while line < last:
        line = skip[line] if line in skip else walk.next(line, last)
    walk.close()
    if signed is not None and spans and walk.found:
        walk.end_at(spans[0].start)
    return Body(tuple(walk.found), tuple(walk.headings), signed, spans)


class _Walk:
    """Goes through the lines of a body and collects what it is made of."""

    def __init__(self, lines: Lines, skip: dict[int, int]) -> None:
        self.lines = lines
        self.skip = skip
        self.found: list[Paragraph] = []
        self.headings: list[Heading] = []
        self._heading: str | None = None
        self._open = False
        self._last = 0
        self._gap = False
        self._tail: int | None = None

    def next(self, line: int, last: int) -> int:
        """Read the line and give the next to be read."""
        words = self.lines.words[line]
        if not words:
            self._gap = True
            return line + 1
        goes_on = self._open and (self._last or not self._gap)
        if goes_on and _is_plain(words) and not (self._gap and self._underlined(line, last)):
            self._gap = False
            return self._plain(line, last)
        return self._marked(line, words, last)

    def _plain(self, line: int, last: int) -> int:
        """Pass over the lines of prose from here on: most lines of a cable are."""
        all_words, skip = self.lines.words, self.skip
        at = line + 1
        while at < last and at not in skip:
            words = all_words[at]
            if not words or words[0] in _NOT_FIRST or words[-1] in _RULE_SIGNS:
                break
            at += 1
        self._tail = at - 1
        return at

    def _marked(self, line: int, words: str, last: int) -> int:
        """Read a line that may begin a paragraph, be a rule or a heading."""
        begins = start(words) if words[0] in "¶0123456789" else None
        if begins is not None and self._follows(begins):
            self._begin(line, begins)
        elif is_rule(words):
            return self._rule(line, last)
        elif self._inline_heading(line, words):
            pass
        elif (self._gap or not self._open) and self._underlined(line, last):
            return self._add_heading(line, line + 1) + 1
        elif self._open and (self._last or not self._gap):
            self._tail = line
        else:
            at = self.lines.start(line)
            self._add(Paragraph(None, None, self._heading, at, at, self.lines.end(line)))
        self._gap = False
        return line + 1

    def close(self) -> None:
        """Give the last paragraph its end."""
        if self._tail is not None:
            last = self.found[-1]
            self.found[-1] = Paragraph(*last[:-1], self.lines.end(self._tail))
            self._tail = None

    def end_at(self, offset: int) -> None:
        """Cut the last paragraph before an offset, where the signature was glued to it."""
        last = self.found[-1]
        if last.start < offset < last.end:
            end = len(self.lines.text[:offset].rstrip())
            self.found[-1] = last._replace(end=end, words=min(last.words, end))

    def _follows(self, begins: Start) -> bool:
        """Whether a number goes on from the last; `250.` at a line's start is no paragraph."""
        number = begins.ordinal
        sure = begins.pilcrow or begins.portion is not None
        if isinstance(begins.number, str):
            return sure and number in (self._last, self._last + 1)
        if number == self._last + 1:
            return True
        if not self._last:
            return sure or number == 2
        return sure and (number > self._last or number == 1)

    def _begin(self, line: int, begins: Start) -> None:
        at = self.lines.start(line)
        end = at + len(self.lines.words[line])
        words = min(at + begins.words, end)
        self._last = begins.ordinal
        self._add(Paragraph(begins.number, begins.portion, self._heading, at, words, end))

    def _add(self, paragraph: Paragraph) -> None:
        self.close()
        self.found.append(paragraph)
        self._heading = None
        self._open = True

    def _rule(self, line: int, last: int) -> int:
        """Read a rule: with another below a few lines it holds a heading, alone it is nothing."""
        end = line + 1
        while end < min(last, line + 2 + _LONGEST_HEADING) and end not in self.skip:
            words = self.lines.words[end]
            if is_rule(words):
                if end == line + 1:
                    return end
                return self._add_heading(line + 1, end) + 1
            if not words or _TABLE in words or start(words) is not None:
                break
            end += 1
        return line + 1

    def _underlined(self, line: int, last: int) -> bool:
        """Whether a line has a rule right below it."""
        below = line + 1
        return (
            below < last
            and is_rule(self.lines.words[below])
            and _TABLE not in self.lines.words[line]
            and len(self.lines.words[line]) <= 70
        )

    def _add_heading(self, first: int, end: int) -> int:
        begin, stop = self.lines.start(first), self.lines.end(end - 1)
        text = " ".join(" ".join(self.lines.words[i] for i in range(first, end)).split())
        self._note(text, begin, stop)
        return end

    def _note(self, text: str, begin: int, stop: int) -> None:
        self.headings.append(Heading(text, begin, stop))
        self._heading = text
        self._open = False

    def _inline_heading(self, line: int, words: str) -> bool:
        """`SUMMARY -------` and `------- SUMMARY -------`, a rule and its heading on one line."""
        if not (words[-4:] in _ENDS or words[:4] in _ENDS):
            return False
        found = _INLINE_RULE.fullmatch(words)
        if found is None or not (found["before"] or found["after"]) or _TABLE in words:
            return False
        begin = self.lines.start(line)
        self._note(found["words"], begin + found.start("words"), begin + found.end("words"))
        return True


def _is_plain(words: str) -> bool:
    """Whether a line can be nothing but prose, by its first and last sign: most lines are."""
    return words[0] not in _NOT_FIRST and words[-1] not in _RULE_SIGNS


_NOT_FIRST = frozenset("¶0123456789") | _RULE_SIGNS
_ENDS = frozenset(sign * 4 for sign in "-=_*~")
