"""The search index: the only package that knows tantivy.

Derived from the documents and disposable. A small file beside it says which documents it reflects
(their identity and generation); what does not match is brought up to date or built again, never
trusted. It holds no text: hits are keys of documents, and what it is told of them is made by
`store.index.entry`.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from store.index.calendar import by_time
from store.index.feed import BusyError, Feed, alone, private, sweep, writer
from store.index.levels import by_level
from store.index.mark import Mark, note, noted
from store.index.schema import ANALYZERS, SCHEMA
from store.index.searching import NEWEST, Found, Wanted, counts, highest, hits
from store.query import Query

__all__ = ["BusyError", "Feed", "Index", "Mark"]

Counts = list[tuple[str, int]]


class Index:
    """The index in one folder, or in memory where there is none.

    What cannot be read or written is a ValueError or an OSError.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._note = folder and folder.with_name(f"{folder.name}.json")
        self._index: Any = None
        self._borrowed = False
        self.mark = noted(self._note) if self._note else None

    def reflects(self, identity: str, generation: int) -> bool:
        """Whether the index was made from these documents as they are now."""
        return self.mark is not None and self.mark[:2] == (identity, generation)

    def search(self, query: Query, start: int, count: int, order: str = NEWEST) -> Found:
        """Count all hits, and give the keys of `count` of them from `start`.

        `order` is `newest`, `oldest` (those without a date come last in both), `relevance`, or one
        of `store.index.grouped`.
        """
        return hits(self.searcher(), query, Wanted(start, count, order))

    def facets(self, query: Query, fields: Sequence[str]) -> dict[str, Counts]:
        """Count the hits by the values of `level`, `origin`, `tag` or `year`: the most first.

        A level counts whatever its controls, and once more with them: `store.index.levels`.
        """
        found = counts(self.searcher(), query, fields)
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
        return by_time(counts(self.searcher(), query, ("month",))["month"])

    def count(self) -> int:
        """Count the cables in the index."""
        return int(self.searcher().num_docs)

    def searcher(self) -> Any:
        """Give the index as it is at this moment, to be asked in tantivy's own way."""
        return self._opened().searcher()

    def clear(self) -> None:
        """Forget everything; BusyError while another process is writing."""
        import shutil  # loads five compressors, which a search does without

        self._index = self.mark = None
        if self._folder and self._note:
            with alone(self._folder):
                self._note.unlink(missing_ok=True)
                shutil.rmtree(self._folder, ignore_errors=True)

    def update(self, mark: Mark, entries: Iterable[tuple[int, str]]) -> None:
        """Take in entries by key, in the place of what was there under that key, then the mark."""
        with self.feeding() as feed:
            for key, entry in entries:
                feed.add(key, entry)
            feed.commit(mark)

    @contextmanager
    def feeding(self) -> Iterator[Feed]:
        """Open the index for writing; what is not committed by the end is as if never given.

        Raises BusyError while another process is writing.
        """
        with private():
            writing = writer(self._opened())
            if self._folder and not self._borrowed:
                sweep(self._folder)
            try:
                yield Feed(writing, highest(self.searcher()), self._committed)
            finally:
                writing.wait_merging_threads()

    def _committed(self, mark: Mark) -> None:
        self._index.reload()
        if self._note and not self._borrowed:
            note(self._note, mark)
        self.mark = mark

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
