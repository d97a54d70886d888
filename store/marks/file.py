"""The file behind the reader's marks: JSON that people can read, a document a line.

It is replaced whole or not at all, and each change is made to what the file holds at that moment,
under a lock, so that two processes lose nothing to each other. TinyDB's own storage writes in
place and unlocked; a kill leaves half of it, and the later of two writers all of it.
"""

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from copy import deepcopy
from pathlib import Path
from threading import RLock
from typing import Any, BinaryIO, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from store import files
from store.errors import LibraryLocked, MarksDamaged, MarksUnsaved
from store.marks.form import FORMAT, checked

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]

Stamp = tuple[int, int, int, bytes]
"""Tells one state of the file from any other; the last part is what it begins with."""

HEAD = 100
"""Bytes at the start of the file, in which its form stands and what tells this saving of it."""
PATIENCE = 5.0
"""Seconds that a change waits for another process to make its own."""


class MarksFile(Storage):
    """The tables of one file; any thread and any process may read and change them.

    What it gives is not to be altered but by `change`. Raises MarksDamaged for a file that is not
    one of marks, and never writes over it; MarksUnsaved, LibraryLocked on changing.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))  # one that is a link stays one
        self._lock = RLock()
        self._seen: Stamp | None = None
        self._tables: Tables = {}
        self._lines: dict[str, dict[str, str]] = {}

    def read(self) -> Tables:
        """Give the tables as the file has them now; of one that is gone, what was read last."""
        with self._lock:
            try:
                with self.path.open("rb") as handle:
                    if (seen := _stamp(handle)) != self._seen:
                        self._tables, self._lines = checked(seen[-1] + handle.read(), self.path), {}
                        self._seen = seen
            except FileNotFoundError:
                self._seen = None
            except OSError as error:
                raise MarksDamaged(f"{self.path} cannot be read: {error.strerror}.") from error
            return self._tables

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the tables be `data`."""
        with self._alone():
            self.read()
            self._save({name: _documents(data[name]) for name in data}, {})

    def change(self, name: str, updater: Callable[[Any], None]) -> None:
        """Let `updater` alter a table, and keep the result; nothing is written for no change."""
        with self._alone():
            before = self.read()
            draft = Draft(before.get(name, {}))
            updater(draft)
            altered = draft.altered()
            if not altered:
                return
            table, lines = dict(before.get(name, {})), dict(self._written(name))
            for key, document in altered:
                table.pop(key, None)
                lines.pop(key, None)
                if document is not None:
                    table[key] = document
                    lines[key] = _line(key, document)
            self._save(before | {name: table}, self._lines | {name: lines})

    def _written(self, name: str) -> dict[str, str]:
        """Give the lines of a table, made once: to write one mark is not to write them all."""
        if name not in self._lines:
            table = self._tables.get(name, {})
            self._lines[name] = {key: _line(key, document) for key, document in table.items()}
        return self._lines[name]

    def _save(self, tables: Tables, lines: dict[str, dict[str, str]]) -> None:
        before = self._tables, self._lines
        self._tables, self._lines = tables, lines
        try:
            saved = {"marks": {"version": FORMAT, "saved": os.urandom(8).hex()}}
            parts = [f'"format": {json.dumps(saved)}']
            parts += (f"{json.dumps(name)}: {self._block(name)}" for name in tables)
            files.replace(self.path, f"{{{','.join(parts)}}}\n".encode(), alone=True)
        except OSError as error:
            self._tables, self._lines = before
            raise _unsaved(error, self.path) from error
        self._seen = None  # the mark is kept, whether or not the file can be looked at now
        with suppress(OSError), self.path.open("rb") as handle:
            self._seen = _stamp(handle)

    def _block(self, name: str) -> str:
        return "{\n" + ",\n".join(self._written(name).values()) + "\n}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads and processes from changing the file."""
        with self._lock:
            try:
                files.make_private(self.path.parent)
                with files.alone(self.path.with_name(f"{self.path.name}.lock"), PATIENCE):
                    yield
            except files.HeldError as error:
                raise LibraryLocked(
                    f"{self.path}: another process is writing marks. Try again when it is done."
                ) from error
            except OSError as error:
                raise _unsaved(error, self.path) from error


class Draft(MutableMapping[str, Document]):
    """A table while TinyDB alters it: it hands out copies, and remembers which."""

    def __init__(self, table: Mapping[str, Document]) -> None:
        self._table = table
        self._drawn: dict[str, Document | None] = {}

    def __getitem__(self, key: str) -> Document:
        if key not in self._drawn:
            self._drawn[key] = deepcopy(self._table[key])
        found = self._drawn[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, document: Document) -> None:
        self._drawn[key] = document

    def __delitem__(self, key: str) -> None:
        self._drawn[key] = None

    def __contains__(self, key: object) -> bool:
        return self._drawn[key] is not None if key in self._drawn else key in self._table

    def __iter__(self) -> Iterator[str]:
        return (key for key in {**self._table, **self._drawn} if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def altered(self) -> list[tuple[str, Document | None]]:
        """Give the documents that are not what they were, None for one that was removed."""
        return [(key, each) for key, each in self._drawn.items() if each != self._table.get(key)]


class MarksTable(Table):
    """A table whose documents have names, such as the id of a cable."""

    document_id_class: Any = str
    default_query_cache_capacity = 0  # another process may have changed what was found

    def document(self, name: str) -> Document:
        """Give the document of a name, an empty one where there is none."""
        return self.get(doc_id=cast(int, name)) or {}

    def named(self) -> Iterable[tuple[str, Document]]:
        """Give every document with its name, the one changed last at the end; only to be read."""
        return cast("dict[str, Document]", self._read_table()).items()

    def change(self, names: Iterable[str], alter: Callable[[Document], None]) -> None:
        """Alter some documents, new ones too, all or none; one left with nothing is removed."""

        def updater(table: Draft) -> None:
            for name in names:
                document = table.get(name) or {}
                alter(document)
                if document:
                    table[name] = document
                elif name in table:
                    del table[name]

        self._update_table(updater)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self._storage.change(self.name, updater)  # type: ignore[attr-defined]
        self.clear_cache()


class MarksDB(TinyDB):
    """A TinyDB of marks: `MarksDB(path)`."""

    default_storage_class: Any = MarksFile
    table_class: Any = MarksTable

    def table(self, name: str, **options: Any) -> MarksTable:
        """Give the table of that name, made by its first change."""
        return cast(MarksTable, super().table(name, **options))


def _stamp(handle: BinaryIO) -> Stamp:
    """Tell the file from all others.

    Times are coarse and numbers are used again; what it begins with is drawn anew at each saving.
    """
    status = os.fstat(handle.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns, handle.read(HEAD)


def _documents(table: Mapping[Any, Mapping[str, Any]]) -> dict[str, Document]:
    return {str(key): dict(document) for key, document in table.items()}


def _line(key: str, document: Document) -> str:
    return f"{_encode(key)}: {_encode(document)}"


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _unsaved(error: OSError, path: Path) -> MarksUnsaved:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    advice = "Make room." if full else "Name another file: REFTEL_MARKS."
    return MarksUnsaved(f"{path}: the mark was not kept: {error.strerror}. {advice}")
