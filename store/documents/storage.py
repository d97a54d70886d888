"""One SQLite file, and the transactions on it."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import inf
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import quote

from tinydb.storages import Storage

from store import files
from store.documents.form import dropped
from store.documents.mappings import Rows, Tables
from store.documents.narrowing import Only
from store.documents.rows import Shelf, Value
from store.documents.troubles import trouble
from store.errors import LibraryDamaged, LibraryMissing, LibraryNewer

APPLICATION = 0x72656674
FORMAT = 4
PAGE = 32_768
"""Bytes a page: half a text goes to waste in each, of pages of 16,384 a sixth."""
CACHE = 32_000
"""Kilobytes of pages held at most: the indexes that each import touches all over."""
STEP = 2_000
"""Pages that are copied before others may write."""
PATIENCE = 3
"""Times that a copy is begun again before it has others wait."""
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

    `fields` names for each table the fields that get an index, `listed` the one of them in whose
    order it is read as a list. Safe to use from several threads:
    each statement, and each transaction as a whole, has the connection to itself.
    Raises LibraryMissing, LibraryDamaged, LibraryNewer, LibraryLocked, LibraryFull.
    """

    def __init__(
        self,
        path: Path,
        fields: Mapping[str, tuple[str, ...]] | None = None,
        *,
        listed: Mapping[str, str] | None = None,
        create: bool = True,
        timeout: float = 5,
    ) -> None:
        self.path = Path(path)
        self.fields = fields or {}
        self.listed = listed or {}
        self.lock = RLock()
        self._writing = self._changed = False
        self._undone = 0
        self._seen = (0, 0)
        self._numbers: dict[str, int] = {}
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
                    self.drop(name)
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

        The file at the path must still be the one that was opened, and no shorter than it was, or
        nothing is committed.
        """
        with self.lock, _told(self.path):
            if self._writing:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._writing, self._changed = True, False
            begun = files.size(self.path)
            try:
                yield
                if self._changed:
                    self._connection.execute("UPDATE state SET generation = generation + 1")
                    self._same_file(begun)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._undone += 1
                self._numbers.clear()
                raise
            finally:
                self._writing = False

    def _same_file(self, least: int) -> None:
        if files.file_id(self.path) != self._file:
            raise LibraryMissing(f"{self.path} was removed or replaced while open. Open it again.")
        if files.size(self.path) < least:  # what is written now would lie between holes
            raise LibraryDamaged(f"{self.path} was cut short while open. Restore it.")

    def run(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Execute one statement and give all its rows."""
        with self.lock, _told(self.path):
            return self._connection.execute(sql, tuple(values)).fetchall()

    def snapshot(self, path: Path, on_progress: Callable[[int, int], object]) -> None:
        """Copy the database as it is at one moment to a new file, whatever is written meanwhile.

        What is told is pages, of how many. Where others write all the time it keeps them waiting.
        """
        files.reserve(path)
        with _told(path):
            copy = sqlite3.connect(path, isolation_level=None)
        try:
            with self.lock, _told(path):
                for pragma in ("journal_mode = OFF", "synchronous = OFF"):
                    copy.execute(f"PRAGMA {pragma}")  # whoever needs it on disk sees to that
                watch = _Watch(on_progress)
                try:
                    self._connection.backup(copy, pages=STEP, progress=watch, sleep=0.01)
                except _BegunAgainError:
                    self._connection.backup(copy, pages=-1, sleep=0.01)
        finally:
            copy.close()

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

    def integrity(self) -> list[str]:
        """Give what SQLite finds wrong with the file's pages and indexes."""
        told = [str(row[0]) for row in self.run("PRAGMA integrity_check")]
        return [] if told == ["ok"] else told

    def seen(self) -> tuple[int, int]:
        """Give what moves when another process changes the file, or a change here is undone."""
        seen = int(self.run("PRAGMA data_version")[0][0]), self._undone
        if seen != self._seen:
            self._seen = seen
            self._numbers.clear()
        return seen

    def number(self, name: str) -> int | None:
        """Give the number of a table, None while there is none."""
        known = self._numbers.get(name)
        if known is None:
            for (known,) in self.run("SELECT number FROM tables WHERE name = ?", (name,)):
                self._numbers[name] = known
        return known

    def drop(self, name: str) -> None:
        """Take a table away, within a transaction."""
        number = self.number(name)
        if number is None:
            return
        for statement in dropped(number):
            self.change(statement)
        self.change("DELETE FROM tables WHERE number = ?", (number,))
        self._numbers.pop(name, None)


class _BegunAgainError(Exception):
    """A copy was begun again too often, because others wrote meanwhile."""


class _Watch:
    """Counts how often a copy was begun again; SQLite does that by itself, for ever."""

    def __init__(self, on_progress: Callable[[int, int], object]) -> None:
        self._on_progress = on_progress
        self._left: float = inf
        self._again = 0

    def __call__(self, status: int, left: int, total: int) -> None:  # noqa: ARG002
        self._again += left > self._left
        self._left = left
        if self._again > PATIENCE:
            raise _BegunAgainError
        self._on_progress(total - left, total)


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
    connection.execute("PRAGMA trusted_schema = OFF")  # the file may be another's backup
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _create(path: Path) -> None:
    """Build an empty database beside `path` and put it there: never half a database."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    files.reserve(draft)
    try:
        connection = _connect(draft, 0)
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO state VALUES (?, 0)", (os.urandom(8).hex(),))
        connection.close()
        files.put(draft, path)
    except FileExistsError:
        pass  # another process was first: its file is the database
    finally:
        draft.unlink(missing_ok=True)
    files.sync(path.parent)


def _identity(connection: sqlite3.Connection, path: Path) -> str:
    """See that the file is a whole database of this program; give the name it was born with."""
    if path.stat().st_size == 0:
        raise LibraryDamaged(f"{path} is empty. Restore a backup, or import into a new library.")
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise LibraryDamaged(f"{path} is a database, but not one of reftel.")
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form > FORMAT:
        raise LibraryNewer(f"{path} was written by a newer reftel. Upgrade to open it.")
    if form < FORMAT:
        raise LibraryDamaged(f"{path} has the form of an early reftel. Import into a new library.")
    born = connection.execute("SELECT identity FROM state").fetchone()
    if born is None:
        raise LibraryDamaged(f"{path} has lost its name. Restore a backup of it.")
    return str(born[0])


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
    except UnicodeDecodeError as error:  # a complaint that quotes the damage is no text itself
        raise LibraryDamaged(f"{path} is damaged: its schema is no text. Restore it.") from error
