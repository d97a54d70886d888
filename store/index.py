"""The search index: the only module that knows tantivy.

Derived from the documents and disposable. A small file beside it says which documents it reflects
(their identity and generation); what does not match is brought up to date or built again, never
trusted. It holds no text: hits are keys of documents.

Bodies come in folded by `store.query.fold`, so tantivy's own splitting at what is no letter or
digit gives the words of `store.query.words`. Exact fields hold whole values, folded likewise.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from store import files
from store.entry import keyed
from store.query import Query, Words

FORMAT = 2
LONGEST_WORD = 255
HEAP = 64_000_000
WRITERS = 3
TEXT = ("subject", "body", "origin", "from", "to", "in")
EXACT = ("id", "date", "level", "tag", "post", "caption", "portion", "ref", "short")
FACETS = ("by_level", "by_origin", "by_tag")
NUMBERS = ("rank", "year", "month")

Found = tuple[int, list[int]]


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

    def search(self, query: Query, start: int, count: int) -> Found:
        """Count all hits, and give the keys of `count` of them from `start`, newest first."""
        searcher = self._opened().searcher()
        found = searcher.search(
            _all(query), limit=max(count, 1), offset=start, order_by_field="moment"
        )
        addresses = [address for _, address in found.hits]
        keys = searcher.fast_field_values("key", addresses) if addresses else []
        return found.count, [int(key) for key in keys][:count]

    def count(self) -> int:
        """Count the cables in the index."""
        return int(self._opened().searcher().num_docs)

    def clear(self) -> None:
        """Forget everything; BusyError while another process is writing."""
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
            try:
                yield Feed(self, writer, self._highest())
            finally:
                writer.wait_merging_threads()

    def _highest(self) -> int:
        found = (
            self._opened()
            .searcher()
            .search(tantivy.Query.all_query(), limit=1, count=False, order_by_field="key")
        )
        return max((int(key) for key, _ in found.hits), default=0)

    def _committed(self, mark: Mark) -> None:
        self._index.reload()
        if self._note:
            note = {"format": FORMAT, **mark._asdict()}
            files.replace(self._note, json.dumps(note).encode())
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
            if self._folder:
                self._folder.mkdir(mode=0o700, exist_ok=True)
            self._index = tantivy.Index(
                SCHEMA, path=os.fspath(self._folder) if self._folder else None
            )
            self._index.register_tokenizer("folded", ANALYZER)
            if self.mark and self._index.searcher().num_docs != self.mark.cables:
                raise ValueError("the index has lost cables")
        return self._index


class Feed:
    """An index being written: what it is given counts once it is committed."""

    def __init__(self, index: Index, writer: Any, highest: int) -> None:
        self._index = index
        self._writer = writer
        self._highest = highest

    def add(self, key: int, entry: str) -> None:
        """Take in an entry of `store.entry`, in the place of what was there under its key."""
        if key <= self._highest:
            self._writer.delete_documents_by_term("key", key)
        self._highest = max(self._highest, key)
        self._writer.add_json(keyed(key, entry))

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


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in TEXT:
        builder.add_text_field(name, tokenizer_name="folded")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_integer_field("key", indexed=True, fast=True)
    builder.add_integer_field("moment", fast=True)
    return builder.build()


def _whole(value: tuple[str, ...]) -> str:
    return " ".join(value)


def _all(query: Query) -> Any:
    must = [(tantivy.Occur.Must, _part(part)) for part in query.parts]
    return must[0][1] if len(must) == 1 else tantivy.Query.boolean_query(must)


def _part(part: Words) -> Any:
    if part.field in EXACT:
        return _term(part.field, _whole(part.words))
    if part.field is not None:
        return _phrase(part.field, part.words)
    anywhere = [_phrase("body", part.words), _phrase("subject", part.words)]
    anywhere.append(_term("id", _whole(part.words)))
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in anywhere])


def _phrase(field: str, value: tuple[str, ...]) -> Any:
    if len(value) == 1:
        return _term(field, value[0])
    return tantivy.Query.phrase_query(SCHEMA, field, list(value))


def _term(field: str, value: str) -> Any:
    return tantivy.Query.term_query(SCHEMA, field, value)


SCHEMA = _schema()
ANALYZER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.remove_long(LONGEST_WORD))
    .build()
)
