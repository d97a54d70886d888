"""What SQLite found wrong, in the words a user can act on."""

import errno
from pathlib import Path

from store.errors import (
    LibraryDamaged,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    ReftelError,
)

TROUBLES: tuple[tuple[tuple[str, ...], type[ReftelError], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        LibraryLocked,
        "{path} is locked: another process is writing to it. Try again when it is done.",
    ),
    (
        ("SQLITE_READONLY_DBMOVED",),
        LibraryMissing,
        "{path} was removed or replaced while open. Open it again.",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"),
        LibraryLocked,
        "{path} cannot be written to: it, or its folder, is read-only for you.",
    ),
    (
        ("SQLITE_CANTOPEN",),
        LibraryMissing,
        "{path} cannot be opened: see its permissions, and those of its folder.",
    ),
    (
        ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ"),
        LibraryDamaged,
        "{path} is damaged ({error}). reftel verify says how, --repair mends what it can.",
    ),
    (
        ("SQLITE_FULL", "SQLITE_IOERR"),
        LibraryFull,
        "{path} cannot be written: no space left, or the disk failed ({error}). Make room.",
    ),
)


NO_NAME = ("Could not decode", "no such table", "no such column", "string or blob too big")
"""What a flipped bit makes of a text, of the names that the file itself gives its tables, and of a
length: SQLite has a name for none of them."""


def trouble(name: str, detail: str, path: Path) -> ReftelError | None:
    """Give the error for SQLite's name of it (`SQLITE_BUSY`); None for a fault of the program."""
    if detail.startswith(NO_NAME):
        name = "SQLITE_CORRUPT"
    for beginnings, kind, words in TROUBLES:
        if name.startswith(beginnings):
            return kind(words.format(path=path, error=detail))
    return None


def folder_trouble(error: OSError, path: Path) -> ReftelError:
    """Say why a folder cannot be a library."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFull(f"{path} cannot be made: no space left. Make room.")
    return LibraryMissing(f"{path} cannot be opened: {error.strerror}.")
