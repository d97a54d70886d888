"""`reftel verify`: whether the library is what was taken in, and mending what can be."""

from argparse import Namespace
from collections.abc import Iterator

from store import verify
from store.marks import place_beside
from store.verify import Report, Trouble
from store.verify.repair import Repaired, repair
from store.verify.trouble import import_again
from tui.cli import DONE, NO_LIBRARY
from tui.commands import data
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.commands.progress import shown
from tui.render.line import Line, words


def run(args: Namespace) -> int:
    """Print what was looked at, what is wrong and what was done; the exit code tells what stays."""
    library = place(args)
    marks = marks_place() or place_beside(library)
    with shown("versions") as on_progress:
        if args.repair:
            done = repair(library, marks, on_progress)
        else:
            report = verify.verify(library, marks, on_progress)
            done = Repaired(report, (), report.troubles)
    if args.json:
        data.one(_told(done))
    else:
        put(_lines(done))
    return NO_LIBRARY if done.left else DONE


def _told(done: Repaired) -> dict[str, object]:
    report = done.report
    return {
        "sound": not done.left,
        **report._asdict(),
        "troubles": [each._asdict() for each in report.troubles],
        "mended": done.mended,
        "left": [each._asdict() for each in done.left],
        "aside": done.aside,
    }


def _lines(done: Repaired) -> Iterator[Line]:
    report = done.report
    yield from _looked(report)
    for each in report.troubles:
        yield from _wrong(each, done)
    for mended in done.mended:
        yield words(f"mended   {mended}")
    if not report.troubles:
        yield words("sound    all is as it was taken in")
    elif done.mended:
        yield words(f"left     {len(done.left):,}")
    else:
        yield words(f"wrong    {len(report.troubles):,} in all")


def _looked(report: Report) -> Iterator[Line]:
    yield words(f"library  {report.library}")
    yield words(f"looked   {report.cables:,} cables, {report.versions:,} versions")
    yield words(f"index    {report.indexed}")
    if report.older:
        yield words(f"older    {report.older:,} records of an older reading, which is no damage")
    if report.unread:
        yield words(f"unread   {report.unread:,} sources are whole, but cannot be read again here")


def _wrong(trouble: Trouble, done: Repaired) -> Iterator[Line]:
    """Say what is wrong, and what is to do about it where that is left to do."""
    yield words(f"wrong    {trouble.id or trouble.where}: {trouble.says}")
    if trouble in done.left:
        yield words(f"         - {_to_do(trouble, done)}")


def _to_do(trouble: Trouble, done: Repaired) -> str:
    if done.aside and trouble.kind == "source":
        again = import_again(trouble.where) if trouble.where else "import it again"
        return f"it is taken out: {again}"
    return trouble.do
