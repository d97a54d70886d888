"""One row of the table of keys, and how people write a key."""

from typing import NamedTuple


class Key(NamedTuple):
    """One thing a key does.

    `action` is what the screen does, or a part of it (`hits.find`), or the program (`app.read`);
    it may have the key itself in it, as `{}`, and is "" for what only closes a menu. `keys` are
    Textual's names with commas between, the one to show first; `description` two or three words
    for the footer, `tooltip` the whole sentence; `screens` where it works: a screen, or what has
    the keys for a while (`query` is the search line while it is being typed in). `footer` is its
    rank in the footer, 1 kept longest when the screen is narrow, 0 never shown.
    """

    id: str
    keys: str
    action: str
    description: str
    tooltip: str
    group: str
    screens: tuple[str, ...]
    footer: int = 0

    @property
    def names(self) -> list[str]:
        """Give its keys, the one to show first."""
        return self.keys.split(",")


SHOWN = {
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
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
    "insert": "Ins",
    "slash": "/",
    "colon": ":",
    "comma": ",",
    "minus": "-",
    "plus": "+",
    "asterisk": "*",
    "apostrophe": "'",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "full_stop": ".",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
    "question_mark": "?",
}


def without_arrows() -> None:
    """Write the arrow keys in words from now on: a terminal of ASCII would show `v` for `↓`."""
    SHOWN.update(down="Down", up="Up", left="Left", right="Right")


def shown(key: str) -> str:
    """Give a key as people write it: `ctrl+d` as `Ctrl-d`, `pagedown` as `PgDn`."""
    modifier, _, name = key.rpartition("+")
    name = SHOWN.get(name, name)
    return f"{modifier.capitalize()}-{name}" if modifier else name
