"""Reading the file of the configuration, with the line of each mistake."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.config.keymap import keymap
from tui.config.settings import SETTINGS, Config, Loaded, Problem
from tui.keys import USUAL
from tui.nearest import nearest

KEYS = "keys"
LARGEST = 1 << 20
"""Bytes of the largest file that is read; what is larger is no configuration."""

_PLACE = re.compile(r"line (\d+), column (\d+)")
_TABLE = re.compile(r"\s*\[\s*([^\]]*?)\s*\]")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def load(path: Path) -> Loaded:
    """Read the file; what is wrong with it is told and costs only the setting it is in."""
    try:
        if path.is_fifo():
            return Loaded(path, problems=(Problem(None, "it is a pipe, which may have no end"),))
        with path.open("rb") as handle:
            data = handle.read(LARGEST + 1)
        if len(data) > LARGEST:
            return Loaded(path, problems=(Problem(None, "it is too large to be read"),))
        text = data.decode("utf-8-sig")
        given = tomllib.loads(text)
    except OSError as error:
        return Loaded(path, problems=(Problem(None, error.strerror or str(error)),))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Loaded(path, problems=(Problem(line, "it is not in UTF-8"),))
    except RecursionError:
        return Loaded(path, problems=(Problem(None, "it is nested too deeply"),))
    except tomllib.TOMLDecodeError as error:
        return Loaded(path, problems=(_syntax(str(error), text),))
    return _settled(path, given, _lines(text))


def _settled(path: Path, given: dict[str, Any], lines: dict[str, int]) -> Loaded:
    """Check each value that is given, and take over those that fit."""
    problems: list[Problem] = []
    fields: dict[str, Any] = {}
    taken: dict[str, int | None] = {}
    keys = given.pop(KEYS, {})
    own = dict(keys) if isinstance(keys, dict) else {}
    given |= {f"{KEYS}.{name}": own.pop(name) for name in ("preset", "langmap") if name in own}
    known = {setting.name: setting for setting in SETTINGS}
    tables = {name.rpartition(".")[0] for name in known} - {""}
    for name, value in _flat(given, tables):
        line = lines.get(name)
        setting = known.get(name)
        if setting is None:
            problems.append(Problem(line, _unknown(name, [*known, KEYS])))
        elif setting.fits(value):
            fields[setting.field] = value
            taken[name] = line
        else:
            problems.append(Problem(line, f"{name} is to be {setting.wanted}, not {_short(value)}"))
    if isinstance(keys, dict):
        found, wrong = keymap(dict(_deep(own)), fields.get("preset", USUAL))
        fields[KEYS] = found
        taken.update((f"{KEYS}.{id}", lines.get(f"{KEYS}.{id}")) for id, _ in found)  # noqa: A001
        problems += [Problem(lines.get(f"{KEYS}.{id}"), text) for id, text in wrong]  # noqa: A001
    else:
        problems.append(Problem(lines.get(KEYS), f"{KEYS} is to be a table, [{KEYS}]"))
    problems.sort(key=lambda problem: problem.line or 0)
    return Loaded(path, Config(**fields), tuple(problems), taken)


def _flat(given: Mapping[str, Any], tables: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Give every value by its whole name; a table that is none of ours is one value."""
    for name, value in given.items():
        if name in tables and isinstance(value, dict):
            yield from ((f"{name}.{key}", each) for key, each in value.items())
        else:
            yield name, value


def _deep(given: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value by its whole name: `find.open = "x"` needs no quotes around the name."""
    for name, value in given.items():
        if isinstance(value, dict):
            yield from _deep(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _unknown(name: str, known: list[str]) -> str:
    last = {each.rpartition(".")[2]: each for each in known}
    near = nearest(name, [*known, *last])
    hint = f"the nearest is {last.get(near, near)}" if near else "reftel config show lists all"
    return f"there is no setting {_short(name)}; {hint}"


def _short(value: object) -> str:
    text = repr(value) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 40 else f"{text[:40]}…"


def _syntax(said: str, text: str) -> Problem:
    """Take the place out of what the parser says: before 3.14 it says it in words alone."""
    what, _, where = said.rpartition(" (at ")
    place = _PLACE.match(where)
    if place is None:
        return Problem(text.rstrip("\n").count("\n") + 1, f"it is no TOML: {what} (at its end)")
    return Problem(int(place[1]), f"it is no TOML: {what} (column {place[2]})")


def _lines(text: str) -> dict[str, int]:
    """Find the line at which each setting stands, as far as that is written plainly."""
    found: dict[str, int] = {}
    table: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            found.setdefault(".".join(table), number)
        elif key := _KEY.match(line):
            found.setdefault(".".join([*table, *_parts(key[1])]), number)
    return found


def _parts(name: str) -> list[str]:
    return ["".join(part) for part in _PART.findall(name)]
