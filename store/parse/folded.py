"""A text made simpler for searching, a byte a letter, so that its offsets hold.

Patterns that begin with letters in any case, or with any capital, try each letter of a text; on
such bytes they begin with a few given ones, and are ten times as fast. Letters beyond Latin-1 are
question marks.
"""

import re

_SHAPE = bytearray(b"." * 256)
_SHAPE[ord("A") : ord("Z") + 1] = b"A" * 26
_SHAPE[ord("a") : ord("z") + 1] = b"a" * 26
_SHAPE[ord("0") : ord("9") + 1] = b"0" * 10
for blank in b" \n#":
    _SHAPE[blank] = ord(" ")
_NAMED = re.compile(rb"AA *0")
_DATED = re.compile(rb"00 ?[Aa][Aa ]{1,30}a(?= ?0)")


def numbered(text: str, start: int) -> list[int]:
    """Give where two letters end a word before a number: `MOSCOW 1439`, `002 OF 002`.

    The letters are capitals, unless a number stands before the words too: `09 Sao Paulo 1439`.
    """
    shape = text.encode("latin-1", "replace").translate(_SHAPE)
    found = [each.start() for each in _NAMED.finditer(shape, start)]
    dated = [each.end() - 2 for each in _DATED.finditer(shape, start)]
    return sorted(found + dated) if dated else found


def small(text: str) -> bytes:
    """Give a text in small letters."""
    return text.encode("latin-1", "replace").lower()
