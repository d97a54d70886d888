"""Page and section breaks: lines the system put into the text.

`MOSCOW 00001869  002 OF 002`, `STATE 00016220 001.2 OF 005`, and the older
`PAGE 02        ROME  01059  01 OF 04  281501Z`; the post may be cut (`PORT AU PR`, `VATICA`).
"""

import re
from bisect import bisect_right

from store.cable import PageBreak
from store.parse import classification
from store.parse.lines import Lines

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


def find(lines: Lines, first: int) -> tuple[dict[int, int], tuple[PageBreak, ...]]:
    """Find the page breaks from line `first` on.

    Also gives, for the first line of each, the line after its last: what reading passes over.
    """
    skip: dict[int, int] = {}
    found: list[PageBreak] = []
    last = first
    for i in _candidates(lines, first):
        words = lines.words[i]
        if i < last or words[-1:] not in _LAST:
            continue
        mark = read(words)
        if mark is None:
            continue
        begin, last = _around(lines, i, last)
        skip[begin] = last
        start, end = lines.starts[begin], min(lines.starts[last], len(lines.text))
        found.append(mark._replace(start=start, end=end, line=i + 1))
    return skip, tuple(found)


_LAST = frozenset("0123456789Z")


def _candidates(lines: Lines, first: int) -> list[int]:
    """Give the lines that hold ` OF ` or `PAGE `, in order: most texts hold few."""
    found = set()
    for word in (" OF ", "PAGE "):
        at = lines.text.find(word, lines.starts[first])
        while at >= 0:
            line = bisect_right(lines.starts, at) - 1
            found.add(line)
            at = lines.text.find(word, lines.starts[line + 1])
    return sorted(found)


def _around(lines: Lines, line: int, floor: int) -> tuple[int, int]:
    """Take in the blank lines, level banners and repeated captions around a break."""
    begin, last = line, line + 1
    while begin > floor and _belongs(lines.words[begin - 1]):
        begin -= 1
    while last < len(lines.words) and (
        _belongs(lines.words[last]) or lines.words[last] in _CAPTIONS
    ):
        last += 1
    return begin, last


def _belongs(words: str) -> bool:
    return not words or (len(words) <= 24 and _is_banner(words))


def _is_banner(words: str) -> bool:
    return classification.closed_up(words) in classification.LEVELS
