"""Page and section breaks: lines the system put into the text.

`MOSCOW 00001869  002 OF 002`, `STATE 00016220 001.2 OF 005`, and the older
`PAGE 02        ROME  01059  01 OF 04  281501Z`; the post may be cut (`PORT AU PR`, `VATICA`), the
rest lost (`PAGE 02 HARA`). A telegram put together of its sections has a whole header before each.
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
_REST = re.compile(r"(?P<section>\d{3})\.(?P<page>\d) OF (?P<of>\d{3})")
_CUT = re.compile(r"PAGE +(?P<page>\d{2}) +(?P<post>[A-Z]{2,6}(?: [A-Z]{1,3})?)")
_HEADER = re.compile(
    r"V?ZCZC *[A-Z]{2,4} ?\d|(?:ZZ|YY|OO|PP|RR) R[A-Z]{4}|DE R[A-Z]{4}|ZN[RY] [A-Z]{5}"
    r"|[ZOPRY](?: [ZOPRY])? \d{6}Z|R[A-Z]{4,7}(?: R[A-Z]{4,7})*$|#\d{1,6}$|BT$|N{3,}$"
)
_CAPTIONS = frozenset(("SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS", "STADIS"))


def read(words: str) -> PageBreak | None:
    """Read a page break from a line without blanks around it; offsets and line are left at 0."""
    found = None
    if words.startswith("PAGE ") or " PAGE " in words:
        found = _PAGE.fullmatch(words) or _CUT.fullmatch(words)
    elif " OF " in words and words[-3:].isdigit():
        found = _BREAK.fullmatch(words) or _REST.fullmatch(words)
    if found is None:
        return None
    part = found.groupdict()
    number, section, of, page = (
        int(part[name]) if part.get(name) else None for name in ("number", "section", "of", "page")
    )
    return PageBreak(0, 0, 0, part.get("post"), number, section, of, page, part.get("time"))


def repeats(words: str) -> PageBreak | None:
    """Read the classification line of a further section as the break it stands behind."""
    line = classification.read(words)
    if line is None or line.section is None or line.section < _SECOND:
        return None
    return PageBreak(0, 0, 0, line.post, line.number, line.section, line.sections, None, None)


_SECOND = 2


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
        words = text[begin:seen].strip()
        mark = read(words)
        if mark is None:
            mark = repeats(words)
            if mark is None:
                continue
            begin = _header(text, begin, floor)
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
    if not breaks:
        return None
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


def _header(text: str, begin: int, floor: int) -> int:
    """Give where the header begins that stands before the classification line of a section."""
    sender = text.rfind("\nFM ", max(floor, begin - _LONGEST_HEADER), begin)
    begin = sender + 1 if sender >= 0 else begin
    while begin > floor:
        above, _ = _line(text, begin - 1, floor)
        words = text[above:begin].strip()
        if words and not _HEADER.match(words):
            break
        begin = above
    return begin


_LONGEST_HEADER = 8_000


def _belongs(words: str) -> bool:
    return not words or (len(words) <= 24 and _is_banner(words))


def _is_banner(words: str) -> bool:
    return classification.closed_up(words) in classification.LEVELS
