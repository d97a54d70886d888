"""How far long work has come: a bar on a terminal, nothing anywhere else."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EACH = 0.1
"""Seconds between two looks at it."""


@contextmanager
def shown(what: str) -> Iterator[Callable[[int, int], object]]:
    """Give what is told of so many of so many; `what` names them."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich import progress
    from rich.console import Console

    bar = progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn(what, markup=False),
        progress.TimeRemainingColumn(compact=True),
        console=Console(stderr=True, markup=False, emoji=False, highlight=False),
        transient=True,
    )
    task = bar.add_task("", total=None)
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > EACH or done == total:
            last = now
            bar.start()  # once there is something to tell: what is refused at once has no bar
            bar.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        if last:
            bar.stop()
