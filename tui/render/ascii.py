"""What a terminal is sent that was promised nothing but ASCII."""

from functools import lru_cache
from unicodedata import normalize

from tui.render.line import Line, Stroke, cells, join, runs
from tui.render.safe import Shown

# By hand: what has no letter of ASCII at its base, or is better known by another sign.
_STAND_INS = str.maketrans(
    "…¶§·•‘’“”«»‐–—−×≥≤↑↓←→▁▂▃▄▅▆▇█│─┌┐└┘├┤┬┴┼★☆✓●○ßøØłŁđĐıåÅ",
    '~PS-*\'\'""""----x><^v<>.:-=+*%#|-+++++++++**+*osoOlLdDiaA',
)


def in_ascii(text: str) -> str:
    """Give a text in ASCII, in as many cells: letters without their accents, `?` for the rest."""
    if text.isascii():
        return text
    return "".join(map(_stand_in, text.translate(_STAND_INS)))


def line_in_ascii(line: Line) -> Line:
    """Give a line to be printed: its words in ASCII, in the roles they had."""
    return join(
        Line(shown := Shown(in_ascii(text)), tuple(Stroke(0, len(shown), role) for role in roles))
        for text, roles in runs(line)
    )


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    if character.isascii():
        return character
    base = normalize("NFD", character)[0]
    if base.isascii():
        return base
    return (" " if character.isspace() else "?") * cells(character)
