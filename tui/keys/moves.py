"""Keys that move, on every screen."""

from tui.keys.key import Key
from tui.keys.rooms import CABLES, DETAIL, HOME, PANES, READING, VIEWS

NUMBER = "A number for the next key: how many rows; 7p is ¶7, 12G row or line 12"

KEYS = (
    Key("move.down", "j,down", "move(1)", "down", "One row or line down", "Move", VIEWS),
    Key("move.up", "k,up", "move(-1)", "up", "One row or line up", "Move", VIEWS),
    Key("page.down", "space,pagedown", "page(1)", "page", "One page down", "Move", PANES, 5),
    Key("page.on", "space", "on", "page", "A page; at the end, the next cable", "Move", DETAIL, 5),
    Key("page.only", "pagedown", "page(1)", "page", "One page down", "Move", CABLES + HOME),
    Key("page.up", "b,pageup", "page(-1)", "page up", "One page up", "Move", VIEWS),
    Key("half.down", "ctrl+d", "page(0.5)", "half page", "Half a page down", "Move", VIEWS),
    Key("half.up", "ctrl+u", "page(-0.5)", "half page up", "Half a page up", "Move", VIEWS),
    Key(
        "move.top",
        "g,home",
        "to(0)",
        "top",
        "To the first row or line, or to that of a number",
        "Move",
        VIEWS,
    ),
    Key(
        "move.end",
        "G,end",
        "to(-1)",
        "end",
        "To the last row or line, or to that of a number",
        "Move",
        VIEWS,
    ),
    Key("count", "1,2,3,4,5,6,7,8,9,0", "digit({})", "count", NUMBER, "Move", READING),
)
