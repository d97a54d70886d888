"""`reftel import`: files and folders into the user's library."""

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store import importer
from store.importer import Progress, Refusal, Report
from store.library import Library
from tui.cli import DONE, INTERRUPTED, REFUSED, USAGE, say
from tui.commands.opening import place, unsettled


def run(args: Namespace) -> int:
    """Import, then say what became of it; a first import makes the library."""
    for problem in (wrong := unsettled(args)):
        say(problem)
    if wrong:
        return USAGE
    paths = [Path(path) for path in args.paths]
    if any(os.path.lexists(path) for path in paths):
        with Library.open(place(args), create=True) as library, _watched(paths) as on_progress:
            report = importer.run(paths, library, on_progress)
    else:
        # A slip of the finger makes no library.
        report = Report(refused=tuple(Refusal(str(path), "no such file") for path in paths))
    for refusal in report.refused:
        path, reason, *at = refusal
        where = ":".join([path, *(str(number) for number in at if number is not None)])
        say(f"refused {where}: {reason}")
    print(_as_json(report) if args.json else _summary(report))  # noqa: T201
    if report.interrupted:
        say("interrupted; what is counted as new is in the library, import again for the rest")
        return INTERRUPTED
    return REFUSED if report.refused else DONE


def _summary(report: Report) -> str:
    unchanged = f" ({report.unchanged:,} unchanged)" if report.unchanged else ""
    counts = (
        f"{report.read:,} file{'s' * (report.read != 1)} read{unchanged}",
        f"{report.new:,} new",
        f"{report.same:,} same",
        f"{report.version:,} further version{'s' * (report.version != 1)}",
        f"{len(report.refused):,} refused",
    )
    hidden = f" ({report.passed_over:,} hidden passed over)" if report.passed_over else ""
    layouts = ", ".join(f"{count:,} {layout}" for layout, count in report.layouts)
    by_layout = f"; by layout: {layouts}" if len(report.layouts) > 1 else ""
    return ", ".join(counts) + hidden + by_layout


def _as_json(report: Report) -> str:
    # ASCII alone: see `tui.commands.show`.
    refused = [refusal._asdict() for refusal in report.refused]
    told = {"refused": refused, "layouts": dict(report.layouts)}
    return json.dumps(report._asdict() | told, indent=1)


@contextmanager
def _watched(paths: list[Path]) -> Iterator[Callable[[Progress], object]]:
    """Draw a bar, the rate and the time left on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich import progress
    from rich.console import Console

    with progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[cables]:,} cables {task.fields[rate]:,.0f}/s"),
        progress.TextColumn("{task.fields[refused]:,} refused"),
        progress.TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        files = sum(map(_files, paths))
        task = bar.add_task("", total=files, cables=0, rate=0, refused=0)
        begun = time.monotonic()

        def tell(now: Progress) -> None:
            rate = now.added / max(time.monotonic() - begun, 0.001)
            bar.update(task, completed=now.done, cables=now.added, rate=rate, refused=now.refused)

        yield tell


def _files(path: Path) -> int:
    """Count the files that an import of `path` will come by; near enough for a bar."""
    if not path.is_dir():
        return 1
    count = 0
    for _, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += sum(not name.startswith(".") for name in files)
    return count
