"""Summary, comments, action requests and quoted texts: where in the body each stands.

A block is announced by a heading, by a word at a paragraph's beginning (`Summary:`, `Begin
Comment.`), or by a bracket (`(Comment: …)`). It ends at `End Summary` and the like, else with its
paragraph, else before the next heading.
"""

import re
from collections.abc import Sequence

from store.cable import Heading, Paragraph, Span

_KIND = r"(?:EXECUTIVE )?(?P<kind>SUMM?A?R?Y|COMMENT|ACTION REQUEST|TEXT)"
_MORE = r"(?:(?:,? AND |/| & )(?:SUMMARY|COMMENT|ACTION REQUEST(?:ED)?|INTRODUCTION|ANALYSIS))?S?"
_MARK = r"(?: *\((?:U|C|S|SBU|TS)(?:/{1,2}[A-Z]{1,6})?\))?"
_OPENS = re.compile(
    rf"(?P<begin>BEGIN )?{_KIND}{_MORE}{_MARK}(?P<stop> *(?:[:.]+|-{{1,2}})){_MARK}[ \n]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[](?:BEGIN )?(?P<kind>COMMENT|NOTE)[:.] *", re.IGNORECASE)
_ENDS = re.compile(r"[(\[]?END(?: OF)?\s{1,3}(?P<kind>SUMM?A?R?Y|COMMENT|NOTE|ACTION REQUEST|TEXT)")
_NAMES = {"SUMMAR": "summary", "SUMMAY": "summary", "SUMARY": "summary", "COMMEN": "comment"}
_OTHERS = {"ACTION": "action", "TEXT": "text", "NOTE": "note"}
_LONGEST_BRACKET = 4000


def find(
    text: str, paragraphs: Sequence[Paragraph], headings: Sequence[Heading]
) -> tuple[Span, ...]:
    """Find the blocks of a body, in order; a block within another of its kind is not said again."""
    found: list[Span] = []
    capitals = text.upper()
    if len(capitals) != len(text):
        capitals = text
    ends = [(_name(end["kind"]), end.start()) for end in _ENDS.finditer(capitals)]
    sections = _sections(headings, len(text))
    for number, paragraph in enumerate(paragraphs):
        inner = found and paragraph.words < found[-1].end
        opened = _OPENS.match(text, paragraph.words, paragraph.end)
        kind = _name(opened["kind"]) if opened else _announced(paragraph.heading)
        if kind is not None and not (inner and found[-1].field == kind):
            start = opened.end() if opened else paragraph.words
            limit = _limit(paragraph, paragraphs[number + 1 :], sections)
            found.append(Span(kind, start, _end(text, kind, start, limit, ends)))
        elif not inner:
            found.extend(_bracketed(text, paragraph))
    return tuple(found)


def _name(kind: str) -> str:
    known = _NAMES.get(kind.upper()[:6]) or _OTHERS.get(kind.upper().split()[0])
    return known or kind.lower()


def _announced(heading: str | None) -> str | None:
    """Give the kind of block a heading announces: `SUMMARY`, `Summary and Comment`, `COMMENT`."""
    if heading is None:
        return None
    words = heading.upper().replace("/", " ").replace(":", " ").strip(" .-").split()
    if not words or len(words) > _LONGEST_HEADING:
        return None
    first = words[1] if words[0] in ("BEGIN", "EXECUTIVE", "(U)") and len(words) > 1 else words[0]
    if first.startswith("SUMM"):
        return "summary"
    if first.startswith("COMMENT"):
        return "comment"
    return "action" if words[:2] == ["ACTION", "REQUEST"] else None


_LONGEST_HEADING = 5


def _sections(headings: Sequence[Heading], end: int) -> list[int]:
    return [*(heading.start for heading in headings), end]


def _limit(paragraph: Paragraph, later: Sequence[Paragraph], sections: list[int]) -> int:
    """Say where a block must end that nothing ends: below its heading, the last paragraph there.

    Where no further heading comes, the heading holds its first paragraph only.
    """
    if paragraph.heading is None:
        return paragraph.end
    following = next((start for start in sections if start > paragraph.start), None)
    if following is None or following == sections[-1]:
        return paragraph.end
    last = paragraph.end
    for other in later:
        if other.start > following:
            break
        last = other.end
    return last


def _end(text: str, kind: str, start: int, limit: int, ends: list[tuple[str, int]]) -> int:
    """Say where a block ends: at the words that end it, even some paragraphs on, or the limit."""
    said = next((at for name, at in ends if name == kind and at >= start), None)
    if said is not None and said - start <= _FAR:
        limit = said
    return start + len(text[start:limit].rstrip(" \n([-"))


_FAR = 20_000


def _bracketed(text: str, paragraph: Paragraph) -> list[Span]:
    """Find the comments in brackets inside a paragraph."""
    found = []
    for mark in _BRACKET.finditer(text, paragraph.words, paragraph.end):
        reach = min(paragraph.end, mark.end() + _LONGEST_BRACKET)
        close = text.find(")" if mark[0][0] == "(" else "]", mark.end(), reach)
        ended = _ENDS.search(text[mark.end() : reach].upper())
        stop = mark.end() + ended.start() if ended else close if close >= 0 else reach
        stop = min(stop, close) if close >= 0 and not ended else stop
        found.append(
            Span(
                _name(mark["kind"]),
                mark.end(),
                mark.end() + len(text[mark.end() : stop].rstrip(" \n([-")),
            )
        )
    return found
