"""`reftel import`: files and folders into the user's library."""

import os
from argparse import Namespace
from pathlib import Path

from store import importer
from store.importer import Refusal, Report
from store.library import Library
from tui.cli import DONE, INTERRUPTED, REFUSED, USAGE, say
from tui.commands import data, watching
from tui.commands.opening import largest, place, say_mistake, unsettled
from tui.fault import report_all


def run(args: Namespace) -> int:
    """Import, then say what became of it; a first import makes the library."""
    for problem in (wrong := unsettled(args)):
        say(problem)
    if wrong:
        return USAGE
    say_mistake()
    report_all()
    paths = [Path(path) for path in args.paths]
    if args.dry_run:
        from tui.commands import surveying

        return surveying.run(paths, args)
    if any(os.path.lexists(path) for path in paths):
        watched = watching.lines if args.progress else watching.bar
        with Library.open(place(args), create=True) as library, watched(paths) as on_progress:
            report = importer.run(paths, library, on_progress, largest=largest(args))
    else:
        # A slip of the finger makes no library.
        report = Report(refused=tuple(Refusal(str(path), "no such file") for path in paths))
    if args.progress:
        watching.line("report", told(report))
        return code(report)
    watching.refusals(report.refused)
    if args.json:
        data.one(told(report))
    else:
        data.lines([summary(report)])
    if report.interrupted:
        say("interrupted; what is counted as new is in the library, import again for the rest")
    return code(report)


def code(report: Report) -> int:
    """Give the exit code of an import."""
    if report.interrupted:
        return INTERRUPTED
    return REFUSED if report.refused else DONE


def summary(report: Report) -> str:
    """Say in a line what an import did."""
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


def told(report: Report) -> dict[str, object]:
    """Give a report as JSON has it."""
    refused = [refusal._asdict() for refusal in report.refused]
    return report._asdict() | {"refused": refused, "layouts": dict(report.layouts)}
