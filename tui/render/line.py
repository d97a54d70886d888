"""One drawn line: its words, how they look, and where in the cable they come from.

Lines are plain values so that a command can print them, and a screen keep thousands of them,
without Rich; `Line.text` makes the `rich.text.Text` of one that is drawn. Widths are terminal
cells, columns count characters of `plain`, offsets count characters of `Cable.text`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from store.codes import Code, Placed
from tui.render.safe import Shown, safe
from tui.render.styles import OFFICIAL, Palette

if TYPE_CHECKING:
    from rich.text import Text

# Every character below U+0300 that `safe` lets through takes one cell.
_FIRST_WIDE = "\u0300"


class Stroke(NamedTuple):
    """The role in which the columns from `start` to `end` are drawn."""

    start: int
    end: int
    role: str


class Piece(NamedTuple):
    """Columns from `column` on that show the cable's characters `start` to `end`, one for one."""

    column: int
    start: int
    end: int


class Spot(NamedTuple):
    """The columns from `start` to `end` that show a code: one may ask after it, or go to it."""

    start: int
    end: int
    code: Code


class Line(NamedTuple):
    """A line of a drawing. `paragraph` is the index into `Cable.paragraphs` it belongs to."""

    plain: Shown
    strokes: tuple[Stroke, ...] = ()
    pieces: tuple[Piece, ...] = ()
    paragraph: int | None = None
    spots: tuple[Spot, ...] = ()

    @property
    def start(self) -> int | None:
        """Offset of the first character of the cable shown here; None where it shows none."""
        return self.pieces[0].start if self.pieces else None

    @property
    def end(self) -> int | None:
        """Offset after the last character of the cable shown here; None where it shows none."""
        return self.pieces[-1].end if self.pieces else None

    @property
    def text(self) -> "Text":
        """The line in the official colours."""
        return self.drawn(OFFICIAL)

    def drawn(self, palette: Palette) -> "Text":
        """Make the text of the line in the colours of a palette."""
        from rich.text import Text

        text = Text(self.plain, no_wrap=True, overflow="ignore", end="")
        for stroke in self.strokes:
            text.stylize(palette[stroke.role], stroke.start, stroke.end)
        return text


def runs(line: Line) -> Iterator[tuple[Shown, tuple[str, ...]]]:
    """Yield the words of a line by the roles they are drawn in, the later over the earlier."""
    if not line.strokes:
        yield line.plain, ()
        return
    edges = {0, len(line.plain)}.union(*(stroke[:2] for stroke in line.strokes))
    for start, end in pairwise(sorted(edges)):
        over = tuple(s.role for s in line.strokes if s.start < end and s.end > start)
        yield Shown(line.plain[start:end]), over


EMPTY = Line(Shown(""))


def words(text: str, role: str | None = None, code: Code | None = None) -> Line:
    """Make a line of some words, made safe, in one role; `code` is what they show."""
    plain = safe(text)
    strokes = (Stroke(0, len(plain), role),) if role and plain else ()
    return Line(plain, strokes, spots=(Spot(0, len(plain), code),) if code and plain else ())


def join(lines: Iterable[Line]) -> Line:
    """Put lines one after the other into one."""
    plain: list[str] = []
    strokes: list[Stroke] = []
    pieces: list[Piece] = []
    spots: list[Spot] = []
    column = 0
    paragraph = None
    for line in lines:
        strokes += [Stroke(column + s.start, column + s.end, s.role) for s in line.strokes]
        pieces += [Piece(column + p.column, p.start, p.end) for p in line.pieces]
        spots += [Spot(column + s.start, column + s.end, s.code) for s in line.spots]
        plain.append(line.plain)
        column += len(line.plain)
        paragraph = line.paragraph if paragraph is None else paragraph
    return Line(Shown("".join(plain)), tuple(strokes), tuple(pieces), paragraph, tuple(spots))


def cut(line: Line, start: int, end: int) -> Line:
    """Take the columns of a line from `start` to `end`; a spot goes where its first column does."""
    first = max(bisect_right(line.pieces, start, key=lambda piece: piece.column) - 1, 0)
    last = bisect_left(line.pieces, end, key=lambda piece: piece.column)
    strokes = [
        Stroke(max(s.start, start) - start, min(s.end, end) - start, s.role)
        for s in line.strokes
        if s.start < end and s.end > start
    ]
    pieces = []
    for column, begin, stop in line.pieces[first:last]:
        skipped = max(start - column, 0)
        kept = min(stop, begin + end - column)
        if begin + skipped < kept:
            pieces.append(Piece(column + skipped - start, begin + skipped, kept))
    spots = [
        Spot(s.start - start, min(s.end, end) - start, s.code)
        for s in line.spots
        if start <= s.start < end
    ]
    shown = Shown(line.plain[start:end])
    return Line(shown, tuple(strokes), tuple(pieces), line.paragraph, tuple(spots))


def cells(text: str) -> int:
    """Count the terminal cells a safe text takes."""
    if text.isascii() or max(text) < _FIRST_WIDE:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: Shown, width: int) -> Shown:
    """Cut a text that takes more than `width` cells, with an ellipsis in the last of them."""
    if cells(text) <= width:
        return text
    _, end = next(breaks(text, max(width - 1, 1), hard=True))
    kept = text[:end] if cells(text[:end]) < width else ""
    return Shown(f"{kept}…"[: max(width, 0)])


def reach(text: str, start: int, width: int) -> int:
    """Find the column up to which a text fits into `width` cells from `start`: one at least."""
    from rich.cells import get_character_cell_size

    left = width
    for column in range(start, len(text)):
        left -= get_character_cell_size(text[column])
        if left < 0 and column > start:
            return column
    return len(text)


def breaks(text: str, width: int, *, hard: bool = False) -> Iterator[tuple[int, int]]:
    """Find where a text breaks into lines of `width` cells: at blanks, in a word that is too long.

    The blanks at a break belong to no line. `hard` breaks at the width alone and keeps all blanks.
    """
    narrow = text.isascii() or max(text) < _FIRST_WIDE
    start, size = 0, len(text)
    while start < size:
        limit = min(start + width, size) if narrow else reach(text, start, width)
        if hard or limit == size:
            yield start, limit
            start = limit
            continue
        end = text.rfind(" ", start, limit + 1)
        if end <= start:
            end = limit
        yield start, start + len(text[start:end].rstrip(" "))
        start = end
        while start < size and text[start] == " ":
            start += 1


def wrap(
    line: Line, width: int, first: Line = EMPTY, hang: int = 0, *, hard: bool = False
) -> Iterator[Line]:
    """Break a line (see `breaks`) so that all of it stands between column `hang` and `width`.

    `first` (a label, a gutter; no wider than `hang`) stands before the first of the lines.
    """
    lead = join((first, words(" " * (hang - cells(first.plain)))))
    if not line.plain:
        yield first
    for start, end in breaks(line.plain, max(width - hang, 1), hard=hard):
        yield join((lead, cut(line, start, end)))
        lead = words(" " * hang)


def lit(line: Line, spans: Sequence[tuple[int, int]], role: str = "hit") -> Line:
    """Draw the cable's spans (sorted, apart from each other) over a line, in a role."""
    strokes = list(line.strokes)
    for column, start, end in line.pieces:
        at = bisect_right(spans, start, key=lambda span: span[1])
        while at < len(spans) and spans[at][0] < end:
            begin, stop = max(spans[at][0], start), min(spans[at][1], end)
            strokes.append(Stroke(column + begin - start, column + stop - start, role))
            at += 1
    return line._replace(strokes=tuple(strokes))


def spotted(line: Line, placed: Sequence[Placed]) -> Line:
    """Give a line the spots of the codes (sorted, apart) whose first character it shows."""
    spots = []
    for column, start, end in line.pieces:
        at = bisect_left(placed, start, key=lambda one: one.start)
        while at < len(placed) and placed[at].start < end:
            first, last, code = placed[at]
            spots.append(Spot(column + first - start, column + min(last, end) - start, code))
            at += 1
    return line._replace(spots=(*line.spots, *spots)) if spots else line
