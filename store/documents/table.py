"""A table of TinyDB that reads what a query needs and writes what changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from store.documents.mappings import Changes, Rows
from store.documents.narrowing import Only, may_match
from store.documents.rows import Kept, Shelf
from store.documents.storage import RowStorage


class RowTable(Table):
    """A TinyDB table that reads what a query needs and writes what changed."""

    def __init__(self, storage: RowStorage, name: str, **options: Any) -> None:
        self.rows = Shelf(storage, name)
        self._only = Only()
        self._seen = storage.seen()
        self._next_id: Any = None
        super().__init__(storage, name, **options)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; its id is drawn in the same transaction, so no two processes share."""
        with self.rows.storage.transaction():
            self._catch_up()
            return super().insert(document)

    def next_id(self) -> int:
        """Give the id of the next document, which within a transaction no one else can take."""
        return self.rows.highest() + 1

    def put_all(self, rows: Sequence[Kept]) -> None:
        """Write documents in the form their rows have, in the place of those of the same id."""
        with self.rows.storage.transaction():
            self.rows.put_all(rows)
        self._next_id = None
        self.clear_cache()

    def search(self, cond: QueryLike) -> list[Document]:
        """Find all documents that match."""
        with self._narrowed(cond):
            return super().search(cond)

    def get(
        self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: Any = None
    ) -> Any:
        """Find one document by query or id, or those of several ids."""
        if doc_id is not None:
            return super().get(cond, doc_id)
        with self._narrowed(cond, doc_ids):
            return super().get(cond, None, doc_ids)

    def update(
        self, fields: Any, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Change the documents that match; gives their ids."""
        with self._narrowed(cond if doc_ids is None else None):
            return super().update(fields, cond, doc_ids)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove the documents that match; gives their ids."""
        with self._narrowed(cond if doc_ids is None else None):
            return super().remove(cond, doc_ids)

    def replace(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Put a document in the place of another, whole."""

        def updater(table: Any) -> None:
            table[doc_id] = dict(document)

        self._update_table(updater)

    @contextmanager
    def _narrowed(self, cond: object, doc_ids: Iterable[int] | None = None) -> Iterator[None]:
        """While inside, the table is the rows that may match."""
        with self.rows.storage.lock:
            self._catch_up()
            before = self._only
            self._only = may_match(cond, doc_ids, self.rows.fields, self.rows.table())
            try:
                yield
            finally:
                self._only = before

    def _catch_up(self) -> None:
        seen = self.rows.storage.seen()
        if seen != self._seen:
            self._seen = seen
            self._next_id = None
            self.clear_cache()

    def _get_next_id(self) -> int:
        number = self._next_id or self.next_id()
        self._next_id = number + 1
        return number

    def _read_table(self) -> Any:
        return Rows(self.rows, self._only)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self.rows.storage.transaction():
            self.rows.make()
            changes = Changes(self.rows, self._only)
            updater(changes)
            changes.settle()
        self.clear_cache()
