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
- A value of type `bytes` under the key `raw` is packed and kept beside the document, in a column
  that `Shelf.several` reads; the document comes back without it, so that to read it reads no body.
"""

from typing import Any, cast

from tinydb import TinyDB, where

from store.documents.rows import RAW
from store.documents.storage import FORMAT, RowStorage
from store.documents.table import RowTable

__all__ = ["FORMAT", "RAW", "CableDB", "RowStorage", "RowTable", "where"]


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
