"""The signs beside cables and lines, and what each says: what a screen draws without a word."""

from tui.render.own import SIGN as NOTED
from tui.render.row import PICKED, SERIOUS, STARRED, UNREAD

SIGNS = {
    "list": (
        (UNREAD, "Unread"),
        (STARRED, "Starred"),
        (SERIOUS, "Something grave was found in reading it"),
        (PICKED, "Marked, before its id"),
    ),
    "detail": (
        (f"¶3{NOTED}", "You have a note on it"),
        ("<  >", "The line goes on there, where lines are not wrapped"),
    ),
    "tree": (
        ("+  -", "Leads to others; is open"),
        ("(in text)", "Named in running text alone, by no REF"),
    ),
}
"""By screen, as the table of keys names it."""
