"""How a paragraph begins: pilcrow, number, portion mark."""

import re
from functools import lru_cache
from typing import NamedTuple

from store import marking

NUMERALS = "¶Â\ufffd0123456789"
"""What a number may begin with: `Â¶` is ¶ read as cp1252, U+FFFD a ¶ that was lost."""

NUMBER = (
    r"(?P<pilcrow>(?:Â?¶|\ufffd)?) ?(?P<digits>\d{1,3})(?P<letter>[a-z]?) ?[.)](?!\d)(?P<behind>)"
    r" *(?P<words>)"
    r"(?:(?:\( ?(?P<mark>[A-Za-z][A-Za-z/ ,\-]{0,30}?) ?\)"
    r"|(?P<bare>[A-Z]{1,4}(?:/{1,2}[A-Z]{1,6})?)\)) *)?"
)
"""The pattern of a number, and of a mark behind it where there is one: `¶2. (U)`, `1. C)`."""

_NUMBER = re.compile(NUMBER)
_ENDS = re.compile(r"\s*?(?:\n|\Z)")
_AFTER_WORD = re.compile(r"[A-Za-z/ ]{4,30}[:.\-]{1,2} ?\( ?([A-Za-z][A-Za-z/\-]{0,12}) ?\)")


class Start(NamedTuple):
    """The beginning of a paragraph: its number, its mark, and how far on its words begin.

    `ordinal` is the number without a letter behind it.
    """

    number: int | str
    ordinal: int
    portion: str | None
    words: int
    pilcrow: bool


def start(words: str) -> Start | None:
    """Read `¶2. (U) Early …`, `1.Embassy …`, `2a. (SBU) …`, `1. C) …`; None for other lines."""
    found = _NUMBER.match(words)
    return began(words, 0, found.end()) if found else None


def began(text: str, at: int, end: int) -> Start:
    """Read what `NUMBER` has found; what stands in brackets may be no mark (`(see below)`)."""
    found = _read(text[at:end]) if end - at <= _LONGEST else _number(text[at:end])
    words = at + found.words
    sign = text[words : words + 1]
    if found.portion is not None and sign.strip():
        return found  # as nearly all are
    portion = found.portion
    if portion is None:
        behind = at + len(text[at:words].rstrip(" "))
        later = _AFTER_WORD.match(text, behind)
        portion = later[1] if later and marking.portion(later[1]) is not None else None
    if not sign.strip() and (sign in ("", "\n") or _ENDS.match(text, words)):
        while text[words - 1] == " ":
            words -= 1
    return found._replace(portion=portion, words=words - at)


def _number(words: str) -> Start:
    """Read a number and its mark alone."""
    found = _NUMBER.match(words)
    if found is None:
        raise ValueError(words)
    pilcrow, digits, letter, mark, bare = found.group("pilcrow", "digits", "letter", "mark", "bare")
    portion, end = mark or bare, found.end()
    if portion is not None and marking.portion(portion) is None:
        portion, end = None, found.end("words")
    ordinal = int(digits)
    number = f"{ordinal}{letter}" if letter else ordinal
    return Start(number, ordinal, portion and portion.strip(), end, pilcrow != "")


_read = lru_cache(maxsize=4096)(_number)
"""The same, remembered: all cables begin their paragraphs with the same few."""

_LONGEST = 60
"""Letters of a number that is remembered, at most: a longer one is mostly blanks."""


def opens(words: str) -> bool:
    """Whether a line can be the first of a body: paragraph 1, or any with pilcrow or mark."""
    found = start(words) if words[:1] in NUMERALS else None
    return found is not None and (found.pilcrow or found.portion is not None or found.number == 1)
