"""What lies beside the documents: who may read the files, the index, the marks."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from store.documents import RowStorage
from store.errors import LibraryNewer, MarksDamaged
from store.index import Index, Mark, sound
from store.verify.trouble import Trouble

ONLY_MINE = 0o077
LISTED_AT_MOST = 5


def open_to_others(paths: Iterator[Path]) -> Iterator[Trouble]:
    """Say which files and folders others than their owner may read or write."""
    for path in paths:
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & ONLY_MINE and not path.is_symlink():
            says = f"others may use it (mode {mode:04o})"
            do = f"reftel verify --repair, or chmod go= {quote(str(path))}"
            yield Trouble("", "permissions", says, do, str(path))


def files_of(library: Path, marks: Path) -> Iterator[Path]:
    """Give the folder of a library, all in it, and the marks."""
    yield library
    for folder, _, names in os.walk(library):
        yield from (Path(folder, name) for name in sorted(names))
        if Path(folder) != library:
            yield Path(folder)
    if marks.exists():
        yield marks


def of_marks(path: Path) -> Iterator[Trouble]:
    """Say what is wrong with the file of the reader's marks."""
    from store.marks import Marks

    try:
        Marks(path).all()
    except (MarksDamaged, LibraryNewer) as error:
        yield Trouble("", "marks", str(error), "restore a backup, or mend it by hand", str(path))


def index_of(folder: Path, storage: RowStorage) -> tuple[Index | None, str]:
    """Give the index where it reflects the documents as they are; else say how it stands."""
    index = Index(folder)
    mark: Mark | None = index.mark
    if mark is None or mark.identity != storage.identity:
        return None, "none yet: the next search makes it"
    if mark.generation != storage.generation():
        return None, f"{mark.cables:,} cables: the next search adds the rest"
    return index, "up to date"


def of_index(index: Index, folder: Path, held: set[int], told: dict[int, str]) -> Iterator[Trouble]:
    """Say where an index is not what the documents make it: files, cables, and what some say."""
    do = "reftel verify --repair makes it anew, or remove the folder: a search does"
    try:
        wrong = [f"{name} is not as it was written" for name in sound.broken(folder)]
        keys = held if wrong else set(sound.keys(index.searcher()))
        missing, extra = len(held - keys), len(keys - held)
        wrong += [f"{missing:,} cables are not in it"] if missing else []
        wrong += [f"{extra:,} are in it that the library has not"] if extra else []
        lying = [] if wrong else sound.untold(index.searcher(), told)
        wrong += [f"{len(lying):,} of {len(told):,} cables tried are not found"] if lying else []
    except (ValueError, OSError, KeyError, TypeError) as error:
        wrong = [f"it cannot be read ({error})"]
    for says in wrong[:LISTED_AT_MOST]:
        yield Trouble("", "index", says, do, str(folder))
