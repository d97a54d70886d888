"""The jobs of a session: begun one after the other, heard while the program goes on."""

import os
from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from functools import partial

from tui.work.job import Job

Changed = Callable[[Job], object]
"""Hears of a job that has told something, or come to its end."""


class Board:
    """Every job of the session, the newest last; `changed` hears of each that tells something.

    What is begun `aside` is no job to the reader, who waits for it.
    """

    def __init__(self, changed: Changed) -> None:
        self.jobs: list[Job] = []
        self._aside: list[Job] = []
        self._changed = changed

    def begin(self, job: Job, *, aside: bool = False) -> Job:
        """Run a job beside the program."""
        (self._aside if aside else self.jobs).append(job)
        handle = job.start()
        os.set_blocking(handle, False)
        get_running_loop().add_reader(handle, partial(self._read, handle, job))
        return job

    @property
    def under_way(self) -> Iterator[Job]:
        """The jobs that have not come to their ends."""
        return (job for job in self.jobs if job.under_way)

    def finish(self) -> list[Job]:
        """Stop all that is under way once the program's own loop has ended, and give the jobs."""
        stopped = list(self.under_way)
        for job in (*self._aside, *stopped):
            job.finish()
        return stopped

    def _read(self, handle: int, job: Job) -> None:
        try:
            data = os.read(handle, 1 << 16)
        except BlockingIOError:
            return
        if not data:
            get_running_loop().remove_reader(handle)
        job.hear(data)
        self._changed(job)
