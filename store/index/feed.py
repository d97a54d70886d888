"""Writing an index: one writer at a time, in files that are their owner's alone."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any

from store.index.mark import Mark

HEAP = 384_000_000
"""Bytes that a writer gathers before it writes a segment: with few it spends half its time merging
small ones. They are taken as they are filled."""
WRITERS = 2
"""More take a core from those who read cables, and each word costs them more."""


class BusyError(Exception):
    """Another process is writing the index."""


class Feed:
    """An index being written: what it is given counts once it is committed.

    `highest` is the greatest key there is in it; `committed` hears which documents it reflects.
    """

    def __init__(self, writer: Any, highest: int, committed: Callable[[Mark], None]) -> None:
        self._writer = writer
        self._highest = highest
        self._committed = committed

    def add(self, key: int, entry: str) -> None:
        """Take in an entry of `store.index.entry`, in the place of what was there under its key."""
        if key <= self._highest:
            self._writer.delete_documents_by_term("key", key)
        self._highest = max(self._highest, key)
        self._writer.add_json(f'{{"key": {key}, {entry[1:]}')

    def commit(self, mark: Mark) -> None:
        """Make all that was given durable, and note which documents it reflects."""
        self._writer.commit()
        self._committed(mark)


def writer(index: Any) -> Any:
    """Give tantivy's writer of an index; BusyError while another process has it."""
    try:
        return index.writer(HEAP, WRITERS)
    except ValueError as error:
        if "LockBusy" in str(error):
            raise BusyError from error
        raise


def sweep(folder: Path) -> None:
    """Remove drafts that a killed writer left: tantivy knows nothing of them."""
    for draft in folder.glob(".tmp*"):
        draft.unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock that tantivy's writers hold, if the folder has come to have one; BusyError."""
    try:
        lock = (folder / ".tantivy-writer.lock").open("rb")
    except FileNotFoundError:
        yield
        return
    with lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield


@contextmanager
def private() -> Iterator[None]:
    """Give tantivy's files to their owner alone: it has no say over their mode itself."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
