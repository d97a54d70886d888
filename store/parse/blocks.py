"""Summary, comments, action requests and quoted texts: where in the body each stands.

A block is announced by a heading, by a word at a paragraph's beginning (`Summary:`, `Begin
Comment.`), or by a bracket (`(Comment: …)`). It ends at `End Summary` and the like, else with its
paragraph, else before the next heading.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from store.cable import Heading, Paragraph, Span
from store.parse.lines import occurrences

_KIND = (
    r"(?:EXECUTIVE |INTRODUCTION (?:AND|&) |INTRODUCTION/)?"
    r"(?P<kind>SUMM?A?R?Y|COMMENT|ACTION REQUEST|TEXT)"
)
_MORE = r"(?:(?:,? AND |/| & )(?:SUMMARY|COMMENT|ACTION REQUEST(?:ED)?|INTRODUCTION|ANALYSIS))?S?"
_MARK = r"(?: *\((?:U|C|S|SBU|TS)(?:/{1,2}[A-Z]{1,6})?\))?"
_OPENS = re.compile(
    rf"(?:\((?:U|C|S|SBU)\) *)?(?P<open>\()?(?P<begin>BEGIN )?{_KIND}{_MORE}{_MARK}"
    rf"(?P<stop>(?(open)\)| *(?:[:.;]+|-{{1,2}}))){_MARK}[ \n]*",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:BEGIN )?(?P<kind>SUMMARY|COMMENT)(?=\s+[A-Z])\s+")
_COMMENT = re.compile(r"COMMENT[:.] *", re.IGNORECASE)
_BRACKETS = ("(", "(BEGIN ", "(Begin ", "(begin ")
_ENDS = re.compile(
    r"END(?: OF)?\s{1,3}(?:EXECUTIVE\s{1,3}|INTRODUCTION\s{1,3}(?:AND|&)\s{1,3})?"
    r"(?P<kind>SUMM?A?R?Y|COMMENT|NOTE|ACTION REQUEST|TEXT)",
    re.IGNORECASE,
)
_NAMES = {"SUMMAR": "summary", "SUMMAY": "summary", "SUMARY": "summary", "COMMEN": "comment"}
_OTHERS = {"ACTION": "action", "TEXT": "text", "NOTE": "note"}
_LONGEST_BRACKET = 4000


def find(
    text: str, paragraphs: Sequence[Paragraph], headings: Sequence[Heading]
) -> tuple[Span, ...]:
    """Find the blocks of a body, in order; a block within another of its kind is not said again."""
    found: list[Span] = []
    first = paragraphs[0].start if paragraphs else len(text)
    ends: dict[str, list[int]] = {}
    for mark in _marks(text, ("END", "End", "end summary", "end comment"), _ENDS, first):
        ends.setdefault(_name(mark["kind"]), []).append(mark.start())
    starts = [paragraph.start for paragraph in paragraphs]
    sections = [heading.start for heading in headings]
    alone: str | None = None
    for paragraph in paragraphs:
        inner = found and paragraph.words < found[-1].end
        opened = _opened(text, paragraph)
        kind = _name(opened["kind"]) if opened else alone or _announced(paragraph.heading)
        more = opened is not None and opened.end() < paragraph.end
        alone = None if more else _stands_alone(text, paragraph)
        if kind is not None and not alone and not (inner and found[-1].field == kind):
            start = opened.end() if opened else paragraph.words
            limit = paragraph.end
            if paragraph.heading is not None:
                limit = paragraphs[_last(paragraph, starts, sections)].end
            found.append(Span(kind, start, _end(text, start, limit, ends.get(kind, []))))
    return tuple(
        sorted((*found, *_bracketed(text, paragraphs, found, ends.get("comment", []))), key=_start)
    )


def _opened(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """Read the words that open a block at a paragraph's beginning; most begin otherwise."""
    at = paragraph.words
    if text[at : at + 1] != "(" and text[at : at + 3].upper() not in _BEGINNINGS:
        return None
    bare = _BARE.match(text, at, paragraph.end)
    if bare is not None and text.find(f"END {bare['kind']}", at, paragraph.end) < 0:
        bare = None
    return _OPENS.match(text, at, paragraph.end) or bare


def _stands_alone(text: str, paragraph: Paragraph) -> str | None:
    """Give the kind of block a line announces that stands alone without a rule: `SUMMARY`."""
    if paragraph.number is not None or paragraph.end - paragraph.words > _LONGEST_LINE:
        return None
    return _announced(text[paragraph.words : paragraph.end])


_LONGEST_LINE = 40


def _start(span: Span) -> int:
    return span.start


def _last(paragraph: Paragraph, starts: list[int], sections: list[int]) -> int:
    """Give the last paragraph below a heading; where no further heading comes, the first."""
    following = bisect_right(sections, paragraph.start)
    if following == len(sections):
        return bisect_left(starts, paragraph.start)
    return bisect_left(starts, sections[following]) - 1


def _marks(
    text: str, spellings: Sequence[str], pattern: re.Pattern[str], start: int
) -> Iterator[re.Match[str]]:
    """Find a pattern by the word it begins with: words are found fast."""
    for at in occurrences(text, spellings, start, len(text)):
        mark = pattern.match(text, at)
        if mark is not None:
            yield mark


def _name(kind: str) -> str:
    known = _NAMES.get(kind.upper()[:6]) or _OTHERS.get(kind.upper().split()[0])
    return known or kind.lower()


def _announced(heading: str | None) -> str | None:
    """Give the kind of block a heading announces: `SUMMARY`, `Summary and Comment`, `COMMENT`."""
    if heading is None:
        return None
    words = (
        _ORDINAL.sub("", heading.upper().replace("/", " ").replace(":", " ")).strip(" .-").split()
    )
    if not words or len(words) > _LONGEST_HEADING:
        return None
    first = words[1] if words[0] in ("BEGIN", "EXECUTIVE", "(U)") and len(words) > 1 else words[0]
    if first.startswith("SUMM"):
        return "summary"
    if first.startswith("COMMENT"):
        return "comment"
    return "action" if words[:2] == ["ACTION", "REQUEST"] else None


_LONGEST_HEADING = 5
_ORDINAL = re.compile(r"^ *(?:[IVX]{1,4}|[A-H]|\d)[.)] +")


def _end(text: str, start: int, limit: int, ends: list[int]) -> int:
    """Say where a block ends: at the words that end it, even some paragraphs on, or the limit."""
    at = bisect_left(ends, start)
    if at < len(ends) and ends[at] - start <= _FAR:
        limit = ends[at]
    return start + len(text[start:limit].rstrip(" \n([-"))


_BEGINNINGS = frozenset(("SUM", "COM", "ACT", "TEX", "BEG", "EXE", "INT"))
_FAR = 20_000


def _bracketed(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[Span], ends: list[int]
) -> Iterator[Span]:
    """Find the comments in brackets inside paragraphs, outside the blocks found."""
    words = [paragraph.words for paragraph in paragraphs]
    begins = [block.start for block in found]
    spellings = ("COMMENT", "Comment", "comment")
    for mark in _marks(text, spellings, _COMMENT, words[0] if words else len(text)):
        if not text.endswith(_BRACKETS, 0, mark.start()):
            continue
        start = mark.end()
        at, block = bisect_right(words, mark.start()) - 1, bisect_right(begins, start) - 1
        outside = at < 0 or paragraphs[at].end <= mark.start()
        if outside or (block >= 0 and start < found[block].end):
            continue
        reach = min(paragraphs[at].end, start + _LONGEST_BRACKET)
        close = text.find(")", start, reach)
        stop = close if close >= 0 else reach
        said = bisect_left(ends, start)
        if said < len(ends) and ends[said] < reach:
            stop = ends[said]
        yield Span("comment", start, start + len(text[start:stop].rstrip(" \n([-")))
