"""Files into a library: found, read by processes of their own, taken in by this one.

What could not be read is named with its reason.
"""

import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store import jobs
from store.errors import ReftelError
from store.importer.collection import shares
from store.importer.intake import FRESH, Intake, Known, importing
from store.importer.reader import COLLECTION, Done, Job, Ready, do
from store.importer.walk import Found, Refusal, Walk
from store.layouts import LARGEST
from store.library import Library

__all__ = ["Progress", "Refusal", "Report", "run"]

BATCH = 4_000
"""Cables a transaction, so that it costs little a cable and a readers' wait is short."""
TOGETHER = 64
ENOUGH = 500_000
"""A job is so many files, or so many bytes of them."""


class Report(NamedTuple):
    """What an import did: files read, cables that were new, held already, or another version.

    `unchanged` counts files that were not read again, their cables among the `same`;
    `passed_over` hidden files and folders that no one asked for by name; `layouts` the cables of
    each layout that were read. After `interrupted` all that is counted stays in the library.
    """

    read: int = 0
    new: int = 0
    same: int = 0
    version: int = 0
    refused: tuple[Refusal, ...] = ()
    passed_over: int = 0
    interrupted: bool = False
    unchanged: int = 0
    layouts: tuple[tuple[str, int], ...] = ()


class Progress(NamedTuple):
    """How far an import has come: files read, cables taken, inputs refused, the file at hand.

    `done` counts files that are dealt with, and the part that is of one that takes long.
    """

    read: int
    added: int
    refused: int
    path: str
    done: float


def run(
    paths: Sequence[Path],
    library: Library,
    on_progress: Callable[[Progress], object] = lambda _: None,
    *,
    largest: int = LARGEST,
    processes: int | None = None,
) -> Report:
    """Import files, and folders with all in them, into `library`; `largest` in bytes a cable.

    A bad file is refused and the rest goes on. Ctrl-C ends it after the current batch. Raises what
    `Library.add` raises, and says how far it came; what was committed stays. Where there are many
    files, `processes` read them, as many as there are cores unless told; 0 for none but this.
    """
    with importing(library) as intake:
        work = _Import(intake, on_progress, largest)
        try:
            with _stop() as stopped:
                walk = Walk(paths)
                for results in jobs.done(partial(do, largest=largest), work.jobs(walk), processes):
                    work.take(results)
                    if stopped():
                        break
                work.commit()
        except KeyboardInterrupt:
            return work.report()._replace(interrupted=True)
        except ReftelError as error:
            raise type(error)(f"{error} {work.came()}") from error
        return work.report()._replace(interrupted=stopped(), passed_over=walk.passed_over)


class _Import:
    """One run: the batch that is filling, and the counts."""

    def __init__(
        self, intake: Intake, on_progress: Callable[[Progress], object], largest: int
    ) -> None:
        self._intake = intake
        self._on_progress = on_progress
        self._largest = largest
        self._cables: list[Ready] = []
        self._known: list[Known] = []
        self._outcomes: Counter[str] = Counter()
        self._layouts: Counter[str] = Counter()
        self._refused: list[Refusal] = []
        self._begun: list[Refusal] = []
        self._read = self._unchanged = self._finished = 0

    def report(self) -> Report:
        """Give the counts."""
        return Report(
            read=self._read,
            new=self._outcomes["new"],
            same=self._outcomes["same"],
            version=self._outcomes["version"],
            refused=tuple(self._refused),
            unchanged=self._unchanged,
            layouts=tuple(sorted(self._layouts.items())),
        )

    def came(self) -> str:
        """Say how far the import came."""
        taken = self._outcomes["new"] + self._outcomes["version"]
        return f"{taken:,} cables are in and stay; import again for the rest."

    def jobs(self, walk: Walk) -> Iterator[Job]:
        """Give the files that are to be read, as jobs; those that are known are counted."""
        group: list[Found | Refusal] = []
        size = 0
        for each, known in self._looked_up(walk):
            if isinstance(each, Found) and known and known.whole:
                self._unchanged += 1
                self._finished += 1
                self._outcomes["same"] += known.cables
                self._refused += known.refused
            elif isinstance(each, Found) and each.size > COLLECTION:
                if group:
                    yield tuple(group)
                    group, size = [], 0
                taken = known.cables if known else 0
                self._outcomes["same"] += taken
                yield from shares(each, taken, self._largest)
            else:
                group.append(each)
                size += each.size if isinstance(each, Found) else 0
            if len(group) >= TOGETHER or size > ENOUGH:
                yield tuple(group)
                group, size = [], 0
        if group:
            yield tuple(group)

    def _looked_up(self, walk: Walk) -> Iterator[tuple[Found | Refusal, Known | None]]:
        ahead = iter(walk)
        while some := list(islice(ahead, BATCH)):
            known = self._intake.known(
                [each for each in some if isinstance(each, Found)], self._largest
            )
            for each in some:
                yield each, known.get(each.place) if isinstance(each, Found) else None

    def take(self, results: Sequence[Done]) -> None:
        """Count what was read, and take it in once there is enough."""
        for done in results:
            self._cables += done.cables
            self._refused += done.refused
            self._read += done.whole
            self._finished += done.part == 1
            if done.file is not None:
                self._remember(done, done.file)
        if len(self._cables) >= BATCH:
            self.commit()
        last = results[-1]
        path = last.file.path if last.file else last.refused[0].path
        added = sum(self._outcomes.values()) + len(self._cables)
        finished = self._finished + (last.part if last.part < 1 else 0)
        self._on_progress(Progress(self._read, added, len(self._refused), path, finished))

    def _remember(self, done: Done, file: Found) -> None:
        """Note what the next import need not read; what may yet change in the same tick it must."""
        self._begun += done.refused
        count = done.before + len(done.cables)
        if count and time.time_ns() - file.written > FRESH:
            refused = tuple(self._begun)
            self._known.append(Known(file, count, refused, done.whole, self._largest))
        if done.part == 1:
            self._begun = []

    def commit(self) -> None:
        """Take the batch in."""
        cables, known = self._cables, self._known
        self._cables, self._known = [], []
        if cables or known:
            self._outcomes.update(each.outcome for each in self._intake.take(cables, known))
            self._layouts.update(cable.layout for cable, _ in cables)


@contextmanager
def _stop() -> Iterator[Callable[[], bool]]:
    """Have the first Ctrl-C ask to stop; the second one stops."""
    asked: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return

    def ask(number: int, frame: object) -> None:  # noqa: ARG001
        asked.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)
