"""Which library a command works on, and opening it."""

import os
from argparse import Namespace
from pathlib import Path

from store.errors import LibraryMissing
from store.library import Library
from tui.cli import say
from tui.config import configured
from tui.doors import Doors


def place(args: Namespace) -> Path:
    """Find the folder of the user's library: asked for, configured, or in the XDG folder."""
    settled = configured()
    chosen = (
        args.library
        or os.environ.get("REFTEL_LIBRARY")
        or (settled.config.library if settled else None)
    )
    return named(chosen) if chosen else _folder("XDG_DATA_HOME", ".local/share")


def opened(args: Namespace) -> tuple[Library, bool]:
    """Open the library for reading; the practice library (True) where the user has none yet.

    A library that was asked for by name must be there. One in the usual place that holds nothing
    counts as none: the first import was refused.
    """
    if args.library or os.environ.get("REFTEL_LIBRARY"):
        return Library.open(place(args), marks=marks_place()), False
    there = doors(args)
    library = there.enter()
    return (library, False) if library is not None else (there.try_out(), True)


def doors(args: Namespace) -> Doors:
    """Find the libraries there are to open."""
    words = ("--library", args.library) if args.library else ()
    try:
        practice = _folder("XDG_CACHE_HOME", ".cache").with_name("practice")
    except LibraryMissing:
        practice = None
    return Doors(place(args), practice, marks_place(), words)


def marks_place() -> Path | None:
    """Find the file of the reader's marks that was asked for; None for the one beside a library."""
    settled = configured()
    chosen = os.environ.get("REFTEL_MARKS") or (settled.config.marks if settled else None)
    return named(chosen) if chosen else None


def named(path: str) -> Path:
    """Give a path as it is written, with the home folder for a ~; one of nobody's stays so."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - it raises for nobody's


def largest(args: Namespace) -> int:
    """Find how many bytes a cable may have that is taken in: asked for, configured, or usual."""
    from store.layouts import LARGEST
    from tui.size import size

    settled = configured()
    asked: int | None = args.max_size
    return asked or (size(settled.config.max_size) if settled else None) or LARGEST


def unsettled(args: Namespace) -> list[str]:
    """Say what leaves open which library is meant: what is written must not go astray."""
    settled = configured()
    if settled is None or args.library or os.environ.get("REFTEL_LIBRARY"):
        return []
    return [] if settled.config.library else settled.said()


def say_mistake() -> None:
    """Say on stderr what is wrong with the configuration, where something is."""
    settled = configured()
    if settled and (wrong := settled.first()):
        say(wrong)


def talked(args: Namespace) -> Library:
    """Open the library as `opened` does, and say so on stderr where it is the practice library.

    What is wrong with the configuration is said as well.
    """
    say_mistake()
    library, practising = opened(args)
    if practising:
        say("no library yet, so this is the practice library; import yours: reftel import DIR")
    return library


def _folder(variable: str, default: str) -> Path:
    """Find our folder in one of XDG's; a relative path there counts as none, as XDG says."""
    base = os.environ.get(variable, "")
    if os.path.isabs(base):  # noqa: PTH117 - an empty string is no path
        return Path(base) / "reftel" / "library"
    try:
        return Path.home() / default / "reftel" / "library"
    except RuntimeError:
        raise LibraryMissing(
            "no home folder is known here; name the library's: --library DIR"
        ) from None
