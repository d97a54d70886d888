"""`reftel verify`: whether the library is what was taken in."""

import json
from argparse import Namespace
from collections.abc import Iterator

from store import verify
from store.marks import place_beside
from store.verify import Report, Trouble
from tui.cli import DONE, NO_LIBRARY
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.commands.progress import shown
from tui.render.line import Line, words


def run(args: Namespace) -> int:
    """Print what was looked at and what is wrong; the exit code tells whether anything is."""
    library = place(args)
    marks = marks_place() or place_beside(library)
    with shown("versions") as on_progress:
        report = verify.verify(library, marks, on_progress)
    if args.json:
        # ASCII alone: see `tui.commands.show`.
        print(json.dumps(_told(report), indent=1))  # noqa: T201
    else:
        put(_lines(report))
    return NO_LIBRARY if report.troubles else DONE


def _told(report: Report) -> dict[str, object]:
    wrong = [each._asdict() for each in report.troubles]
    return {"sound": not wrong, **report._asdict(), "troubles": wrong}


def _lines(report: Report) -> Iterator[Line]:
    yield words(f"library  {report.library}")
    yield words(f"looked   {report.cables:,} cables, {report.versions:,} versions")
    yield words(f"index    {report.indexed}")
    if report.older:
        yield words(f"older    {report.older:,} records of an older reading, which is no damage")
    if report.unread:
        yield words(f"unread   {report.unread:,} sources are whole, but cannot be read again here")
    for each in report.troubles:
        yield from _wrong(each)
    count = len(report.troubles)
    yield words(f"wrong    {count:,}" if count else "sound    all is as it was taken in")


def _wrong(trouble: Trouble) -> Iterator[Line]:
    about = trouble.id or trouble.where
    yield words(f"wrong    {about}: {trouble.says}")
    yield words(f"         - {trouble.do}")
