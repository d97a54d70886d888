"""A user's own keys, held against the table of keys: what each would do, and where two would clash.

A keymap gives each id its letters. Arrows, Enter, Escape, function keys and the like stay with it
whatever the map says, so that nobody can lock themselves out.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from tui import keys
from tui.config.settings import Keymap
from tui.keys.rooms import TYPING
from tui.nearest import nearest

NAMED = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"),
        *("tab", "shift+tab", "space", "backspace", "delete", "insert"),
        *(f"f{number}" for number in range(1, 13)),
    )
)
"""Keys that have no letter, by Textual's names."""

WRITTEN = "keys are written x, X, ctrl+x, alt+x, pagedown, f5"
MODIFIERS = ("ctrl+", "alt+", "shift+")
_CALLED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls a sign that Unicode calls otherwise."""

Table = Mapping[str, keys.Key]
"""Keys by id."""

Wrong = list[tuple[str, str]]
"""What is wrong, each with the id it was said of."""


def keymap(given: Mapping[str, object], preset: str = keys.USUAL) -> tuple[Keymap, Wrong]:
    """Check keys by id over those of a preset; those that are right in the form of the table."""
    table = {key.id: key for key in keys.table(preset)}
    found: dict[str, str] = {}
    wrong: Wrong = []
    for id, value in given.items():  # noqa: A001
        if id not in table:
            near = nearest(id, table)
            hint = f"the nearest is {near!r}" if near else "reftel config keys lists all"
            wrong.append((id, f"no key is called {id[:40]!r}; {hint}"))
        elif (names := _names(value)) is None:
            wrong.append((id, f'{id} is to be keys in a list, such as ["x", "ctrl+x"]'))
        elif bad := [each for each in names if name(each) is None]:
            wrong.append((id, f"{id}: there is no key {bad[0][:20]!r}; {WRITTEN}"))
        elif typed := [each for each in names if len(each) == 1 and _is_typed_at(table[id])]:
            wrong.append((id, f"{id}: {typed[0]} is typed there; only named keys can be used"))
        else:
            found[id] = ",".join(_together(table[id], filter(None, map(name, names))))
    return _apart(found, wrong, table), wrong


def name(key: str) -> str | None:
    """Give Textual's name of a key: of a sign (`/`) or by name (`pagedown`); None for no key."""
    modifier = next((each for each in MODIFIERS if key.startswith(each) and key != each), "")
    plain = key[len(modifier) :]
    if key in NAMED:
        return key
    if len(plain) == 1 and plain.isprintable() and plain != " ":
        return modifier + _called(plain)
    if modifier and plain in NAMED:
        return key
    return key if plain in _signs() else None


def _called(sign: str) -> str:
    if sign.isalnum():
        return sign
    unicode = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _CALLED.get(unicode, unicode)


def _signs() -> frozenset[str]:
    return frozenset(_called(chr(code)) for code in range(33, 127) if not chr(code).isalnum())


def _names(value: object) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return value
    return None


def _is_typed_at(key: keys.Key) -> bool:
    return bool(set(key.screens) & set(TYPING))


def _together(key: keys.Key, asked: Iterable[str]) -> Iterator[str]:
    """Give the keys asked for, and of those there were what has no letter."""
    kept = (each for each in key.keys.split(",") if each in NAMED)
    yield from dict.fromkeys((*asked, *kept))


def _apart(found: dict[str, str], wrong: Wrong, table: Table) -> Keymap:
    """Leave out what would give a key two meanings on one screen."""
    right = dict(found)
    while clash := next(filter(None, (_clash(id, right, table) for id in right)), None):  # noqa: A001
        id, key, other = clash  # noqa: A001
        wrong.append((id, f"{id}: {keys.shown(key)} is {other} already; give that another key"))
        del right[id]
    return tuple(right.items())


def _clash(
    id: str,  # noqa: A002
    found: Mapping[str, str],
    table: Table,
) -> tuple[str, str, str] | None:
    """Give an id with a key of it that another id has on a screen of both, and that one."""
    mine, screens = found[id].split(","), set(table[id].screens)
    for other in table.values():
        if other.id != id and screens & set(other.screens):
            theirs = found.get(other.id, other.keys).split(",")
            for key in mine:
                if key in theirs:
                    return id, key, other.id
    return None
