"""The sentence of a hit, as one line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.cable import Cable
from store.query import Query, spans

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
    found = [Stretch(*span) for span in spans(query, cable.text, breaks)]
    if found:
        line = _sentence(cable.text, *_place(found, cable), breaks)
    else:
        line = " ".join((cable.subject or "").split())
    return line, tuple(spans(query, line))


def _place(found: Sequence[Stretch], cable: Cable) -> tuple[Stretch, Stretch]:
    """Choose a hit, and give it with the paragraph, or else the line, that it stands in."""
    for each in cable.paragraphs:
        for hit in found:
            if each.words <= hit.start < each.end:
                return hit, Stretch(each.words, each.end)
    hit = found[0]
    end = cable.text.find("\n", hit.end)
    start = cable.text.rfind("\n", 0, hit.start) + 1
    return hit, Stretch(start, end if end >= 0 else len(cable.text))


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
