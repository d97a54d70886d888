"""Jobs done by processes of their own, the results in the order of the jobs.

Each worker has some jobs ahead, so that it has something to do while results are written down;
which one gets a job depends on nothing but its number, so that an import of the same files is the
same import.
"""

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.resource_tracker import ensure_running
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from store.errors import ReftelError

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 8
MOST = 8
"""More would outrun the one who writes."""
SEEN_TO = 100_000
"""Values that hold others: so many more than there were have Python look for cycles among them."""


class WorkerLost(ReftelError):
    """A process that read cables is gone."""


class Workers(Generic[Job, Result]):
    """Processes that do jobs, for as long as it is entered."""

    def __init__(self, do: Callable[[Job], Result], count: int) -> None:
        self._do = do
        self._count = count
        self._pipes: list[Connection[Any, Any]] = []
        self._processes: list[Any] = []

    def __enter__(self) -> Self:
        context = get_context("spawn")  # forked, they would share open files and locked locks
        # Ctrl-C goes to all of them: they are to leave it to this process from their first moment.
        with redirect_stderr(None):  # it trips over that of an app, which is no file
            ensure_running()  # with the first of them it would let the signal through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            for _ in range(self._count):
                ours, theirs = context.Pipe()
                process = context.Process(target=_work, args=(theirs, self._do), daemon=True)
                process.start()
                theirs.close()
                self._pipes.append(ours)
                self._processes.append(process)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process, pipe in zip(self._processes, self._pipes, strict=True):
            pipe.close()
            process.terminate()
            process.join()

    @property
    def pids(self) -> list[int]:
        """The ids of the processes."""
        return [process.pid for process in self._processes]

    def each(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """Have jobs done; raises WorkerLost, and what a worker met that it could not name."""
        owing: deque[int] = deque()
        for number, job in enumerate(jobs):
            if len(owing) == AHEAD * self._count:
                yield self._result(owing.popleft())
            worker = number % self._count
            with self._there(worker):
                self._pipes[worker].send(job)
            owing.append(worker)
        while owing:
            yield self._result(owing.popleft())

    def _result(self, worker: int) -> Result:
        with self._there(worker):
            result: Result | Exception = self._pipes[worker].recv()
        if isinstance(result, Exception):
            raise result
        return result

    @contextmanager
    def _there(self, worker: int) -> Iterator[None]:
        """Say of a pipe that breaks that its worker is gone."""
        try:
            yield
        except (EOFError, OSError) as error:
            self._processes[worker].join()
            code = self._processes[worker].exitcode
            raise WorkerLost(
                f"A process that reads cables ended by itself (exit code {code})."
                " It may have been out of memory."
            ) from error


def cores() -> int:
    """Count the cores that this process may use, so many as are of use here."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere, and a container may give a few of many
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)


def _work(pipe: "Connection[Any, Any]", do: Callable[[Any], Any]) -> None:
    """Do jobs until the pipe is closed.

    What a job makes holds no cycles. To look for them among thousands of values, again and again,
    takes a fifth of the time.
    """
    gc.freeze()
    gc.set_threshold(SEEN_TO)
    jobs: SimpleQueue[Any] = SimpleQueue()
    results: SimpleQueue[bytes] = SimpleQueue()
    # Jobs are taken off the pipe at once, and results put into it whenever it has room: neither
    # process waits for the other while it has something to do.
    Thread(target=_drain, args=(pipe, jobs), daemon=True).start()
    Thread(target=_fill, args=(pipe, results), daemon=True).start()
    while True:
        try:
            results.put(pickle.dumps(do(jobs.get())))
        except Exception as error:
            results.put(pickle.dumps(error))


def _drain(pipe: "Connection[Any, Any]", jobs: "SimpleQueue[Any]") -> None:
    """Take jobs until the one who gives them is gone, then end: no one wants what is left."""
    with suppress(EOFError, OSError):
        while True:
            jobs.put(pipe.recv())
    os._exit(0)


def _fill(pipe: "Connection[Any, Any]", results: "SimpleQueue[bytes]") -> None:
    with suppress(OSError):  # the other end is closed: no one wants them
        while True:
            pipe.send_bytes(results.get())
