"""A cable in a list: date, reference id, level, origin and subject in one line of any width."""

from store.marking import Level, rank
from store.row import Hit, Row
from tui.render.line import Line, Stroke, cells, fitted, join, words
from tui.render.safe import Shown, safe
from tui.render.styles import role

_DATE, _ID, _LEVEL, _SHORT_LEVEL, _ORIGIN = 10, 16, 10, 4, 18
_WIDE, _NARROW = 100, 60
UNREAD, STARRED, SERIOUS, PICKED = "○", "*", "!", "+"
_INSET = "  "

_WORDS = {
    Level.UNCLASSIFIED: ("UNCLAS", "U"),
    Level.SENSITIVE: ("SBU", "SBU"),
    Level.CONFIDENTIAL: ("CONF", "C"),
    Level.SECRET: ("SECRET", "S"),
    Level.TOP_SECRET: ("TOP SECRET", "TS"),
}
# The names by which SENSITIVE levels go; they rank alike but are not one thing.
_SENSITIVE = (
    ("FOR OFFICIAL USE ONLY", "FOUO"),
    ("LIMITED OFFICIAL USE", "LOU"),
    ("EFTO", "EFTO"),
    ("E F T O", "EFTO"),
)


def short_level(level: str | None, *, letter: bool = False) -> str:
    """Say a level in a word (`CONF/NF`), or where room is short in a letter or two (`C/NF`).

    A level that is none is given as it is; no level is "-".
    """
    if level is None:
        return "-"
    found = rank(level)
    if found is None:
        return level
    word = _WORDS[found][letter]
    if found is Level.SENSITIVE:
        word = next((short for name, short in _SENSITIVE if name in level.upper()), word)
    return f"{word}/NF" if "NOFORN" in level.upper() else word


def row(
    cable: Row, width: int, *, starred: bool = False, unread: bool = False, picked: bool = False
) -> Line:
    """Draw one line of exactly `width` cells.

    Before the subject `○` marks a cable that is unread, `*` a star, `!` a serious finding; `+`
    before the id that it is marked.

    From 100 cells on: date, id, level, origin, subject. Below, without the origin, which the id
    tells; below 60, the level as a letter and the date without its century.
    """
    columns = [words(_column(cable.date or "-", _DATE))]
    if width < _NARROW:
        columns = [words(_column((cable.date or "-")[2:], _DATE - 2))]
    columns += [words(PICKED, "code") if picked else words(" ")]
    columns += [words(_name(cable, _ID if width >= _NARROW else _ID - 2) + " ", "code")]
    columns += [_level(cable.level, letter=width < _NARROW)]
    if width >= _WIDE:
        columns += [words(_column(cable.origin or "-", _ORIGIN) + " ")]
    left = join(columns)
    room = width - cells(left.plain)
    if room < 1:
        return words(_column(left.plain, max(width, 0)))
    signs = UNREAD * unread + STARRED * starred + SERIOUS * cable.serious
    said = f"{signs} " * bool(signs) + (cable.subject or "(no subject)")
    return join((left, words(_column(said, room))))


def told(cable: Row) -> str:
    """Tell in a few words which cable a row is: its id, date, level and subject."""
    parts = (cable.id, cable.date, short_level(cable.level), cable.subject or "(no subject)")
    return "  ".join(filter(None, parts))


def name_cells(width: int) -> int:
    """Count the cells of a row that name the cable: its date and its id."""
    return min(_DATE + _ID + 1 if width >= _NARROW else _DATE + _ID - 3, width)


def found(
    hit: Hit, width: int, *, starred: bool = False, unread: bool = False, picked: bool = False
) -> tuple[Line, Line]:
    """Draw a result in two lines of `width` cells: its row, and below it the text around the hit.

    Where the first hit would stand beyond the edge, the text begins a little before it.
    """
    snippet = safe(hit.snippet.replace("\t", " ").replace("\n", " "))
    first = hit.marks[0] if hit.marks else (0, 0)
    edge = width - len(_INSET)
    cut = snippet.rfind(" ", 0, max(first[0] - edge // 3, 0)) + 1 if first[1] > edge else 0
    plain = _column(_INSET + snippet[cut:], width)
    shift = len(_INSET) - cut
    strokes = tuple(
        Stroke(start + shift, min(end + shift, len(plain)), "hit")
        for start, end in hit.marks
        if cut <= start and start + shift < len(plain)
    )
    drawn = row(hit.row, width, starred=starred, unread=unread, picked=picked)
    return drawn, Line(plain, strokes)


def _name(cable: Row, width: int) -> Shown:
    """Write an id and which version it is; a long one without its middle: ends tell ids apart."""
    name = safe(cable.id if cable.version == 1 else f"{cable.id} v{cable.version}")
    if cells(name) > width:
        end = name[-(width // 2) :]
        name = Shown(fitted(name, width - cells(end)) + end)
    return _column(name, width)


def _level(level: str | None, *, letter: bool) -> Line:
    size = _SHORT_LEVEL if letter else _LEVEL
    word = _column(short_level(level, letter=letter), size)
    seen = words(word.rstrip(" "), role(level) if level else None)
    return join((seen, words(" " * (size - cells(seen.plain) + 1))))


def _column(text: str, width: int) -> Shown:
    """Make a text safe and `width` cells wide: cut with an ellipsis, or filled with blanks."""
    shown = fitted(safe(text), width)
    return Shown(shown + " " * (width - cells(shown)))
