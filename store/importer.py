"""Files into a library: walk, read, parse, add; what could not be read is named with its reason."""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import seeds
from store import files, layouts
from store.cable import Cable, Received
from store.documents import FORMAT
from store.errors import LibraryDamaged, LibraryLocked, LibraryMissing, Refused
from store.batch import Added
from store.library import Library
from store.parse import parse
from store.record import READING

BATCH = 200
LARGEST = 64 << 20

Parsed = tuple[Cable, Received, str]


class Refusal(NamedTuple):
    """An input that was not imported, and why; `line` where one line is to blame."""

    path: str
    reason: str
    line: int | None = None


class Report(NamedTuple):
    """What an import did: files read, cables that were new, held already, or another version.

    `passed_over` counts hidden files and folders, links within folders included, that no one asked
    for by name. After `interrupted` all that is counted stays in the library.
    """

    read: int = 0
    new: int = 0
    same: int = 0
    version: int = 0
    refused: tuple[Refusal, ...] = ()
    passed_over: int = 0
    interrupted: bool = False


class Progress(NamedTuple):
    """How far an import has come: files read, cables added, inputs refused, the file at hand."""

    read: int
    added: int
    refused: int
    path: str


def run(
    paths: Sequence[Path],
    library: Library,
    on_progress: Callable[[Progress], object] = lambda _: None,
    *,
    largest: int = LARGEST,
) -> Report:
    """Import files, and folders with all in them, into `library`; `largest` in bytes a file.

    A bad file is refused and the rest goes on. Ctrl-C ends it between two batches. Raises what
    `Library.add` raises; what was committed before that stays.
    """
    work = _Import(library, on_progress, largest)
    try:
        for path in paths:
            work.take(path)
        work.commit()
        with suppress(LibraryLocked):  # another import is at the index: the next search sees to it
            library.refresh()
    except KeyboardInterrupt:
        return work.report()._replace(interrupted=True)
    return work.report()


class _Import:
    """One run: the batch that is filling, and the counts."""

    def __init__(
        self, library: Library, on_progress: Callable[[Progress], object], largest: int
    ) -> None:
        self._library = library
        self._on_progress = on_progress
        self._largest = largest
        self._batch: list[Parsed] = []
        self._added: dict[str, int] = {"new": 0, "same": 0, "version": 0}
        self._refused: list[Refusal] = []
        self._read = self._passed_over = 0

    def report(self) -> Report:
        """Give the counts."""
        return Report(
            self._read,
            self._added["new"],
            self._added["same"],
            self._added["version"],
            tuple(self._refused),
            self._passed_over,
        )

    def take(self, path: Path) -> None:
        """Import a file, or a folder with all in it; refuse what is neither."""
        seen = self._read + len(self._refused)
        for file in self._files(path.resolve() if path.is_symlink() and path.exists() else path):
            self._file(file)
        if path.is_dir() and self._read + len(self._refused) == seen:
            self._refused.append(Refusal(str(path), "no files in this folder"))

    def _files(self, path: Path) -> Iterator[Path]:
        """Walk a folder in order of names, reading it as it goes; links are not followed."""
        ahead = [path]
        while ahead:
            at = ahead.pop()
            if not stat.S_ISDIR(_mode(at)):
                yield at
                continue
            try:
                names = sorted(os.listdir(at), reverse=True)  # noqa: PTH208 - names, not paths
            except OSError as error:
                self._refused.append(Refusal(str(at), _why(error)))
                continue
            for within in (at / name for name in names):
                if within.name.startswith(".") or stat.S_ISLNK(_mode(within)):
                    self._passed_over += 1
                else:
                    ahead.append(within)

    def _file(self, path: Path) -> None:
        try:
            data = read(path, self._largest)
            self._read += 1
            for received in layouts.read(data, path.name):
                if isinstance(received, Refused):
                    self._refused.append(Refusal(str(path), received.reason, received.line))
                else:
                    self._batch.append((parse(received), received, str(path.absolute())))
        except Refused as refusal:
            self._refused.append(Refusal(str(path), refusal.reason, refusal.line))
        except OSError as error:
            self._refused.append(Refusal(str(path), _why(error)))
        if len(self._batch) >= BATCH:
            self.commit()
        added = sum(self._added.values()) + len(self._batch)
        self._on_progress(Progress(self._read, added, len(self._refused), str(path)))

    def commit(self) -> None:
        """Add the batch to the library."""
        batch, self._batch = self._batch, []
        if batch:
            self._count(self._library.add(batch))

    def _count(self, added: Sequence[Added]) -> None:
        for each in added:
            self._added[each.outcome] += 1


def read(path: Path, largest: int = LARGEST) -> bytes:
    """Read a regular file whole, never waiting for a pipe or following a link.

    Raises Refused, or OSError where it cannot be opened.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise Refused("it is no regular file")
        if before.st_size > largest:
            raise Refused(f"it has {before.st_size:,} bytes, more than the limit of {largest:,}")
        data = file.read(largest + 1)
        after = os.fstat(handle)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused("it changed while it was read: import it again")
    return data


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
            run([folder], library)
        files.replace(draft / note.name, digest.encode())
        shutil.rmtree(path, ignore_errors=True)
        draft.rename(path)
    except OSError as error:
        if error.errno != errno.ENOTEMPTY:  # another process was first
            raise LibraryMissing(f"{path} cannot be made: {_why(error)}.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Library.open(path)


def _digest(folder: Path) -> str:
    """Name what a practice library is made of: the cables, and the forms it is kept in."""
    digest = hashlib.sha256(f"{FORMAT} {READING}".encode())
    for file in sorted(folder.iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _mode(path: Path) -> int:
    """Kind of what lies at a path, links not followed; 0 where that cannot be told."""
    try:
        return path.lstat().st_mode
    except OSError:
        return 0


def _why(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "it is a link that leads nowhere"
    if error.errno == errno.ENXIO:
        return "it is no regular file"
    return (error.strerror or str(error)).lower()
