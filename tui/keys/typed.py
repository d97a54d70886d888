"""Keys of a line that is being typed."""

from tui.keys.key import Key
from tui.keys.rooms import PROMPT, QUERY, TYPING

COMPLETE = "Write what is meant, or the first of the choices, into the line"
NEXT = "To the next choice"
EARLIER = "To the choice before; from the first, to lines typed before"
RUB = "Delete backwards; in an empty line, take away a term of a filter, or leave"
UP = "Up the results; from the first, to searches made before"

KEYS = (
    Key("query.run", "enter", "query.run", "results", "Go to the results", "Query", QUERY, 2),
    Key("query.results", "tab", "query.run", "results", "The same", "Query", QUERY),
    Key(
        "query.cancel", "escape,ctrl+g", "search.unask", "as before", "As before", "Query", QUERY, 3
    ),
    Key("query.next", "down", "screen.move(1)", "next", "Down the results", "Query", QUERY, 4),
    Key("query.previous", "up", "query.up", "before", UP, "Query", QUERY),
    Key("query.recall", "ctrl+r", "query.recall", "earlier", "Earlier searches", "Query", QUERY),
    Key("query.page", "pagedown", "screen.page(1)", "page", "Page on", "Query", QUERY),
    Key("query.page.up", "pageup", "screen.page(-1)", "page up", "Page up", "Query", QUERY),
    Key("prompt.answer", "enter", "prompt.answer", "go", "Do it", "Query", PROMPT, 2),
    Key(
        "prompt.cancel",
        "escape,ctrl+g",
        "prompt.cancel",
        "as before",
        "As before",
        "Query",
        PROMPT,
        3,
    ),
    Key("prompt.complete", "tab", "prompt.complete", "complete", COMPLETE, "Query", PROMPT, 4),
    Key("prompt.next", "down", "prompt.choose(1)", "next", NEXT, "Query", PROMPT, 5),
    Key("prompt.previous", "up", "prompt.choose(-1)", "before", EARLIER, "Query", PROMPT),
    Key("prompt.rub", "backspace", "prompt.rub", "rub out", RUB, "Query", PROMPT),
    Key("query.left", "left", "cursor_left", "left", "Cursor left", "Query", TYPING),
    Key("query.right", "right", "cursor_right", "right", "Cursor right", "Query", TYPING),
    Key("query.home", "home,ctrl+a", "home", "start", "Cursor to the start", "Query", TYPING),
    Key("query.end", "end,ctrl+e", "end", "end", "Cursor to the end", "Query", TYPING),
    Key("query.rub", "backspace", "delete_left", "rub out", "Delete backwards", "Query", QUERY),
    Key("query.delete", "delete", "delete_right", "delete", "Delete forwards", "Query", TYPING),
    Key("query.rub.word", "ctrl+w", "delete_left_word", "word", "Delete a word", "Query", TYPING),
    Key("query.clear", "ctrl+u", "delete_left_all", "clear", "Clear the line", "Query", TYPING),
)
