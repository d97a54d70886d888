"""`reftel config`: what is settled, where, and whether it can be read."""

import json
import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from store import files
from tui import keys
from tui.cli import DONE, USAGE, say
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.config import configured, file
from tui.config.settings import SETTINGS, Loaded
from tui.render.line import words


def run(args: Namespace) -> int:
    """Do what was asked of the configuration."""
    if args.what == "path":
        return _put([str(file(os.environ))])
    if args.what == "keys":
        return _keys(args)
    if args.what == "init":
        return _begin(file(os.environ))
    settled = configured()
    loaded = settled or Loaded(file(os.environ))
    if args.what == "show":
        _put(_shown(args, loaded))
    elif not loaded.problems:
        there = "is good" if settled else "is not there, and need not be"
        _put([f"{loaded.path} {there}"])
    for problem in loaded.said():
        say(problem)
    return USAGE if loaded.problems else DONE


def _put(lines: Iterator[str] | list[str]) -> int:
    put(map(words, lines))
    return DONE


def _shown(args: Namespace, loaded: Loaded) -> Iterator[str]:
    """Give every setting as it counts, as TOML, with where it comes from behind it."""
    config = loaded.config
    library = place(args)
    marks = marks_place()
    values = config._asdict() | {"library": str(library), "marks": marks and str(marks)}
    yield f"# {loaded.path}"
    for setting in SETTINGS:
        source = loaded.source(setting, os.environ)
        if setting.name == "library" and args.library:
            source = "--library"
        value = values[setting.field]
        if value is None:
            yield f"# {setting.name} is not settled: beside the library"
        else:
            yield f"{setting.name} = {json.dumps(value, ensure_ascii=False)}  # {source}"
    for id, names in config.keys:  # noqa: A001
        listed = json.dumps(names.split(","))
        line = loaded.lines.get(f"keys.{id}")
        yield f'keys."{id}" = {listed}  # {f"line {line}" if line else "the file"}'


def _keys(args: Namespace) -> int:
    """Give every key as it counts, or as a preset has it, with what is wrong with one's own."""
    loaded = configured() or Loaded(file(os.environ))
    config = loaded.config
    if args.preset:
        keys.use((), args.preset)
    else:
        keys.use(config.keys, config.preset, config.langmap)
    wide = max(len(key.keys) for key in keys.KEYS)
    _put(f"{key.id:<24}{key.keys:<{wide}}  {key.tooltip}" for key in keys.KEYS)
    for problem in loaded.said():
        say(problem)
    return USAGE if loaded.problems else DONE


def _begin(path: Path) -> int:
    """Write a file that says all that can be settled, where there is none yet."""
    try:
        files.make_private(path.parent)
        files.reserve(path)
    except FileExistsError:
        say(f"{path} is there already; it was left as it is")
        return USAGE
    files.replace(path, "\n".join(_template()).encode() + b"\n")
    return _put([str(path)])


def _template() -> Iterator[str]:
    yield "# What reftel is to do. A line that begins with # counts for nothing; those below show"
    yield "# what counts without them. reftel config validate says whether all can be read."
    table = ""
    for setting in SETTINGS:
        above, _, name = setting.name.rpartition(".")
        if above != table:
            yield from ("", f"[{above}]")
            table = above
        value = setting.default if setting.default is not None else setting.example
        yield from ("", f"# {setting.about}", f"# {name} = {json.dumps(value)}")
    yield ""
    yield "# Keys by what they do; reftel config keys lists all. Arrows, Enter, Escape, function"
    yield "# keys and the like stay what they are beside those named here."
    yield '# "cable.next" = ["J", "ctrl+n"]'
