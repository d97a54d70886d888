"""The sentence of a hit, as one line."""

import re
from collections.abc import Sequence

from store.query import Query, spans
from store.query.spans import found
from store.row import Prose, Stretch

LONGEST_BEFORE = 120
LONGEST_AFTER = 240

Marks = tuple[tuple[int, int], ...]

SENTENCE = re.compile(r"""(?<=[^\W_]{2})[.?!]["”’')]*\s""")
"""Where a sentence ends: after a word of two letters, so that `U.S.` and `E.O.` end none."""


def snippet(query: Query, prose: Prose) -> tuple[str, Marks]:
    """Give the sentence, or so, of the first hit as one line of plain text, and the hits in it.

    A hit in a paragraph goes before one in the header; without any, the first paragraph begins, or
    where there is none the subject stands.
    """
    place = _place(query, prose)
    line = _sentence(prose.text, *place, prose.breaks) if place else _beginning(prose)
    return line, tuple(spans(query, line))


def _place(query: Query, prose: Prose) -> tuple[Stretch, Stretch] | None:
    """Find the first hit, with the paragraph, or else the line, that it stands in."""
    text, breaks = prose.text, prose.breaks
    paragraphs = iter(prose.paragraphs)
    each = next(paragraphs, None)
    if each is not None:
        for start, end in found(query, text, breaks, each.start):
            while each is not None and each.end <= start:
                each = next(paragraphs, None)
            if each is None:
                break
            if each.start <= start:
                return Stretch(start, end), each
    for start, end in found(query, text, breaks):
        line_end = text.find("\n", end)
        line = text.rfind("\n", 0, start) + 1
        return Stretch(start, end), Stretch(line, line_end if line_end >= 0 else len(text))
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


def _beginning(prose: Prose) -> str:
    """Give the first words of a cable, which a list shows below its subject."""
    first = next(iter(prose.paragraphs), None)
    if first is None:
        return " ".join(prose.subject.split())
    end = min(first.end, first.start + LONGEST_AFTER)
    line = _flat(prose.text, Stretch(first.start, end), prose.breaks)
    return (line if end == first.end else line.rpartition(" ")[0]).strip()


def _flat(text: str, part: Stretch, breaks: Sequence[Stretch]) -> str:
    """Give a part of a text without page breaks, each run of blanks as one."""
    pieces, at = [], part.start
    for each in breaks:
        if each.start < part.end and each.end > at:
            pieces.append(text[at : max(at, each.start)])
            at = each.end
    pieces.append(text[at : part.end])
    return re.sub(r"\s+", " ", "".join(pieces))
