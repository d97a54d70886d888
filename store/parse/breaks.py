"""Page and section breaks: lines the system put into the text.

`MOSCOW 00001869  002 OF 002`, `STATE 00016220 001.2 OF 005`, and the older
`PAGE 02        ROME  01059  01 OF 04  281501Z`; the post may be cut (`PORT AU PR`, `VATICA`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from store.cable import PageBreak
from store.parse import classification

_POST = r"(?P<post>[A-Z](?:[A-Z.']|[ -](?![ -])){1,20}?)"
_BREAK = re.compile(
    _POST + r" +(?P<number>\d{4,8}) +(?P<section>\d{3})(?:\.(?P<page>\d{1,3}))? +OF +(?P<of>\d{3})"
)
_PAGE = re.compile(
    r"(?:[A-Z ]{5,24} )?PAGE +(?P<page>\d{1,3}) +" + _POST + r" +(?P<number>\d{3,8})"
    r"(?: +(?P<section>\d{1,3}) +OF +(?P<of>\d{1,3}))?(?: +(?P<time>\d{6}Z))?"
)
_CAPTIONS = frozenset(("SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS"))


def read(words: str) -> PageBreak | None:
    """Read a page break from a line without blanks around it; offsets and line are left at 0."""
    found = None
    if words.startswith("PAGE ") or " PAGE " in words:
        found = _PAGE.fullmatch(words)
    elif " OF " in words and words[-3:].isdigit():
        found = _BREAK.fullmatch(words)
    if found is None:
        return None
    part = found.groupdict()
    return PageBreak(
        0,
        0,
        0,
        part["post"],
        int(part["number"]),
        int(part["section"]) if part["section"] else None,
        int(part["of"]) if part["of"] else None,
        int(part["page"]) if part["page"] else None,
        part.get("time"),
    )


def find(text: str, start: int, numbered: Sequence[int]) -> tuple[PageBreak, ...]:
    """Find the page breaks from an offset on; each with the blank lines and banners around it.

    `numbered` is where words in capitals end before a number (`folded.numbered`): each break has
    such a word, PAGE or OF.
    """
    found: list[PageBreak] = []
    seen = floor = start
    line, counted = 1, 0
    for at in numbered:
        if at < seen or text[at : at + 2] not in ("GE", "OF"):
            continue
        begin, seen = _line(text, at, floor)
        mark = read(text[begin:seen].strip())
        if mark is None:
            continue
        first, floor = _around(text, begin, seen + 1, floor)
        line, counted = line + text.count("\n", counted, begin), begin
        found.append(mark._replace(start=first, end=floor, line=line))
        seen = floor
    return tuple(found)


def stretches(breaks: Sequence[PageBreak], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what lies between two offsets without the page breaks, a stretch at a time."""
    for mark in breaks:
        if start <= mark.start < end:
            yield start, mark.start
            start = mark.end
    yield start, end


def within(breaks: Sequence[PageBreak], at: int) -> PageBreak | None:
    """Give the page break that an offset lies in."""
    before = bisect_right(breaks, at, key=_start) - 1
    return breaks[before] if before >= 0 and at < breaks[before].end else None


def _start(mark: PageBreak) -> int:
    return mark.start


def _line(text: str, at: int, floor: int) -> tuple[int, int]:
    """Give the offsets of the line that holds an offset."""
    end = text.find("\n", at)
    return max(text.rfind("\n", 0, at) + 1, floor), end if end >= 0 else len(text)


def _around(text: str, begin: int, end: int, floor: int) -> tuple[int, int]:
    """Take in the blank lines, level banners and repeated captions around a break."""
    while begin > floor:
        above, _ = _line(text, begin - 1, floor)
        if not _belongs(text[above:begin].strip()):
            break
        begin = above
    while end < len(text):
        _, below = _line(text, end, floor)
        words = text[end:below].strip()
        if not _belongs(words) and words not in _CAPTIONS:
            break
        end = below + 1
    return begin, min(end, len(text))


def _belongs(words: str) -> bool:
    return not words or (len(words) <= 24 and _is_banner(words))


def _is_banner(words: str) -> bool:
    return classification.closed_up(words) in classification.LEVELS
