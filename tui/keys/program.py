"""Keys of the program itself: back, quit, help, redraw."""

from tui.keys.key import Key
from tui.keys.rooms import EVERYWHERE, HELP, LIST, PANES, PLACES, TEXT, TREE, TYPING, VIEWS

WIDEN = "Back to the whole list"
QUITS = "Say how to quit"
HELPS = "Show these keys"
NARROW = "Type to see only the keys that do something, or what one key does"
COMMAND = "Any command by its word, a row (120), ¶ (7), date (2009-07), cable; Tab completes"
SHELL = "To the shell; fg comes back"

KEYS = (
    Key("view.back", "q,h,left,backspace", "app.back", "back", "Back", "Program", TEXT, 3),
    Key("tree.back", "q,backspace", "app.back", "back", "Back", "Program", TREE, 3),
    Key(
        "view.cancel", "escape,ctrl+g", "app.back", "cancel", "Back; never quits", "Program", PANES
    ),
    Key("list.widen", "h,left,backspace", "search.widen", "all", WIDEN, "Program", LIST),
    Key(
        "list.quit", "q", "search.leave", "back, quit", f"{WIDEN}; there, quit", "Program", LIST, 4
    ),
    Key("command.open", "colon,ctrl+p", "app.command", "command", COMMAND, "Program", VIEWS, 12),
    Key("help.open", "question_mark,f1", "app.help", "keys", HELPS, "Program", PLACES, 1),
    Key("query.help", "f1", "app.help", "keys", HELPS, "Program", TYPING, 1),
    Key("help.close", "question_mark,f1", "app.back", "close", "Close the keys", "Program", HELP),
    Key("help.filter", "slash,ctrl+f", "filter", "filter", NARROW, "Search", HELP, 2),
    Key("app.quit", "Q", "app.leave", "quit", "Quit from anywhere", "Program", VIEWS),
    Key("app.interrupt", "ctrl+c", "app.interrupt", "how to quit", QUITS, "Program", EVERYWHERE),
    Key("app.redraw", "ctrl+l", "app.redraw", "redraw", "Draw anew", "Program", EVERYWHERE),
    Key("app.suspend", "ctrl+z", "app.suspend_process", "suspend", SHELL, "Program", EVERYWHERE),
)
