"""The search index: the only package that knows tantivy.

Derived from the documents and disposable. A small file beside it says which documents it reflects
(their identity and generation); what does not match is brought up to date or built again, never
trusted. It holds no text: hits are keys of documents, and what it is told of them is made by
`store.index.entry`.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from store import files
from store.index.calendar import by_time
from store.index.levels import by_level
from store.index.schema import ANALYZERS, FORMAT, SCHEMA
from store.index.searching import NEWEST, Found, Wanted, counts, hits
from store.query import Query

HEAP = 384_000_000
"""Bytes that a writer gathers before it writes a segment: with few it spends half its time merging
small ones. They are taken as they are filled."""
WRITERS = 2
"""More take a core from those who read cables, and each word costs them more."""

Counts = list[tuple[str, int]]


class Mark(NamedTuple):
    """Which documents an index reflects, and how many cables it holds of them."""

    identity: str
    generation: int
    cables: int


class BusyError(Exception):
    """Another process is writing the index."""


class Index:
    """The index in one folder, or in memory where there is none.

    What cannot be read or written is a ValueError or an OSError.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._note = folder and folder.with_name(f"{folder.name}.json")
        self._index: Any = None
        self._borrowed = False
        self.mark = self._noted()

    def _noted(self) -> Mark | None:
        """Read which documents the index reflects; None when that cannot be told."""
        if self._note is None:
            return None
        try:
            note = json.loads(self._note.read_bytes())
            if note["format"] != FORMAT:
                return None
            return Mark(str(note["identity"]), int(note["generation"]), int(note["cables"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def reflects(self, identity: str, generation: int) -> bool:
        """Whether the index was made from these documents as they are now."""
        return self.mark is not None and self.mark[:2] == (identity, generation)

    def search(self, query: Query, start: int, count: int, order: str = NEWEST) -> Found:
        """Count all hits, and give the keys of `count` of them from `start`.

        `order` is `newest`, `oldest` (those without a date come last in both), `relevance`, or one
        of `store.index.grouped`.
        """
        return hits(self._opened().searcher(), query, Wanted(start, count, order))

    def facets(self, query: Query, fields: Sequence[str]) -> dict[str, Counts]:
        """Count the hits by the values of `level`, `origin`, `tag` or `year`: the most first.

        A level counts whatever its controls, and once more with them: `store.index.levels`.
        """
        found = counts(self._opened().searcher(), query, fields)
        if "level" in found:
            found["level"] = by_level(found["level"])
        return {
            name: sorted(
                ((str(value), count) for value, count in values.items()),
                key=lambda each: (-each[1], each[0]),
            )
            for name, values in found.items()
        }

    def histogram(self, query: Query) -> Counts:
        """Count the hits by month (`2009-07`), or by year where they span many: the oldest first.

        Months and years in between without a hit are there with 0.
        """
        return by_time(counts(self._opened().searcher(), query, ("month",))["month"])

    def count(self) -> int:
        """Count the cables in the index."""
        return int(self._opened().searcher().num_docs)

    def keys(self) -> Iterator[int]:
        """Give the keys of the cables in the index, in order."""
        from store.index.sound import keys  # a search does without

        return keys(self._opened().searcher(), self._highest())

    def broken(self) -> list[str]:
        """Name the files that are not as they were written."""
        from store.index.sound import broken  # a search does without

        return broken(self._folder) if self._folder else []

    def told(self, key: int, entry: str) -> bool:
        """Whether a cable is found by what the index should have been told of it."""
        from store.index.sound import told

        return told(self._opened().searcher(), key, entry)

    def clear(self) -> None:
        """Forget everything; BusyError while another process is writing."""
        import shutil  # loads five compressors, which a search does without

        self._index = self.mark = None
        if self._folder and self._note:
            with _alone(self._folder):
                self._note.unlink(missing_ok=True)
                shutil.rmtree(self._folder, ignore_errors=True)

    def update(self, mark: Mark, entries: Iterable[tuple[int, str]]) -> None:
        """Take in entries by key, in the place of what was there under that key, then the mark."""
        with self.feeding() as feed:
            for key, entry in entries:
                feed.add(key, entry)
            feed.commit(mark)

    @contextmanager
    def feeding(self) -> Iterator["Feed"]:
        """Open the index for writing; what is not committed by the end is as if never given.

        Raises BusyError while another process is writing.
        """
        with _private():
            writer = self._writer()
            self._sweep()
            try:
                yield Feed(self, writer, self._highest())
            finally:
                writer.wait_merging_threads()

    def _sweep(self) -> None:
        """Remove drafts that a killed writer left: tantivy knows nothing of them."""
        for draft in self._folder.glob(".tmp*") if self._folder and not self._borrowed else ():
            draft.unlink(missing_ok=True)

    def _highest(self) -> int:
        found = (
            self._opened()
            .searcher()
            .search(tantivy.Query.all_query(), limit=1, count=False, order_by_field="key")
        )
        return max((int(key) for key, _ in found.hits), default=0)

    def _committed(self, mark: Mark) -> None:
        self._index.reload()
        if self._note and not self._borrowed:
            note = {"format": FORMAT, **mark._asdict()}
            files.replace(self._note, json.dumps(note).encode(), alone=True)
        self.mark = mark

    def _writer(self) -> Any:
        try:
            return self._opened().writer(HEAP, WRITERS)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise BusyError from error
            raise

    def _opened(self) -> Any:
        if self._index is None:
            place = self._place()
            self._index = tantivy.Index(SCHEMA, path=os.fspath(place) if place else None)
            for name, analyzer in ANALYZERS.items():
                self._index.register_tokenizer(name, analyzer)
            if self.mark and self._index.searcher().num_docs != self.mark.cables:
                raise ValueError("the index has lost cables")
        return self._index

    def _place(self) -> Path | None:
        """Name the folder that tantivy is to open, None for memory."""
        if self._folder is None:
            return None
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._borrowed = not os.access(self._folder, os.W_OK)
        if not self._borrowed:
            return self._folder
        from store.index.borrowed import borrowed  # most may write to their library

        return borrowed(self._folder, self)


class Feed:
    """An index being written: what it is given counts once it is committed."""

    def __init__(self, index: Index, writer: Any, highest: int) -> None:
        self._index = index
        self._writer = writer
        self._highest = highest

    def add(self, key: int, entry: str) -> None:
        """Take in an entry of `store.index.entry`, in the place of what was there under its key."""
        if key <= self._highest:
            self._writer.delete_documents_by_term("key", key)
        self._highest = max(self._highest, key)
        self._writer.add_json(f'{{"key": {key}, {entry[1:]}')

    def commit(self, mark: Mark) -> None:
        """Make all that was given durable, and note which documents it reflects."""
        self._writer.commit()
        self._index._committed(mark)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock that tantivy's writers hold, if the folder has come to have one."""
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
def _private() -> Iterator[None]:
    """Give tantivy's files to their owner alone: it has no say over their mode itself."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
