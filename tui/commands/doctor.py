"""`reftel doctor`: what was found here, and what follows from it."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from shutil import get_terminal_size

from store.errors import LibraryMissing, ReftelError
from store.info import Info
from store.library import Library
from tui import doctor, terminal
from tui.cli import DONE, NO_LIBRARY, USAGE
from tui.commands import data
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.config import configured, file
from tui.config.settings import UNSETTLED, Loaded
from tui.doctor import Found
from tui.render.line import Line, words


def run(args: Namespace) -> int:
    """Print what was found; the exit code tells of a library or settings that cannot be used."""
    settled = configured()
    size = get_terminal_size() if terminal.interactive() else None
    library, usable = _library(args)
    found = around(library, size)
    if args.json:
        told = {each.name: {"found": each.found, "follows": each.follows} for each in found}
        data.one(told)
    else:
        put(lines(found))
    if not usable:
        return NO_LIBRARY
    return USAGE if settled and settled.problems else DONE


def around(library: list[Found], size: tuple[int, int] | None) -> list[Found]:
    """Put what was found of a library between what is around it and what it runs on."""
    settled = configured()
    mouse = (settled or UNSETTLED).config.mouse
    return [
        *doctor.around(os.environ, size, mouse=mouse),
        *library,
        _settings(settled),
        _pdf(),
        _versions(),
    ]


def lines(found: list[Found]) -> Iterator[Line]:
    """Lay out what was found, with what follows below each."""
    column = max(len(each.name) for each in found) + 2
    for each in found:
        yield words(f"{each.name:<{column}}{each.found}")
        if each.follows:
            yield words(f"{'':<{column}}- {each.follows}")


def _library(args: Namespace) -> tuple[list[Found], bool]:
    """Look at the library and its index; False where there is one that cannot be opened."""
    path = place(args)
    try:
        with Library.open(path, marks=marks_place()) as library:
            return held(library), True
    except LibraryMissing as error:
        asked = bool(args.library or os.environ.get("REFTEL_LIBRARY"))
        follows = "reftel import DIR makes it" + ("" if asked else "; until then, the practice one")
        return [
            Found("library", str(error) if asked else f"none yet at {path}", follows)
        ], not asked
    except ReftelError as error:
        return [Found("library", str(error), "reftel verify says what is wrong")], False


def held(library: Library) -> list[Found]:
    """Look at a library, its index and its marks."""
    info, marks = Info.of(library), library.marks.path
    behind = info.cables - info.indexed
    kept = str(marks) if marks.exists() else f"none yet; they will be in {marks}"
    return [
        Found("library", f"{library.path}, {info.cables:,} cables", _open_to_others(library.path)),
        Found("index", f"{info.indexed:,} cables", "the next search adds the rest" * (behind > 0)),
        Found("marks", kept),
    ]


def _open_to_others(path: Path) -> str:
    """Say how to keep others out of a folder that they may look into."""
    from stat import S_IRWXG, S_IRWXO

    loose = path.stat().st_mode & (S_IRWXG | S_IRWXO)
    return "others may use it; reftel verify --repair keeps them out" if loose else ""


def _settings(settled: Loaded | None) -> Found:
    if settled is None:
        return Found("settings", f"no {file(os.environ)}", "all is as it comes")
    if first := settled.first():
        return Found("settings", first, "what has a mistake is as it comes")
    return Found("settings", str(settled.path))


def _pdf() -> Found:
    from importlib.util import find_spec

    there = find_spec("pypdf") is not None
    return Found(
        "pypdf", "installed" if there else "not installed", f"PDFs {'' if there else 'not '}read"
    )


def _versions() -> Found:
    from importlib.metadata import PackageNotFoundError, version

    said = [f"Python {sys.version.split()[0]}"]
    for name in ("reftel", "textual", "tinydb", "tantivy"):
        try:
            said.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return Found("versions", ", ".join(said))
