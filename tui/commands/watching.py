"""How far an import has come, told while it goes: a bar on a terminal, or lines for a program."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.importer import Progress, Refusal
from tui.cli import say
from tui.commands import data

EVERY = 0.2
"""Seconds between two lines for a program."""

Tell = Callable[[Progress], object]


@contextmanager
def bar(paths: Sequence[Path]) -> Iterator[Tell]:
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
        console=Console(stderr=True, markup=False, emoji=False, highlight=False),
        transient=True,
    ) as drawn:
        task = drawn.add_task("", total=sum(map(files, paths)), cables=0, rate=0, refused=0)
        begun = time.monotonic()

        def tell(now: Progress) -> None:
            rate = now.added / max(time.monotonic() - begun, 0.001)
            drawn.update(task, completed=now.done, cables=now.added, rate=rate, refused=now.refused)

        yield tell


@contextmanager
def lines(paths: Sequence[Path]) -> Iterator[Tell]:
    """Write a JSON object a line to stdout, some a second."""
    total = sum(map(files, paths))
    often = seldom()

    def tell(now: Progress) -> None:
        if often():
            line("progress", now._asdict() | {"of": total})

    yield tell


def line(kind: str, told: object) -> None:
    """Write a line of JSON, at once; BrokenPipeError where no one listens any more."""
    data.each([{kind: told}])
    sys.stdout.flush()


def seldom() -> Callable[[], bool]:
    """Give what tells, asked again and again, when it is time for another line."""
    due = 0.0

    def now() -> bool:
        nonlocal due
        moment = time.monotonic()
        if moment < due:
            return False
        due = moment + EVERY
        return True

    return now


def refusals(refused: Sequence[Refusal]) -> None:
    """Say of each input that was refused where and why."""
    for refusal in refused:
        say(f"refused {where(refusal)}: {refusal.reason}")


def where(refusal: Refusal) -> str:
    """Name the place of a refusal, with line and column where they are known."""
    path, _, *at = refusal
    return ":".join([path, *(str(number) for number in at if number is not None)])


def files(path: Path) -> int:
    """Count the files that an import of `path` will come by; near enough for a bar."""
    if not path.is_dir():
        return 1
    count = 0
    for _, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        count += sum(not name.startswith(".") for name in names)
    return count
