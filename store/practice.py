"""The practice library: made of the seeds, in the same way as a library of a user's files."""

import errno
import hashlib
import os
import shutil
from pathlib import Path

import seeds
from store import files, importer
from store.documents import FORMAT
from store.errors import LibraryDamaged, LibraryMissing
from store.holdings.record import READING
from store.importer.walk import why
from store.library import Library


def practice(path: Path) -> Library:
    """Open the practice library at `path`, built anew from the seeds when they have changed.

    It is built beside its place and moved there whole. Raises LibraryMissing, LibraryFull.
    """
    folder = Path(seeds.__path__[0]) / "cables"
    digest = _digest(folder)
    note = path / "seeds.sha256"
    try:
        if note.read_text() == digest:
            return Library.open(path)
    except (OSError, LibraryDamaged, LibraryMissing):
        pass  # it is only a copy of the seeds: made again below
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        with Library.open(draft, create=True) as library:
            importer.run([folder], library, processes=0)
        files.replace(draft / note.name, digest.encode())
        shutil.rmtree(path, ignore_errors=True)
        draft.rename(path)
    except OSError as error:
        if error.errno != errno.ENOTEMPTY:  # another process was first
            raise LibraryMissing(f"{path} cannot be made: {why(error)}.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Library.open(path)


def _digest(folder: Path) -> str:
    """Name what a practice library is made of: the cables, and the forms it is kept in."""
    digest = hashlib.sha256(f"{FORMAT} {READING}".encode())
    for file in sorted(folder.iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
