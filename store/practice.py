"""The practice library: made of the seeds, in the same way as a library of a user's files."""

import errno
import os
from pathlib import Path

import seeds
from store.documents import FORMAT
from store.errors import LibraryDamaged, LibraryMissing
from store.holdings.record import READING
from store.library import Library

CABLES = 33
"""How many cables the seeds are."""

NOTE = "seeds"
"""The file beside the library that says which seeds it was made of."""


def practice(path: Path) -> Library:
    """Open the practice library at `path`, built anew from the seeds when they have changed.

    Raises LibraryMissing, LibraryFull.
    """
    folder = Path(seeds.__path__[0]) / "cables"
    made_of = _made_of(folder)
    try:
        if (path / NOTE).read_text() == made_of:
            return Library.open(path)
    except (OSError, LibraryDamaged, LibraryMissing):
        pass  # it is only a copy of the seeds: made again below
    _build(path, folder, made_of)
    return Library.open(path)


def _build(path: Path, folder: Path, made_of: str) -> None:
    """Build it beside its place and move it there whole."""
    import shutil  # this and what reads cables, a look-up in a library that stands does without

    from store import files, importer
    from store.importer.walk import why

    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    if path.parent.exists():
        files.sweep(path)
    try:
        with Library.open(draft, create=True) as library:
            importer.run([folder], library, processes=0)
        files.replace(draft / NOTE, made_of.encode())
        shutil.rmtree(path, ignore_errors=True)
        draft.rename(path)
    except OSError as error:
        if error.errno != errno.ENOTEMPTY:  # another process was first
            raise LibraryMissing(f"{path} cannot be made: {why(error)}.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _made_of(folder: Path) -> str:
    """Name the cables, and the forms a library keeps them in; to read them all takes longer."""
    found = sorted((each.name, each.stat()) for each in os.scandir(folder) if each.is_file())
    lines = (f"{name} {stat.st_size} {stat.st_mtime_ns}\n" for name, stat in found)
    return f"{FORMAT} {READING}\n" + "".join(lines)
