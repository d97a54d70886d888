"""The labels of an opening: E.O., TAGS, SUBJECT, REF, Classified By, and their garbled forms."""

import re
from collections.abc import Iterable
from itertools import chain

LABEL = re.compile(
    r"(?P<eo>(?<![A-Z])E\.? ?[O0]\.?[ :\-]{0,3}(?=\d{4,5}\b))"
    r"|(?P<tags>^(?:TAGS?|TAGES|TAS|TABS|TGS|AGS)(?:[:;,.]|\s|$)|\bTAGS?:(?=.))"
    r"|(?P<subject>^S?UBJ(?:ECT)?S?(?:\.| ?[:;]{1,2}|\s|$)|\bSUBJ(?:ECT)?:"
    r"|^(?:SUBJ[T8]|SUJ|SUBJEC|SUBJET|SUBJCT|SUBECT|SUJECT|SBJECT|BJECT) ?:)"
    r"|(?P<refs>^(?:PROGRAM )?REF(?:TEL|ERENCE)?(?:S|\(S\))?(?: ?[:;.]| (?=[A-Z\d(\[])|$)"
    r"|(?:\bREF(?:TEL)?S?|REFS?) ?: ?|\bREF(?= ?[A-Z][.):]))"
    r"|(?P<classified_by>(?<!DE)CLA?SS?\w{1,4}ED[ \-]*BY\b)",
    re.IGNORECASE,
)
_HINTS = ("TAG", "UBJ", "REF", "IED", "FED", "EO", "E.O", "E O", "E. O")
"""Every label that stands within a line holds one of these; most lines hold none."""

_SHORTEST = 4
"""No label within a line is shorter."""


def matches(words: str) -> Iterable[re.Match[str]]:
    """Find what may be a label: at the line's beginning, and elsewhere only where a hint is."""
    first = LABEL.match(words)
    found = (first,) if first else ()
    capitals = words[first.end() :].upper() if first else words.upper()
    if len(capitals) < _SHORTEST:
        return found
    for hint in _HINTS:
        if hint in capitals:
            return chain(found, LABEL.finditer(words, first.end() if first else 0))
    return found


def is_subject(label: str) -> bool:
    """Whether a label at a line's beginning is SUBJECT: in small letters only with a colon."""
    return label.rstrip().endswith((":", ".")) or label.isupper()


def is_reference(match: re.Match[str]) -> bool:
    """Whether REF is a label: glued to a word (`EGYPTREF: CAIRO`) only in capitals with a colon.

    `PREF:` is none.
    """
    before = match.string[max(0, match.start() - 2) : match.start()]
    if not before or not before[-1].isalnum():
        return True
    return before.isalnum() and len(before) > 1 and match[0].isupper() and ":" in match[0]
