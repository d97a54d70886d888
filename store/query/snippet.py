"""The sentence of a hit, as one line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.cable import Cable
from store.query import Query, spans
from store.query.spans import found

LONGEST_BEFORE = 120
LONGEST_AFTER = 240

Marks = tuple[tuple[int, int], ...]

SENTENCE = re.compile(r"""(?<=[^\W_]{2})[.?!]["”’')]*\s""")
"""Where a sentence ends: after a word of two letters, so that `U.S.` and `E.O.` end none."""


class Stretch(NamedTuple):
    """A part of a text, offsets as everywhere."""

    start: int
    end: int


def snippet(query: Query, cable: Cable) -> tuple[str, Marks]:
    """Give the sentence, or so, of the first hit as one line of plain text, and the hits in it.

    A hit in a paragraph goes before one in the header; without any, the subject stands.
    """
    breaks = [Stretch(each.start, each.end) for each in cable.page_breaks]
    place = _place(query, cable, breaks)
    line = (
        _sentence(cable.text, *place, breaks) if place else " ".join((cable.subject or "").split())
    )
    return line, tuple(spans(query, line))


def _place(query: Query, cable: Cable, breaks: Sequence[Stretch]) -> tuple[Stretch, Stretch] | None:
    """Find the first hit, with the paragraph, or else the line, that it stands in."""
    paragraphs = iter(cable.paragraphs)
    each = next(paragraphs, None)
    if each is not None:
        for start, end in found(query, cable.text, breaks, each.words):
            while each is not None and each.end <= start:
                each = next(paragraphs, None)
            if each is None:
                break
            if each.words <= start:
                return Stretch(start, end), Stretch(each.words, each.end)
    for start, end in found(query, cable.text, breaks):
        line_end = cable.text.find("\n", end)
        line = cable.text.rfind("\n", 0, start) + 1
        return Stretch(start, end), Stretch(line, line_end if line_end >= 0 else len(cable.text))
    return None


def _sentence(text: str, hit: Stretch, within: Stretch, breaks: Sequence[Stretch]) -> str:
    before = _flat(text, Stretch(max(within.start, hit.start - LONGEST_BEFORE), hit.start), breaks)
    ends = [match.end() for match in SENTENCE.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    elif hit.start - within.start > LONGEST_BEFORE:
        before = before.partition(" ")[2]
    middle = _flat(text, hit, breaks)
    after = _flat(text, Stretch(hit.end, min(within.end, hit.end + LONGEST_AFTER)), breaks)
    stop = SENTENCE.search(middle + after, len(middle))
    if stop:
        after = after[: stop.end() - len(middle)]
    elif within.end - hit.end > LONGEST_AFTER:
        after = after.rpartition(" ")[0]
    return (before + middle + after).strip()


def _flat(text: str, part: Stretch, breaks: Sequence[Stretch]) -> str:
    """Give a part of a text without page breaks, each run of blanks as one."""
    pieces, at = [], part.start
    for each in breaks:
        if each.start < part.end and each.end > at:
            pieces.append(text[at : max(at, each.start)])
            at = each.end
    pieces.append(text[at : part.end])
    return re.sub(r"\s+", " ", "".join(pieces))
