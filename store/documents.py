"""TinyDB over SQLite rows: the only module that knows either.

`CableDB(path)` is a TinyDB. A document is one row of JSON text; `Storage.read()` hands out lazy
mappings, so TinyDB's own methods read only what they touch, and `RowTable` writes only what
changed, in one transaction that is on disk when it returns. A query for an indexed field's
value, one of some values or a range reads the rows the index names, and is still run on each of
them; any other streams.

Rollback journal and `synchronous=EXTRA`, because write-ahead logging with less loses acknowledged
changes in a power cut, and because only a rollback journal notices that its file was deleted.

What TinyDB promises and this cannot hold:

- `repr(table)` names this storage, not `tinydb.storages.JSONStorage` (TinyDB's own
  `test_table_repr` asks for that name).
- A document id fits 64 bits.
- Options of `JSONStorage` (`ensure_ascii`, `access_mode`) are not taken: the form on disk is ours.
- A value of type `bytes` under the key `raw` is kept beside the document and read by
  `RowTable.raw()`; the document comes back without it, so that reading it never reads a body.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, cast
from urllib.parse import quote

from tinydb import TinyDB, where
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store import files
from store.errors import LibraryDamaged, LibraryMissing, LibraryNewer
from store.mappings import Changes, Rows, Tables
from store.narrowing import Only
from store.rows import RAW, Kept, Shelf, Value
from store.troubles import trouble

__all__ = ["FORMAT", "RAW", "CableDB", "RowTable", "where"]

APPLICATION = 0x72656674
FORMAT = 2
PAGE = 8192
"""Bytes a page: at 4,096 a fifth more room goes to waste beside texts of that size."""
CACHE = 32_000
"""Kilobytes of pages held at most: the indexes that each import touches all over."""
SCHEMA = f"""
PRAGMA page_size = {PAGE};
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
CREATE TABLE state (identity TEXT, generation INTEGER);
CREATE TABLE tables (
    number INTEGER PRIMARY KEY,
    name TEXT UNIQUE,
    documents INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0
);
"""


class RowStorage(Storage):
    """One SQLite file, and the transactions on it.

    `fields` names for each table the fields that get an index. Safe to use from several threads:
    each statement, and each transaction as a whole, has the connection to itself.
    Raises LibraryMissing, LibraryDamaged, LibraryNewer, LibraryLocked, LibraryFull.
    """

    def __init__(
        self,
        path: Path,
        fields: Mapping[str, tuple[str, ...]] | None = None,
        *,
        create: bool = True,
        timeout: float = 5,
    ) -> None:
        self.path = Path(path)
        self.fields = fields or {}
        self.lock = RLock()
        self._writing = self._changed = False
        self._undone = 0
        with _told(self.path):
            if create and not self.path.exists():
                _create(self.path)
            self._connection = _connect(self.path, timeout)
            self._file = files.file_id(self.path)
            try:
                self.identity = _identity(self._connection, self.path)
            except BaseException:
                self._connection.close()
                raise

    def read(self) -> Any:
        """Give every table as a lazy mapping; None while there is none, as TinyDB expects."""
        names = self.run("SELECT name FROM tables")
        return Tables(Shelf(self, name) for (name,) in names) if names else None

    def write(self, data: Mapping[str, Mapping[Any, Value]]) -> None:
        """Make the tables be `data`; those that are still the rows of this storage stay."""
        with self.transaction():
            for (name,) in self.run("SELECT name FROM tables"):
                if name not in data:
                    Shelf(self, name).drop()
            for name, rows in data.items():
                if isinstance(rows, Rows) and rows.shelf.storage is self:
                    continue
                shelf = Shelf(self, name)
                shelf.remove(Only())
                for number, document in rows.items():
                    shelf.put(int(number), document)

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the changes inside durable together, or none of them; one within another joins it.

        The file at the path must still be the one that was opened, or nothing is committed.
        """
        with self.lock, _told(self.path):
            if self._writing:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._writing, self._changed = True, False
            try:
                yield
                if self._changed:
                    self._connection.execute("UPDATE state SET generation = generation + 1")
                    self._same_file()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._undone += 1
                raise
            finally:
                self._writing = False

    def _same_file(self) -> None:
        if files.file_id(self.path) != self._file:
            raise LibraryMissing(f"{self.path} was removed or replaced while open. Open it again.")

    def run(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Execute one statement and give all its rows."""
        with self.lock, _told(self.path):
            return self._connection.execute(sql, tuple(values)).fetchall()

    def change(self, sql: str, values: Iterable[Any] = ()) -> None:
        """Execute one statement that changes the file, within a transaction."""
        self.run(sql, values)
        self._changed = True

    def change_all(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Execute one statement for each of some rows, within a transaction."""
        with self.lock, _told(self.path):
            self._connection.executemany(sql, rows)
        self._changed = True

    def generation(self) -> int:
        """Count of the transactions that changed anything."""
        return int(self.run("SELECT generation FROM state")[0][0])

    def seen(self) -> tuple[int, int]:
        """Give what moves when another process changes the file, or a change here is undone."""
        return int(self.run("PRAGMA data_version")[0][0]), self._undone


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
        """Give the id the next document gets; within a transaction it stays so until then."""
        self._catch_up()
        self._next_id = None
        number = self._get_next_id()
        self._next_id = None
        return number

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
            self._only = self.rows.may_match(cond, doc_ids)
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
        number = self._next_id or (self.rows.total("max(number)") or 0) + 1
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


class CableDB(TinyDB):
    """A TinyDB in one SQLite file: `CableDB(path)`, `CableDB(path, {"cables": ("id",)})`."""

    default_storage_class: Any = RowStorage
    table_class: Any = RowTable

    @property
    def storage(self) -> RowStorage:
        """The storage under this database."""
        return cast(RowStorage, self._storage)

    def table(self, name: str, **options: Any) -> RowTable:
        """Give the table of that name, made by its first insert."""
        return cast(RowTable, super().table(name, **options))


def _connect(path: Path, timeout: float) -> sqlite3.Connection:
    if not path.exists():
        raise LibraryMissing(f"There is no library at {path}.")
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode=rw",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    return connection


def _create(path: Path) -> None:
    """Build an empty database beside `path` and link it there: never half a database."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    files.reserve(draft)
    try:
        connection = _connect(draft, 0)
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO state VALUES (?, 0)", (os.urandom(8).hex(),))
        connection.close()
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its file is the database
    finally:
        draft.unlink(missing_ok=True)
    files.sync(path.parent)


def _identity(connection: sqlite3.Connection, path: Path) -> str:
    """See that the file is a whole database of this program; give the name it was born with."""
    if path.stat().st_size == 0:
        raise LibraryDamaged(f"{path} is empty. Restore it, or import into a new library.")
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise LibraryDamaged(f"{path} is a database, but not one of reftel.")
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form > FORMAT:
        raise LibraryNewer(f"{path} was written by a newer reftel. Upgrade to open it.")
    if form < FORMAT:
        raise LibraryDamaged(f"{path} has the form of an early reftel. Import into a new library.")
    return str(connection.execute("SELECT identity FROM state").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what SQLite found wrong in the words a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        named = trouble(getattr(error, "sqlite_errorname", ""), str(error), path)
        if named is None:
            raise
        raise named from error
