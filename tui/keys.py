"""The one table of keys: bindings, footer and help screen are all read from it.

A row names what a key does, not which code does it: `id` is what a user's keymap will speak of,
`action` what the screen calls. No action needs Ctrl or Alt, and each letter has a twin among
arrows and named keys, so that every keyboard and every terminal reaches everything.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


class Key(NamedTuple):
    """One thing a key does.

    `keys` are Textual's names with commas between, the one to show first; `description` two or
    three words for the footer, `tooltip` the whole sentence; `screens` where it works (`query` is
    the search line while it is being typed in). `footer` is its rank in the footer, 1 kept
    longest when the screen is narrow, 0 never shown there.
    """

    id: str
    keys: str
    action: str
    description: str
    tooltip: str
    group: str
    screens: tuple[str, ...]
    footer: int = 0


LIST = ("list",)
SEARCH = ("search",)
DETAIL = ("detail",)
HELP = ("help",)
QUERY = ("query",)
ROWS = LIST + SEARCH
TEXT = DETAIL + HELP
READING = ROWS + DETAIL
VIEWS = READING + HELP
EVERYWHERE = VIEWS + QUERY
HITS = SEARCH + DETAIL
BACK = SEARCH + DETAIL + HELP

RECEIVED = "Turn between reading view and text as received, keeping the place"
QUITS = "Say how to quit"
SHELL = "To the shell; fg comes back"

KEYS: tuple[Key, ...] = (
    Key("move.down", "j,down", "down", "down", "One row or line down", "Move", VIEWS),
    Key("move.up", "k,up", "up", "up", "One row or line up", "Move", VIEWS),
    Key("page.down", "space,pagedown", "page(1)", "page", "One page down", "Move", VIEWS, 4),
    Key("page.up", "b,pageup", "page(-1)", "page up", "One page up", "Move", VIEWS),
    Key("half.down", "ctrl+d", "page(0.5)", "half page", "Half a page down", "Move", VIEWS),
    Key("half.up", "ctrl+u", "page(-0.5)", "half page up", "Half a page up", "Move", VIEWS),
    Key("move.top", "g,home", "top", "top", "To the first row or line", "Move", VIEWS),
    Key("move.end", "G,end", "end", "end", "To the last row or line", "Move", VIEWS),
    Key("cable.open", "enter,l,right", "app.read", "read", "Read the cable", "Read", ROWS, 2),
    Key("cable.received", "v", "received", "as received", RECEIVED, "Read", DETAIL, 6),
    Key("search.open", "slash", "app.search", "search", "Search the library", "Search", READING, 3),
    Key("search.line", "tab", "query", "query", "Back to the query line", "Search", SEARCH),
    Key("hit.next", "n", "hit(1)", "next hit", "To the next hit", "Search", HITS, 7),
    Key("hit.previous", "N", "hit(-1)", "hit before", "To the hit before", "Search", HITS),
    Key("hit.clear", "escape", "clear_hits", "clear", "Take hit marks away", "Search", DETAIL),
    Key("query.run", "enter", "screen.results", "results", "Go to the results", "Query", QUERY, 2),
    Key("query.results", "tab", "screen.results", "results", "The same", "Query", QUERY),
    Key("query.cancel", "escape", "app.back", "back", "Back", "Query", QUERY, 3),
    Key("query.next", "down", "screen.down", "next", "Down the results", "Query", QUERY, 4),
    Key("query.previous", "up", "screen.up", "before", "Up the results", "Query", QUERY),
    Key("query.page", "pagedown", "screen.page(1)", "page", "Page on", "Query", QUERY),
    Key("query.page.up", "pageup", "screen.page(-1)", "page up", "Page up", "Query", QUERY),
    Key("query.left", "left", "cursor_left", "left", "Cursor left", "Query", QUERY),
    Key("query.right", "right", "cursor_right", "right", "Cursor right", "Query", QUERY),
    Key("query.home", "home,ctrl+a", "home", "start", "Cursor to the start", "Query", QUERY),
    Key("query.end", "end,ctrl+e", "end", "end", "Cursor to the end", "Query", QUERY),
    Key("query.rub", "backspace", "delete_left", "rub out", "Delete backwards", "Query", QUERY),
    Key("query.delete", "delete", "delete_right", "delete", "Delete forwards", "Query", QUERY),
    Key("query.rub.word", "ctrl+w", "delete_left_word", "word", "Delete a word", "Query", QUERY),
    Key("query.clear", "ctrl+u", "delete_left_all", "clear", "Delete to the start", "Query", QUERY),
    Key("view.back", "q,h,left,backspace", "app.back", "back", "Back", "Program", BACK, 3),
    Key(
        "view.cancel", "escape", "app.back", "cancel", "Back; never quits", "Program", SEARCH + HELP
    ),
    Key("help.open", "question_mark", "app.help", "keys", "Show these keys", "Program", READING, 1),
    Key("help.key", "f1", "app.help", "keys", "Show these keys", "Program", READING),
    Key("query.help", "f1", "app.help", "keys", "Show these keys", "Program", QUERY, 1),
    Key("help.close", "question_mark,f1", "app.back", "close", "Close the keys", "Program", HELP),
    Key("list.quit", "q", "app.leave", "quit", "Quit", "Program", LIST, 4),
    Key("app.quit", "Q", "app.leave", "quit", "Quit from anywhere", "Program", VIEWS),
    Key("app.interrupt", "ctrl+c", "app.interrupt", "how to quit", QUITS, "Program", EVERYWHERE),
    Key("app.redraw", "ctrl+l", "app.redraw", "redraw", "Draw anew", "Program", EVERYWHERE),
    Key("app.suspend", "ctrl+z", "app.suspend_process", "suspend", SHELL, "Program", EVERYWHERE),
)

GAP = 2
"""Blanks between two entries of the footer."""

SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "f1": "F1",
    "slash": "/",
    "question_mark": "?",
}


def shown(key: str) -> str:
    """Give a key as people write it: `ctrl+d` as `Ctrl-d`, `pagedown` as `PgDn`."""
    modifier, _, name = key.rpartition("+")
    name = SHOWN.get(name, name)
    return f"{modifier.capitalize()}-{name}" if modifier else name


def of(screen: str) -> Iterator[Key]:
    """Yield the keys that work on a screen, in the table's order."""
    return (key for key in KEYS if screen in key.screens)


def bindings(screen: str) -> "list[BindingType]":
    """Turn a screen's keys into Textual bindings (Textual is imported only here)."""
    from textual.binding import Binding

    return [
        Binding(
            key.keys,
            key.action,
            key.description,
            show=key.footer > 0,
            tooltip=key.tooltip,
            id=key.id,
            group=Binding.Group(key.group),
        )
        for key in of(screen)
    ]


def footer(screen: str, width: int) -> list[tuple[str, str]]:
    """Choose the (key, what it does) pairs that fit `width` columns whole, in the table's order."""
    room = width + GAP
    chosen: set[str] = set()
    for key in sorted((key for key in of(screen) if key.footer), key=lambda key: key.footer):
        room -= len(shown(key.keys.split(",")[0])) + 1 + len(key.description) + GAP
        if room < 0:
            break
        chosen.add(key.id)
    return [
        (shown(key.keys.split(",")[0]), key.description) for key in of(screen) if key.id in chosen
    ]
