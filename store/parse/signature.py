"""The signature: surnames in capitals on the last line, and what transmission left behind it.

Behind it may stand NNNN, the serial number, a level's banner, `##`, a note of the communications
centre, an archive's declassification stamp; the name may be glued to the last sentence
(`…CONSIDERED.  EAGLETON`).
"""

import re
from typing import NamedTuple

from store.cable import Span
from store.parse import classification
from store.parse.lines import Lines

_NAME = re.compile(r"[A-Z][A-Z'’\-]+(?:[ .]+[A-Z][A-Z'’\-]*\.?){0,2}|[A-Z][a-z]{2,15}")
_GLUED_NAME = re.compile(r"(?<=[.!?\"]) +([A-Z][A-Z'\-]{3,}(?: [A-Z][A-Z'\-]+)?)$")
_TAIL = re.compile(r"(?: ?#{1,9}| ?Y{3,9}| ?N{3,9}[A-Z]{0,12}|\.)$")
_END_MARK = re.compile(r"N{3,}[A-Z]{0,12}|[#.*]+|Y{3,}|#?\d{1,6}|BT|<< END OF DOCUMENT >>")
_NOTES = ("NOTE BY OC", "NOTE: BY OC", "DECLASSIFIED/RELEASED", "CABLE ENDS", "END OF CABLE")
_NO_NAMES = frozenset(
    [
        "BEGIN",
        "BT",
        "CABLE",
        "COMMENT",
        "CONFIDENTIAL",
        "CONSIDERED",
        "CONTINUED",
        "END",
        "ENDS",
        "MINIMIZE",
        "NOFORN",
        "NOTAL",
        "NOTE",
        "ONLY",
        "PAGE",
        "QUOTE",
        "SECRET",
        "SENSITIVE",
        "SIPDIS",
        "SUMMARY",
        "TEXT",
        "UNCLAS",
        "UNCLASSIFIED",
        "UNQUOTE",
    ]
)
_BEFORE = frozenset(("MINIMIZE CONSIDERED", "--", "-"))
_SENTENCE_ENDS = ".!?)\"'"
_RULES = frozenset("-=_*~ ")


class Signature(NamedTuple):
    """A signature found; `line` is where the body ends, `spans` are its place and the end's."""

    name: str | None
    line: int
    spans: tuple[Span, ...]


def find(lines: Lines, first: int, skip: dict[int, int]) -> Signature:
    """Find the signature from the end of the lines on, not before line `first`."""
    within = {line for begin, end in skip.items() for line in range(begin, end)}
    last = len(lines.words)
    while last > first and (last - 1 in within or _is_end(lines.words[last - 1])):
        last -= 1
    marks = [i for i in range(last, len(lines.words)) if lines.words[i] and i not in within]
    spans: tuple[Span, ...] = ()
    if marks:
        spans = (Span("end", lines.start(marks[0]), lines.end(marks[-1])),)
    if last <= first:
        return Signature(None, last, spans)
    words = lines.words[last - 1]
    begin = lines.start(last - 1)
    name = _TAIL.sub("", words)
    if last - 1 > first and _stands_alone(lines, last - 1, first, within) and _is_name(name):
        place = Span("signature", begin, begin + len(name))
        return Signature(name, last - 1, (place, *_rest(begin, name, words), *spans))
    glued = _GLUED_NAME.search(name)
    if glued is not None and _is_name(glued[1]):
        start = begin + glued.start(1)
        place = Span("signature", start, begin + len(name))
        return Signature(glued[1], last, (place, *_rest(begin, name, words), *spans))
    return Signature(None, last, spans)


def _rest(begin: int, name: str, words: str) -> tuple[Span, ...]:
    """Give the place of what stands on the signature's line behind it."""
    return (Span("end", begin + len(name), begin + len(words)),) if name != words else ()


def _stands_alone(lines: Lines, line: int, first: int, within: set[int]) -> bool:
    """Whether a line is no part of a paragraph: the one before it is blank, or ends a sentence."""
    before = lines.words[line - 1] if line - 1 >= first else ""
    ended = not before or before[-1] in _SENTENCE_ENDS
    return ended or line - 1 in within or before in _BEFORE or not set(before) - _RULES


def _is_end(words: str) -> bool:
    """Whether a line is blank or a mark, rule, banner or note behind a telegram's end."""
    if not words or _END_MARK.fullmatch(words) is not None or not set(words) - _RULES:
        return True
    if len(words) <= _LONGEST_BANNER and classification.closed_up(words) in classification.LEVELS:
        return True
    capitals = words[:_LONGEST_NOTE].upper()
    return any(note in capitals for note in _NOTES)


_LONGEST_BANNER, _LONGEST_NOTE = 40, 160


def _is_name(words: str) -> bool:
    parts = words.upper().replace(".", " ").split()
    return _NAME.fullmatch(words) is not None and not _NO_NAMES.intersection(parts)
