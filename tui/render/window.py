"""The part of a line that a screen has room for, where lines are not wrapped."""

from tui.render.line import EMPTY, Line, Piece, cells, cut, join, reach, words

_BEFORE, _BEHIND = words("<", "spot"), words(">", "spot")


def window(line: Line, left: int, width: int) -> Line:
    """Cut a line to `width` cells from cell `left` on, with a sign at an end that goes on."""
    size = cells(line.plain)
    if width < 1 or (not left and size <= width):
        return line
    start = _column(line, left)
    end = _column(line, left + width)
    if start >= len(line.plain):
        return _BEFORE if line.plain else EMPTY
    first, last = _BEFORE if left else EMPTY, _BEHIND if end < len(line.plain) else EMPTY
    return join((first, cut(line, start + len(first.plain), end - len(last.plain)), last))


def column(line: Line, offset: int) -> int:
    """Find the cell of a line at which an offset of the source stands; 0 where it does not."""
    for piece in line.pieces:
        if piece.start <= offset < piece.end:
            return _cell(line, piece, offset)
    return 0


def _cell(line: Line, piece: Piece, offset: int) -> int:
    return cells(line.plain[: piece.column + offset - piece.start])


def _column(line: Line, cell: int) -> int:
    """Find the column of the character that reaches over a cell."""
    if cells(line.plain) == len(line.plain):
        return min(cell, len(line.plain))
    return reach(line.plain, 0, cell) if cell else 0
