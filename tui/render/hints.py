"""Letters over the codes in view: one presses them instead of walking there."""

from itertools import islice, product

from tui.render.line import Line, Spot, Stroke
from tui.render.safe import safe

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters in the order in which they are given: those under the fingers first."""


def labels(count: int) -> list[str]:
    """Give so many labels of one letter each, or of two where there are not enough of one."""
    size = 1 if count <= len(LETTERS) else 2
    return ["".join(letters) for letters in islice(product(LETTERS, repeat=size), count)]


def labelled(line: Line, spot: Spot, letters: str) -> Line:
    """Draw letters over the first columns of a spot; not over what may take no cell or two."""
    end = min(spot.start + len(letters), spot.end)
    if not line.plain[spot.start : end + 1].isascii():
        return line
    shown = line.plain[: spot.start] + letters[: end - spot.start] + line.plain[end:]
    return line._replace(
        plain=safe(shown), strokes=(*line.strokes, Stroke(spot.start, end, "hit-now"))
    )
