"""The one table of keys: bindings, footer and help screen are all read from it.

A row names what a key does, not which code does it: `id` is what a user's keymap will speak of,
`action` what the screen calls. No action needs Ctrl or Alt, and each letter has a twin among
arrows and named keys, so that every keyboard and every terminal reaches everything.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


class Key(NamedTuple):
    """One thing a key does.

    `action` may have the key itself in it, as `{}`. `keys` are Textual's names with commas between,
    the one to show first; `description` two or three words for the footer, `tooltip` the whole
    sentence; `screens` where it works: a screen, or what has the keys for a while (`query` is the
    search line while it is being typed in). `footer` is its rank in the footer, 1 kept longest
    when the screen is narrow, 0 never shown.
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
DETAIL = ("detail",)
HELP = ("help",)
QUERY = ("query",)
PROMPT = ("prompt",)
FACETS = ("facets",)
ORDER = ("order",)
VIEW = ("view",)
COPY = ("copy",)
OUTLINE = ("outline",)
TREE = ("tree",)
VERSIONS = ("versions",)
CABLES = LIST + DETAIL
TEXT = DETAIL + OUTLINE + VERSIONS + HELP
PANES = OUTLINE + TREE + VERSIONS + HELP
READING = LIST + DETAIL + OUTLINE + TREE + VERSIONS
VIEWS = READING + HELP
ROWS = LIST + PANES
TYPING = QUERY + PROMPT
EVERYWHERE = VIEWS + TYPING

PARAGRAPH = "To the next paragraph; 7p goes to ¶7"
EXPLAIN = "Explain the next code: TAGS, routing, DTG, caption, E.O., signal"
HEADER = "Open or fold the header"
WIDER, NARROWER = "Longer lines", "Shorter lines"
OUTLINED = "Headings and paragraphs, to go to one of them"
COMPARED = "Compare with the version before"
RELATED = "What it names and what names it, as a tree"
HINTS = "Follow a reference in view, by a letter"
NUMBER = "A number for the next key: 5j, 7p, 3J"
RECEIVED = "Turn between reading view and text as received, keeping the place"
FINDINGS = "Open or fold what was found in reading the cable"
JUMP = "To a row (120), a date (2009-, 2009-07) or the end"
COPIES = "Copy its text, a ¶, a citation, a quote, its id or path"
STAR = "Star it, or take the star away; is:starred finds it"
TAG = "Tag it: word, -word takes one away; Enter alone says which it has"
NOTE = "A note on it, in the reader on the ¶; Enter alone says what is there"
QUOTE = "The ¶ and its citation"
FACET = "Counts by level, origin, year and TAGS"
WIDEN = "Back to the whole list"
QUITS = "Say how to quit"
HELPS = "Show these keys"
SHELL = "To the shell; fg comes back"

KEYS: tuple[Key, ...] = (
    Key("move.down", "j,down", "down", "down", "One row or line down", "Move", VIEWS),
    Key("move.up", "k,up", "up", "up", "One row or line up", "Move", VIEWS),
    Key("page.down", "space,pagedown", "page(1)", "page", "One page down", "Move", ROWS, 5),
    Key("page.on", "space", "on", "page", "A page; at the end, the next cable", "Move", DETAIL, 5),
    Key("page.only", "pagedown", "page(1)", "page", "One page down", "Move", DETAIL),
    Key("page.up", "b,pageup", "page(-1)", "page up", "One page up", "Move", VIEWS),
    Key("half.down", "ctrl+d", "page(0.5)", "half page", "Half a page down", "Move", VIEWS),
    Key("half.up", "ctrl+u", "page(-0.5)", "half page up", "Half a page up", "Move", VIEWS),
    Key("move.top", "g,home", "top", "top", "To the first row or line", "Move", VIEWS),
    Key("move.end", "G,end", "end", "end", "To the last row or line", "Move", VIEWS),
    Key("move.jump", "colon", "jump", "jump", JUMP, "Move", LIST, 8),
    Key("cable.open", "enter,l,right", "app.read", "read", "Read the cable", "Read", LIST, 2),
    Key("count", "1,2,3,4,5,6,7,8,9,0", "digit({})", "count", NUMBER, "Move", READING),
    Key("paragraph.next", "p", "paragraph(1)", "next ¶", PARAGRAPH, "Move", DETAIL, 9),
    Key("paragraph.previous", "P", "paragraph(-1)", "¶ before", "To the ¶ before", "Move", DETAIL),
    Key("paragraph.jump", "colon", "jump", "to ¶", "To a paragraph by its number", "Move", DETAIL),
    Key("cable.next", "J", "app.step(1)", "next cable", "Next of the list", "Read", DETAIL, 6),
    Key("cable.previous", "K", "app.step(-1)", "cable before", "Previous one", "Read", DETAIL),
    Key("cable.explain", "i", "explain(1)", "explain", EXPLAIN, "Read", DETAIL, 5),
    Key("cable.explain.back", "I", "explain(-1)", "explain", "The code before", "Read", DETAIL),
    Key("cable.received", "v", "turn('received')", "received", RECEIVED, "Read", DETAIL, 10),
    Key("cable.findings", "F", "turn('findings')", "findings", FINDINGS, "Read", DETAIL),
    Key("cable.view", "z", "menu", "view", "Header, findings, as received", "Read", DETAIL, 11),
    Key("cable.wider", "plus", "width(1)", "wider", WIDER, "Read", DETAIL),
    Key("cable.narrower", "minus", "width(-1)", "narrower", NARROWER, "Read", DETAIL),
    Key("cable.outline", "o", "app.outline", "outline", OUTLINED, "Read", DETAIL, 8),
    Key("cable.versions", "c", "app.versions", "compare", COMPARED, "Read", DETAIL),
    Key("outline.go", "enter,l,right", "app.go", "go there", "Read it there", "Read", OUTLINE, 2),
    Key("tree.read", "enter", "app.follow", "read", "Read the cable", "Read", TREE, 2),
    Key("tree.open", "l,right", "unfold", "open", "What it leads to", "Refer", TREE, 5),
    Key("tree.close", "h,left", "fold", "close", "Close it, or go up", "Refer", TREE, 6),
    Key("reference.tree", "r", "app.tree", "references", RELATED, "Refer", CABLES, 9),
    Key("reference.hints", "f", "hints", "follow", HINTS, "Refer", DETAIL, 4),
    Key("reference.next", "tab", "reference(1)", "reference", "To the next one", "Refer", DETAIL),
    Key(
        "reference.before",
        "shift+tab",
        "reference(-1)",
        "back",
        "To the one before",
        "Refer",
        DETAIL,
    ),
    Key("reference.follow", "enter,l,right", "follow", "follow", "Read it", "Refer", DETAIL),
    Key("history.back", "H", "history(-1)", "back", "Cable read before", "Refer", DETAIL, 12),
    Key("history.forward", "L", "history(1)", "forward", "Forward again", "Refer", DETAIL),
    Key("view.header", "h", "screen.turn('header')", "header", HEADER, "View", VIEW, 1),
    Key("view.received", "r", "screen.turn('received')", "received", RECEIVED, "View", VIEW, 2),
    Key("view.findings", "f", "screen.turn('findings')", "findings", FINDINGS, "View", VIEW, 3),
    Key("view.cancel.menu", "escape,q", "screen.turn('')", "as is", "As it is", "View", VIEW, 4),
    Key("cable.star", "asterisk", "star", "star", STAR, "Keep", CABLES, 13),
    Key("cable.tag", "t", "tag", "tag", TAG, "Keep", CABLES),
    Key("cable.note", "a", "note", "note", NOTE, "Keep", CABLES),
    Key("cable.copy", "y", "copies", "copy", COPIES, "Keep", CABLES, 14),
    Key("copy.text", "t", "screen.copy('text')", "text", "The whole text", "Copy", COPY, 1),
    Key("copy.paragraph", "p", "screen.copy('paragraph')", "¶", "The ¶ one is at", "Copy", COPY, 2),
    Key("copy.citation", "c", "screen.copy('citation')", "citation", "Citation", "Copy", COPY, 3),
    Key("copy.quote", "q", "screen.copy('quote')", "quote ¶", QUOTE, "Copy", COPY, 4),
    Key("copy.id", "y,i", "screen.copy('id')", "id", "Its reference id", "Copy", COPY, 5),
    Key("copy.path", "l", "screen.copy('path')", "path", "File it came from", "Copy", COPY, 6),
    Key("copy.cancel", "escape", "screen.copy('')", "nothing", "Copy nothing", "Copy", COPY, 7),
    Key("search.open", "slash", "query", "search", "Search the library", "Search", LIST, 3),
    Key("search.line", "tab", "query", "query", "To the query line", "Search", LIST),
    Key("search.facets", "f", "facets", "facets", FACET, "Search", LIST, 6),
    Key("search.order", "comma", "sort", "sort", "Sort by date or relevance", "Search", LIST, 7),
    Key("find.open", "slash", "find", "find", "Find in this cable", "Search", DETAIL, 3),
    Key("hit.next", "n", "hit(1)", "next hit", "To the next hit", "Search", DETAIL, 7),
    Key("hit.previous", "N", "hit(-1)", "hit before", "To the hit before", "Search", DETAIL),
    Key("result.next", "n", "down", "next", "To the next result", "Search", LIST),
    Key("result.previous", "N", "up", "before", "To the result before", "Search", LIST),
    Key("hit.clear", "escape", "clear_hits", "clear", "Take hit marks away", "Search", DETAIL),
    Key("facet.narrow", "enter,l,right", "narrow", "only these", "Only these", "Facet", FACETS, 1),
    Key("facet.exclude", "minus,x", "exclude", "not these", "All but these", "Facet", FACETS, 2),
    Key("facet.field", "tab", "field", "next field", "To the next field", "Facet", FACETS, 4),
    Key("facet.close", "f,q,escape,h,left", "screen.facets", "close", "Close", "Facet", FACETS, 3),
    Key("order.newest", "n", "screen.order('newest')", "newest", "Newest first", "Sort", ORDER, 1),
    Key("order.oldest", "o", "screen.order('oldest')", "oldest", "Oldest first", "Sort", ORDER, 2),
    Key("order.best", "r", "screen.order('relevance')", "best", "Best first", "Sort", ORDER, 3),
    Key("order.cancel", "escape,q", "screen.order('')", "as is", "As it is", "Sort", ORDER, 4),
    Key("query.run", "enter", "screen.results", "results", "Go to the results", "Query", QUERY, 2),
    Key("query.results", "tab", "screen.results", "results", "The same", "Query", QUERY),
    Key("query.cancel", "escape", "screen.unask", "as before", "As before", "Query", QUERY, 3),
    Key("query.next", "down", "screen.down", "next", "Down the results", "Query", QUERY, 4),
    Key("query.previous", "up", "screen.up", "before", "Up the results", "Query", QUERY),
    Key("query.page", "pagedown", "screen.page(1)", "page", "Page on", "Query", QUERY),
    Key("query.page.up", "pageup", "screen.page(-1)", "page up", "Page up", "Query", QUERY),
    Key("prompt.answer", "enter", "screen.answer", "go", "Do it", "Query", PROMPT, 2),
    Key("prompt.cancel", "escape", "screen.cancel", "as before", "As before", "Query", PROMPT, 3),
    Key("query.left", "left", "cursor_left", "left", "Cursor left", "Query", TYPING),
    Key("query.right", "right", "cursor_right", "right", "Cursor right", "Query", TYPING),
    Key("query.home", "home,ctrl+a", "home", "start", "Cursor to the start", "Query", TYPING),
    Key("query.end", "end,ctrl+e", "end", "end", "Cursor to the end", "Query", TYPING),
    Key("query.rub", "backspace", "delete_left", "rub out", "Delete backwards", "Query", TYPING),
    Key("query.delete", "delete", "delete_right", "delete", "Delete forwards", "Query", TYPING),
    Key("query.rub.word", "ctrl+w", "delete_left_word", "word", "Delete a word", "Query", TYPING),
    Key("query.clear", "ctrl+u", "delete_left_all", "clear", "Clear the line", "Query", TYPING),
    Key("view.back", "q,h,left,backspace", "app.back", "back", "Back", "Program", TEXT, 3),
    Key("tree.back", "q,backspace", "app.back", "back", "Back", "Program", TREE, 3),
    Key("view.cancel", "escape", "app.back", "cancel", "Back; never quits", "Program", PANES),
    Key("list.widen", "h,left,backspace,escape", "widen", "all", WIDEN, "Program", LIST),
    Key("list.quit", "q", "leave", "back, quit", f"{WIDEN}; there, quit", "Program", LIST, 4),
    Key("help.open", "question_mark,f1", "app.help", "keys", HELPS, "Program", READING, 1),
    Key("query.help", "f1", "app.help", "keys", HELPS, "Program", TYPING, 1),
    Key("help.close", "question_mark,f1", "app.back", "close", "Close the keys", "Program", HELP),
    Key("app.quit", "Q", "app.leave", "quit", "Quit from anywhere", "Program", VIEWS),
    Key("app.interrupt", "ctrl+c", "app.interrupt", "how to quit", QUITS, "Program", EVERYWHERE),
    Key("app.redraw", "ctrl+l", "app.redraw", "redraw", "Draw anew", "Program", EVERYWHERE),
    Key("app.suspend", "ctrl+z", "app.suspend_process", "suspend", SHELL, "Program", EVERYWHERE),
)


def use(keymap: Iterable[tuple[str, str]]) -> None:
    """Give keys their user's letters, by id; before a screen is loaded, for it binds them then."""
    global KEYS  # one table that all read, settled once as the program starts
    chosen = dict(keymap)
    KEYS = tuple(key._replace(keys=chosen.get(key.id, key.keys)) for key in KEYS)


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
    "colon": ":",
    "comma": ",",
    "minus": "-",
    "plus": "+",
    "asterisk": "*",
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
            name,
            key.action.format(name),
            key.description,
            show=key.footer > 0,
            tooltip=key.tooltip,
            id=key.id,
            group=Binding.Group(key.group),
        )
        for key in of(screen)
        for name in key.keys.split(",")
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
