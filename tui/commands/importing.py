"""`reftel import`: files and folders into the user's library."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store import importer
from store.importer import Progress, Refusal, Report
from store.library import Library
from tui.cli import DONE, INTERRUPTED, REFUSED, say
from tui.commands.opening import place


def run(args: Namespace) -> int:
    """Import, then say what became of it; a first import makes the library."""
    paths = [Path(path) for path in args.paths]
    if any(os.path.lexists(path) for path in paths):
        with Library.open(place(args), create=True) as library, _watched(paths) as on_progress:
            report = importer.run(paths, library, on_progress)
    else:
        # A slip of the finger makes no library.
        report = Report(refused=tuple(Refusal(str(path), "no such file") for path in paths))
    for refusal in report.refused:
        where = refusal.path if refusal.line is None else f"{refusal.path}:{refusal.line}"
        say(f"refused {where}: {refusal.reason}")
    print(_as_json(report) if args.json else _summary(report))  # noqa: T201
    if report.interrupted:
        say("interrupted; what is counted as new is in the library, import again for the rest")
        return INTERRUPTED
    return REFUSED if report.refused else DONE


def _summary(report: Report) -> str:
    counts = (
        f"{report.read} file{'s' * (report.read != 1)} read",
        f"{report.new} new",
        f"{report.same} same",
        f"{report.version} further version{'s' * (report.version != 1)}",
        f"{len(report.refused)} refused",
    )
    hidden = f" ({report.passed_over} hidden passed over)" if report.passed_over else ""
    return ", ".join(counts) + hidden


def _as_json(report: Report) -> str:
    # ASCII alone: see `tui.commands.show`.
    refused = [refusal._asdict() for refusal in report.refused]
    return json.dumps(report._asdict() | {"refused": refused}, indent=1)


@contextmanager
def _watched(paths: list[Path]) -> Iterator[Callable[[Progress], object]]:
    """Draw a bar on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich import progress
    from rich.console import Console

    with progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=sum(map(_files, paths)))
        yield lambda now: bar.update(task, completed=now.read + now.refused)


def _files(path: Path) -> int:
    """Count the files that an import of `path` will come by; near enough for a bar."""
    if not path.is_dir():
        return 1
    count = 0
    for _, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += sum(not name.startswith(".") for name in files)
    return count
