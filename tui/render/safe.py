"""The one gate through which any text of a cable, a file name or an error reaches a terminal.

A document can hold escape sequences that set the clipboard or type keys into the program, marks
that turn the reading direction, characters that show nothing. `safe` puts a visible character in
the place of each, one for one, so that offsets into the text stay true; doing it twice changes
nothing. What it returns has a type of its own, and only that type is drawn.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NewType

Shown = NewType("Shown", str)

REPLACEMENT = "\ufffd"
MARKS_ON_A_BASE = 4

# All but these ranges is looked at one by one: printable ASCII, Latin-1 and Latin letters that
# never combine. A cable is seldom anything else.
_ODD = re.compile("[^ -~\xa0-\xac\xae-\u02ff]+")

# Characters that are letters, symbols or marks to Unicode's categories but draw nothing by
# themselves: fillers, variation selectors, a note without a head can hide text inside text. Of the
# skin colours of faces terminals do not agree how many cells they take.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001d159"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)

# Vowels and final consonants of Korean syllables: drawn into the cell of the letter before them.
_JAMO = re.compile("[\u1161-\u11ff\ud7b0-\ud7fb]")


def _control(code: int) -> str:
    """Choose the visible stand-in of a C0, DEL or C1 control.

    C1 in a decoded text is nearly always cp1252 that was read as Latin-1 (smart quotes in cables
    of the 2000s), so its cp1252 glyph is what the drafter typed.
    """
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return bytes([code]).decode("cp1252", errors="replace")


_CONTROLS = {chr(code): _control(code) for code in (*range(0x20), *range(0x7F, 0xA0))}


def safe(text: str) -> Shown:
    r"""Return the text of one line so that a terminal can do nothing but show it.

    C0 and DEL become their pictures (newline and tab too: ␊ ␉; split with `safe_lines` and expand
    tabs first where they should act), C1 its cp1252 glyph; what reorders, formats or shows nothing,
    line and paragraph separators, surrogates, private and unassigned characters become U+FFFD, as
    do a combining mark without a base and any beyond four on one base. Same length, idempotent,
    linear.
    """
    if text.isascii() and text.isprintable():
        return Shown(text)
    return Shown(_ODD.sub(_visible, text))


def safe_lines(text: str) -> list[Shown]:
    r"""Split a text of several lines at "\n" only and make each line safe."""
    return [safe(line) for line in text.split("\n")]


def _visible(odd: re.Match[str]) -> str:
    start = odd.start()
    marks = 0 if start and odd.string[start - 1] != " " else MARKS_ON_A_BASE
    out = []
    for character in odd.group():
        shown = _printed(character)
        if shown is None:
            marks += 1
            out.append(character if marks <= MARKS_ON_A_BASE else REPLACEMENT)
        else:
            marks = 0
            out.append(shown)
    return "".join(out)


@lru_cache(maxsize=4096)
def _printed(character: str) -> str | None:
    """Choose what shows a character by itself; None for a combining mark, which needs a base."""
    if character in _CONTROLS:
        return _CONTROLS[character]
    if _INVISIBLE.match(character):
        return REPLACEMENT
    category = unicodedata.category(character)
    if category[0] == "M" or _JAMO.match(character):
        return None
    if category == "Zs" or character.isprintable():
        return character
    return REPLACEMENT
