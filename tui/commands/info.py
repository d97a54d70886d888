"""`reftel info`: where the library is and what it holds."""

from argparse import Namespace
from pathlib import Path

from store.info import Info
from tui.cli import DONE
from tui.commands import data
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.render.header import day
from tui.render.line import Line, words


def run(args: Namespace) -> int:
    """Print what is known of the library."""
    with talked(args) as library:
        info, marks = Info.of(library), library.marks.path
    if args.json:
        told = info._asdict() | {"levels": dict(info.levels), "marks": str(marks)}
        data.one(told)
    else:
        put(lines(info, marks))
    return DONE


def lines(info: Info, marks: Path) -> list[Line]:
    """Say what is known of a library, and where the marks are."""
    span = f"{day(info.first)} to {day(info.last)}" if info.first and info.last else "no dates"
    rows = [
        ("library", info.path),
        ("cables", f"{info.cables:,}"),
        ("dates", span),
        *((f"  {level or 'no level'}", f"{count:,}") for level, count in info.levels),
        ("sources", f"{info.sources:,}, {info.bytes:,} bytes"),
        ("index", f"{info.indexed:,} cables" if info.indexed < info.cables else "up to date"),
        ("marks", str(marks) if marks.exists() else f"none yet; they will be in {marks}"),
    ]
    column = max(len(label) for label, _ in rows) + 2
    return [words(f"{label:<{column}}{value}") for label, value in rows]
