"""What a terminal shows, cell by cell, by what was written to it."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import get_character_cell_size

# A move, a change of colours, words, the end of a row; all else is the terminal's own business.
_PARTS = re.compile(
    r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|([^\x00-\x1f\x7f]+)|(\n)"
    r"|(\x1b\[[?><=]?[\d;]*[ $]?[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x00-\x1f\x7f])"
)
_COLOUR = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+")

# Every terminal takes one cell for each of these: Latin, Greek and Cyrillic letters, punctuation,
# arrows, signs for controls, lines, blocks and circles.
_NARROW = re.compile(
    "[ -~\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u2193\u2400-\u2421\u2500-\u259f\u25cb\u25cf\ufffd]*"
)

NO_PEN = "\0"
"""The pen that draws in the terminal's own colours."""

COVERED = "\0"
"""What stands in the second cell of a wide character."""

_codes = [""]


@cache
def pen(codes: str) -> str:
    """Give the character that stands for drawing with some codes; a program has few of them."""
    if not codes:
        return NO_PEN
    _codes.append(codes)
    return chr(len(_codes) - 1)


def codes(pen: str) -> str:
    """Give the codes (SGR) that a pen stands for."""
    return _codes[ord(pen)]


class Row(NamedTuple):
    """A row of cells, with one character of `text` and one of `pens` for each.

    `odd` are the cells (column, characters) that terminals may think to be of another width: wide
    characters, and those with marks on them.
    """

    text: str
    pens: str
    odd: tuple[tuple[int, str], ...] = ()

    def put(self, column: int, text: str, pen: str) -> "Row":
        """Write a text over the row from a column on, as far as there is room."""
        odd: dict[int, str] = {}
        if not _NARROW.fullmatch(text):
            text, odd = cells(text)
        text = text[: max(len(self.text) - column, 0)]
        end = column + len(text)
        kept = [(x, said) for x, said in self.odd if not column <= x < end]
        new = [(column + x, said) for x, said in odd.items() if column + x < end]
        return Row(
            self.text[:column] + text + self.text[end:],
            self.pens[:column] + pen * len(text) + self.pens[end:],
            tuple(kept + new),
        )


@cache
def blank(width: int) -> Row:
    """Give an empty row."""
    return Row(" " * width, NO_PEN * width)


class Grid:
    """The cells of a screen of `width` and `height`, and where the cursor is (column, row)."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [blank(width)] * height
        self.cursor = (0, 0)
        self._drawn_with = ""

    def copy(self) -> "Grid":
        """Give another grid that shows the same."""
        copy = Grid(self.width, self.height)
        copy.rows[:], copy.cursor = self.rows, self.cursor
        return copy

    def write(self, output: str) -> Iterator[str]:
        """Take what Textual writes; give back what is no matter of cells, unchanged."""
        for part in _PARTS.finditer(output):
            row, column, codes, text, end, other = part.groups()
            if row:
                self.cursor = (int(column) - 1, int(row) - 1)
            elif codes is not None:
                self._drawn_with = drawn_with(self._drawn_with, codes)
            elif text:
                self._put(text)
            elif end:
                self.cursor = (0, self.cursor[1] + 1)
            else:
                yield other

    def _put(self, text: str) -> None:
        column, y = self.cursor
        if y < self.height:
            self.rows[y] = self.rows[y].put(column, text, pen(self._drawn_with))
        size = len(text) if _NARROW.fullmatch(text) else len(cells(text)[0])
        self.cursor = (column + size, y)


def cells(text: str) -> tuple[str, dict[int, str]]:
    """Give a character for each cell of a text; and, by column, what odd cells hold in full."""
    found: list[str] = []
    odd: dict[int, str] = {}
    base = -1
    for character in text:
        size = get_character_cell_size(character)
        if size:
            base = len(found)
            found += [character, COVERED][:size]
            if not _NARROW.fullmatch(character):
                odd[base] = character
        elif base >= 0:
            odd[base] = odd.get(base, found[base]) + character
    return "".join(found), odd


@lru_cache(maxsize=1024)
def drawn_with(before: str, codes: str) -> str:
    """Add colour codes to those in force; the terminal's own colours need none."""
    found = before.split(";") if before else []
    for code in _COLOUR.findall(codes) or ["0"]:
        if code == "0":
            found.clear()
        elif code not in {"39", "49"}:
            found.append(code)
    return ";".join(found)
