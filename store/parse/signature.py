"""The signature: surnames in capitals on the last line, and what transmission left behind it.

Behind it may stand NNNN, the serial number, a level's banner, `##`, a note of the communications
centre, an archive's declassification stamp; the name may be glued to the last sentence
(`…CONSIDERED.  EAGLETON`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.cable import PageBreak, Span
from store.parse import classification
from store.parse.breaks import within

_NAME = re.compile(
    r"(?:[A-Z]\. ?){0,2}[A-Z][A-Z'’/\-]+(?:[ .]+[A-Z][A-Z'’\-]*\.?){0,2}"
    r"|(?:[A-Z][a-z]{1,2}|O['’])?[A-Z][a-z]{2,15}"
)
_GLUED_NAME = re.compile(r"(?<=[.!?\"]) +([A-Z][A-Z'\-]{3,}(?: [A-Z][A-Z'\-]+)?)$")
_TAIL = re.compile(r"(?: ?#{1,9}| ?Y{3,9}| ?N{3,9}[A-Z]{0,12}|[.,])$")
_END_MARK = re.compile(r"N{3,}[A-Z]{0,12}|[#.*]+|Y{3,}|#?\d{1,6}|BT|<< END OF DOCUMENT >>")
_NOTES = (
    *("NOTE BY OC", "NOTE: BY OC", "NOTE: GARBLED", "NOTE BY: OC", "DECLASSIFIED/RELEASED"),
    *("CABLE ENDS", "END OF CABLE", "END CABLE", "*** CURRENT "),
)
_PLAIN = """APPROVED ATTACHMENT BEGIN BT CABLE CLEARED COMMENT CONFIDENTIAL CONSIDERED CONTINUED
CORRECTION DRAFTED ENCLOSURE END ENDS MINIMIZE NOFORN NOTAL NOTE ONLY PAGE QUOTE REGARDS SECRET
SENSITIVE SIPDIS SUMMARY TEXT UNCLAS UNCLASSIFIED UNQTE UNQUOTE"""
_NO_NAMES = frozenset(_PLAIN.split())
_MINIMIZE = "MINIMIZE CONSIDERED"
_BEFORE = frozenset((_MINIMIZE, "END COMMENT", "END SUMMARY", "END TEXT", "--", "-"))
_SENTENCE_ENDS = ".!?)\"'"
_RULES = frozenset("-=_*~/+ ")


class Signature(NamedTuple):
    """A signature found; the body ends at `end`, `spans` are its place and the end's."""

    name: str | None
    end: int
    spans: tuple[Span, ...]


def find(text: str, first: int, breaks: Sequence[PageBreak]) -> Signature:
    """Find the signature from the end of a text on, not before `first`, where a line begins."""
    spans: tuple[Span, ...] = ()
    line = _last_line(text, first, len(text), breaks)
    while line is not None and _is_end(line.words):
        end = spans[0].end if spans else line.start + len(line.words)
        spans = (Span("end", line.start, end),)
        line = _last_line(text, first, line.begin, breaks)
    if line is None:
        return Signature(None, first, spans)
    words, start, end = line.words, line.start, line.start + len(line.words)
    name = _TAIL.sub("", words)
    if line.begin > first and _stands_alone(text, first, line.begin, breaks) and _is_name(name):
        place = Span("signature", start, start + len(name))
        return Signature(name, line.begin, (place, *_rest(start, name, words), *spans))
    glued = _GLUED_NAME.search(name)
    if glued is not None and _is_name(glued[1]):
        place = Span("signature", start + glued.start(1), start + len(name))
        return Signature(glued[1], end, (place, *_rest(start, name, words), *spans))
    return Signature(None, end, spans)


class _Line(NamedTuple):
    """A line: where it begins, where its words do, and these."""

    begin: int
    start: int
    words: str


def _last_line(text: str, first: int, stop: int, breaks: Sequence[PageBreak]) -> _Line | None:
    """Give the last line with words before an offset, page breaks passed over."""
    while True:
        end = stop
        while end > first and text[end - 1].isspace():
            end -= 1
        if end <= first:
            return None
        broken = within(breaks, end - 1)
        if broken is None:
            begin = max(text.rfind("\n", 0, end) + 1, first)
            words = text[begin:end].lstrip()
            return _Line(begin, end - len(words), words)
        stop = broken.start


def _rest(begin: int, name: str, words: str) -> tuple[Span, ...]:
    """Give the place of what stands on the signature's line behind it."""
    return (Span("end", begin + len(name), begin + len(words)),) if name != words else ()


def _stands_alone(text: str, first: int, begin: int, breaks: Sequence[PageBreak]) -> bool:
    """Whether a line is no part of a paragraph: the one before it is blank, or ends a sentence."""
    above = max(text.rfind("\n", 0, begin - 1) + 1, first)
    before = text[above:begin].strip()
    ended = not before or before[-1] in _SENTENCE_ENDS
    return (
        ended
        or before.upper() in _BEFORE
        or not set(before) - _RULES
        or within(breaks, above) is not None
    )


def _is_end(words: str) -> bool:
    """Whether a line is blank or a mark, rule, banner or note behind a telegram's end."""
    if not words or _END_MARK.fullmatch(words) is not None or not set(words) - _RULES:
        return True
    if len(words) <= _LONGEST_BANNER and classification.closed_up(words) in classification.LEVELS:
        return True
    if len(words) < _SHORTEST_NOTE:
        return False
    capitals = " ".join(words[:_LONGEST_NOTE].upper().split())
    return capitals.rstrip(".") == _MINIMIZE or any(note in capitals for note in _NOTES)


_LONGEST_BANNER, _LONGEST_NOTE = 40, 160
_SHORTEST_NOTE = min(map(len, _NOTES))


def _is_name(words: str) -> bool:
    parts = words.upper().replace(".", " ").split()
    return _NAME.fullmatch(words) is not None and not _NO_NAMES.intersection(parts)
