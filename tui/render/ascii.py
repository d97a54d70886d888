"""What a terminal is sent that was promised nothing but ASCII."""

from functools import lru_cache
from unicodedata import normalize

from tui.render.line import cells

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


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    if character.isascii():
        return character
    base = normalize("NFD", character)[0]
    if base.isascii():
        return base
    return (" " if character.isspace() else "?") * cells(character)
