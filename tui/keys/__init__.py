"""The one table of keys: bindings, footer, menus and help screen are all read from it.

A row names what a key does, not which code does it: `id` is what a user's keymap speaks of,
`action` what the screen calls. No action needs Ctrl or Alt, and each letter has a twin among
arrows and named keys, so that every keyboard and every terminal reaches everything. The rows
stand by rooms of the house, one module for each.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.keys import beside, cables, kept, moves, panes, program, reader, typed
from tui.keys.key import Key, shown, without_arrows

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = [
    "GAP",
    "KEYS",
    "LANGMAPS",
    "PRESETS",
    "USUAL",
    "Key",
    "bindings",
    "footer",
    "latin",
    "of",
    "opened",
    "pressed",
    "shown",
    "table",
    "use",
    "without_arrows",
]

_TABLE: tuple[Key, ...] = (
    *(*moves.KEYS, *cables.KEYS, *reader.KEYS, *panes.KEYS),
    *(*kept.KEYS, *beside.KEYS, *typed.KEYS, *program.KEYS),
)
KEYS = _TABLE


USUAL = "vi"
"""The set of keys that the table itself is."""

PRESETS = (USUAL, "emacs", "arrows", "azerty", "qwertz")
"""Sets of keys: `tui.keys.presets`."""

LANGMAPS = ("ru", "uk", "el", "he")
"""Alphabets whose letters can stand for Latin ones: `tui.keys.langmaps`."""

_latin: Mapping[str, str] = {}


def table(preset: str) -> tuple[Key, ...]:
    """Give the table with the keys of a preset, as `tui.keys.presets` names them."""
    if preset == USUAL:
        return _TABLE
    from tui.keys.presets import BY_NAME  # few change their keys

    chosen = BY_NAME[preset]
    return tuple(
        key._replace(keys=chosen.get(key.id, "{}").replace("{}", key.keys)) for key in _TABLE
    )


def use(keymap: Iterable[tuple[str, str]], preset: str = USUAL, langmap: str = "") -> None:
    """Give keys their user's letters, by id; before a screen is loaded, for it binds them then.

    `langmap` names the alphabet whose letters stand for the Latin ones of their keys, "" none.
    """
    global KEYS, _latin  # one table that all read, settled once as the program starts
    chosen = dict(keymap)
    KEYS = tuple(key._replace(keys=chosen.get(key.id, key.keys)) for key in table(preset))
    _latin = {}
    if langmap:
        from tui.keys.langmaps import BY_NAME

        _latin = BY_NAME[langmap]


def latin(key: str) -> str:
    """Give the key that another alphabet's letter stands for; any other as it is."""
    modifier, plus, name = key.rpartition("+")
    return f"{modifier}{plus}{_latin.get(name, name)}"


def pressed(id: str) -> str:  # noqa: A002
    """Give what one presses for a row of the table, as people write it: `zh`, `Tab`, `, n`."""
    key = next(key for key in KEYS if key.id == id)
    openers = [each.names[0] for each in KEYS if opened(each) in key.screens]
    parts = [shown(name) for name in (*openers[:1], key.names[0])]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)


MENU = "menu('"


def opened(key: Key) -> str:
    """Name the menu that a key opens; "" for any other key."""
    return key.action[len(MENU) : -2] if key.action.startswith(MENU) else ""


GAP = 2
"""Blanks between two entries of the footer."""


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
        for name in key.names
    ]


def footer(screen: str, width: int) -> list[tuple[str, str]]:
    """Choose the (key, what it does) pairs that fit `width` columns whole, in the table's order."""
    room = width + GAP
    chosen: set[str] = set()
    for key in sorted((key for key in of(screen) if key.footer), key=lambda key: key.footer):
        room -= len(shown(key.names[0])) + 1 + len(key.description) + GAP
        if room < 0:
            break
        chosen.add(key.id)
    return [(shown(key.names[0]), key.description) for key in of(screen) if key.id in chosen]
