"""The classification banner: the level of the whole, in words and in its official colour."""

from tui.render.line import EMPTY, Line, Stroke, cells, fitted
from tui.render.safe import Shown, safe
from tui.render.styles import role

NO_LEVEL = "NO CLASSIFICATION MARKING"
_BESIDE = "   "
_MORE = " …"


def banner(level: str | None, captions: tuple[str, ...], width: int) -> Line:
    """Draw one line of `width` cells in the level's colour: its words, and the captions beside.

    Captions that find no room give way to an ellipsis, the level's words never do unless the
    terminal is narrower than they are.
    """
    if width < 1:
        return EMPTY
    said: str = fitted(safe(level or NO_LEVEL), width)
    for position, caption in enumerate(captions):
        more = f"{_BESIDE if not position else '  '}{safe(caption)}"
        room = width - (0 if position == len(captions) - 1 else len(_MORE))
        if cells(said) + cells(more) > room:
            said += _MORE if cells(said) + len(_MORE) <= width else ""
            break
        said += more
    spare = width - cells(said)
    plain = Shown(" " * (spare // 2) + said + " " * (spare - spare // 2))
    return Line(plain, (Stroke(0, len(plain), role(level)),))
