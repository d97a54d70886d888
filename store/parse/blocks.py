"""Summary, comments, action requests and quoted texts: where in the body each stands.

A block is announced by a heading, by a word at a paragraph's beginning (`Summary:`, `Begin
Comment.`), or by a bracket (`(Comment: …)`). It ends at `End Summary` and the like, else with its
paragraph, else before the next heading.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from store.cable import Heading, Paragraph, Span

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
_BRACKETS = ("(", "(BEGIN ", "(Begin ", "(begin ", "[", "[BEGIN ", "[Begin ", "[begin ")
_SENTENCE = (". ", ".\n", "? ", "! ", ") ")
_QUOTES = re.compile(rb"begin(?: of)? text[:.]?\s*")
_ENDS = re.compile(
    r"END(?: OF)?\s{1,3}(?:EXECUTIVE\s{1,3}|INTRODUCTION\s{1,3}(?:AND|&)\s{1,3})?"
    r"(?P<kind>SUMM?A?R?Y|COMMENT|NOTE|ACTION REQUEST|TEXT)",
    re.IGNORECASE,
)
_ENDINGS = re.compile(rb"end(?: of)?[^a-z]{1,3}[aceinst]")
_ENDINGS_SPELT = ("END", "End", "end summary", "end comment")
_COMMENTS = re.compile(rb"comment[:.]")
_NAMES = {"SUMMAR": "summary", "SUMMAY": "summary", "SUMARY": "summary", "COMMEN": "comment"}
_OTHERS = {"ACTION": "action", "TEXT": "text", "NOTE": "note"}
_LONGEST_BRACKET = 4000


def find(
    text: str, small: bytes, paragraphs: Sequence[Paragraph], headings: Sequence[Heading]
) -> tuple[Span, ...]:
    """Find the blocks of a body, in order; a block within another of its kind is not said again.

    `small` is the text in small letters (`folded.small`).
    """
    if not paragraphs:
        return ()
    found: list[Span] = []
    ends = _ends_of(text, small, paragraphs[0].start)
    alone: str | None = None
    for paragraph in paragraphs:
        opened = _opened(text, paragraph)
        if not (opened or alone or paragraph.heading or paragraph.number is None):
            continue
        inner = found and paragraph.words < found[-1].end
        kind = _name(opened["kind"]) if opened else alone or _announced(paragraph.heading)
        more = opened is not None and opened.end() < paragraph.end
        alone = None if more else _stands_alone(text, paragraph)
        if kind is not None and not alone and not (inner and found[-1].field == kind):
            start = opened.end() if opened else paragraph.words
            limit = paragraph.end
            if paragraph.heading is not None:
                limit = _last(paragraph, paragraphs, headings).end
            found.append(Span(kind, start, _end(text, start, limit, ends.get(kind, []))))
    places = [mark.start() for mark in _COMMENTS.finditer(small, paragraphs[0].words)]
    found += _bracketed(text, places, paragraphs, found, ends.get("comment", []))
    found += _quoted(text, small, paragraphs[0].words, found, ends.get("text", []))
    return tuple(sorted(found, key=_start))


def _ends_of(text: str, small: bytes, start: int) -> dict[str, list[int]]:
    """Give by kind of block where words say that one ends; in small letters few forms do."""
    ends: dict[str, list[int]] = {}
    for place in _ENDINGS.finditer(small, start):
        at = place.start()
        mark = _ENDS.match(text, at) if text.startswith(_ENDINGS_SPELT, at) else None
        if mark is not None:
            ends.setdefault(_name(mark["kind"]), []).append(at)
    return ends


def _opened(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """Read the words that open a block at a paragraph's beginning; most begin otherwise."""
    at = paragraph.words
    if text[at : at + 3].upper() not in _BEGINNINGS and text[at : at + 1] != "(":
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


def _start(part: Span | Heading | Paragraph) -> int:
    return part.start


def _last(
    paragraph: Paragraph, paragraphs: Sequence[Paragraph], headings: Sequence[Heading]
) -> Paragraph:
    """Give the last paragraph below a heading; where no further heading comes, the first."""
    following = bisect_right(headings, paragraph.start, key=_start)
    if following == len(headings):
        return paragraph
    return paragraphs[bisect_left(paragraphs, headings[following].start, key=_start) - 1]


def _name(kind: str) -> str:
    known = _NAMES.get(kind.upper()[:6]) or _OTHERS.get(kind.upper().split()[0])
    return known or kind.lower()


def _announced(heading: str | None) -> str | None:
    """Give the kind of block a heading announces: `SUMMARY`, `Summary and Comment`, `COMMENT`."""
    if heading is None:
        return None
    capitals = heading.upper()
    if "SUMM" not in capitals and "COMMENT" not in capitals and "ACTION" not in capitals:
        return None
    plain = _ORDINAL.sub("", capitals.replace("/", " ").replace(":", " "))
    words = plain.strip(" .-").split()
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
    text: str,
    places: Sequence[int],
    paragraphs: Sequence[Paragraph],
    found: Sequence[Span],
    ends: list[int],
) -> list[Span]:
    """Find the comments inside paragraphs, outside the blocks found.

    They stand in brackets, or their end is said: `… there. Comment: We doubt it. End comment.`
    """
    comments = []
    for place in places:
        bracket = text.endswith(_BRACKETS, 0, place)
        if not bracket and not text.endswith(_SENTENCE, 0, place):
            continue
        mark = _COMMENT.match(text, place)
        if mark is None:
            continue
        start = mark.end()
        at = bisect_right(paragraphs, place, key=_words) - 1
        block = bisect_right(found, start, key=_start) - 1
        outside = at < 0 or paragraphs[at].end <= place
        if outside or (block >= 0 and start < found[block].end):
            continue
        reach = min(paragraphs[at].end, start + _LONGEST_BRACKET)
        close = text.find("]" if "[" in text[max(0, place - 7) : place] else ")", start, reach)
        stop = close if close >= 0 else reach
        said = bisect_left(ends, start)
        if said < len(ends) and ends[said] < reach:
            stop = ends[said]
        elif not bracket:
            continue
        comments.append(Span("comment", start, start + len(text[start:stop].rstrip(" \n([-"))))
    return comments


def _quoted(
    text: str, small: bytes, start: int, found: Sequence[Span], ends: list[int]
) -> list[Span]:
    """Find the texts quoted between BEGIN TEXT and END TEXT that begin within a paragraph."""
    quoted: list[Span] = []
    for mark in _QUOTES.finditer(small, start) if ends else ():
        begin = mark.end()
        said = bisect_left(ends, begin)
        known = any(block.field == "text" and block.start <= begin <= block.end for block in found)
        if not known and said < len(ends) and ends[said] - begin <= _FAR:
            end = begin + len(text[begin : ends[said]].rstrip(" \n([-"))
            quoted.append(Span("text", begin, end))
    return quoted


def _words(paragraph: Paragraph) -> int:
    return paragraph.words
