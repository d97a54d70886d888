"""Folders and files of a library: private to their owner, and replaced whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from time import monotonic, sleep, strftime
from typing import NamedTuple

UNKNOWN = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS})
"""What a file system says, as that of a stick, of owners and second names when it knows none."""


class FileId(NamedTuple):
    """Which file lies at a path: the same name with another device or inode is another file."""

    device: int
    inode: int


def file_id(path: Path) -> FileId | None:
    """Name the file at `path`, or None when there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return FileId(status.st_dev, status.st_ino) if status.st_nlink else None


def size(path: Path) -> int:
    """Give the size of the file at `path`, 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Have each OSError say which file it is of; those of a handle do not."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or os.fspath(path)
        raise


@contextmanager
def where_known() -> Iterator[None]:
    """Leave undone what the file system knows nothing of: it is mounted for some, or for all."""
    try:
        yield
    except OSError as error:
        if error.errno not in UNKNOWN:
            raise


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for its owner alone, whatever the umask.

    Their names are on disk on return. An existing folder is taken over only when it is empty or
    already private.
    """
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    for each in reversed(missing):  # `parents=True` would leave those above to the umask
        with suppress(FileExistsError):
            each.mkdir(mode=0o700)
            with where_known():
                each.chmod(0o700)  # a umask may take even from its owner
        with suppress(PermissionError):  # one that may be written, and not be read
            sync(each.parent)
    if not any(folder.iterdir()):
        mine = folder.stat().st_uid == os.geteuid()
        with where_known() if mine else nullcontext():
            folder.chmod(0o700)


def reserve(path: Path) -> None:
    """Create an empty file of mode 0600; FileExistsError when the name is taken."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with named(path), where_known():
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)


def replace(path: Path, data: bytes, *, alone: bool = False) -> None:
    """Put `data` at `path` so that a reader, or a power cut, finds the old file or the new one.

    Who holds a lock writes `alone`, and what a killed one left of its draft is written over.
    """
    draft = path.with_name(f"{path.name}.tmp" if alone else f"{path.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        reserve(draft)
        with named(path), draft.open("r+b") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)


def put(draft: Path, path: Path) -> None:
    """Give a whole file its name; FileExistsError when something has taken that meanwhile.

    The draft may keep its own name, too.
    """
    try:
        os.link(draft, path)
    except OSError as error:
        if not _has_one_name(error):
            raise
        with _alone_in(path.parent):  # a rename would go over what another process put there
            if os.path.lexists(path):
                taken = errno.EEXIST
                raise FileExistsError(taken, os.strerror(taken), os.fspath(path)) from None
            draft.rename(path)


def keep(path: Path, aside: Path) -> None:
    """Have the file at `path` under a second name, which it keeps when another takes its place.

    Where the file system gives a file one name alone it is a copy: the first is never missing.
    """
    try:
        os.link(path, aside)
    except OSError as error:
        if not _has_one_name(error):
            raise
        _copy(path, aside)


def _has_one_name(error: OSError) -> bool:
    return error.errno in {*UNKNOWN, errno.EMLINK}


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Have a folder alone, of all who ask so, for as long as two calls take."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with named(folder):
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


def _copy(path: Path, other: Path) -> None:
    """Copy a file, whole or not at all, to a name that is free."""
    from shutil import copyfileobj  # loads five compressors, which a look-up does without

    sweep(path)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp.copy")
    draft.unlink(missing_ok=True)
    try:
        reserve(draft)
        with named(draft), path.open("rb") as source, draft.open("r+b") as copy:
            copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        put(draft, other)
        sync(other.parent)
    finally:
        draft.unlink(missing_ok=True)


def exchange(path: Path, draft: Path) -> Path:
    """Put the whole file `draft` in the place of the one at `path`; give the name that one keeps.

    A reader, or a power cut, finds one or the other. The journal of a database goes with it: it
    would be taken for the new one's.
    """
    aside = unused(path)
    keep(path, aside)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    draft.replace(path)
    sync(path.parent)
    return aside


def unused(path: Path) -> Path:
    """Name what lies at `path` for keeping it, by the time."""
    now = strftime("%Y%m%d-%H%M%S")
    names = (path.with_name(f"{path.name}.{now}{more}.old") for more in ("", *range(2, 100)))
    return next(each for each in names if not os.path.lexists(each))


def sweep(path: Path) -> None:
    """Remove what processes that were killed left of their drafts of what is to lie at `path`."""
    for each in path.parent.iterdir():
        maker, _, rest = each.name.removeprefix(f"{path.name}.").partition(".")
        is_draft = rest in ("tmp", "tmp-journal") or rest.startswith("tmp.")  # or the draft of one
        if maker.isdecimal() and is_draft and _is_gone(maker):
            if each.is_dir():
                import shutil  # as above

                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)


def _is_gone(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):  # another's; no process, so no draft
        return False
    return False


def sync(folder: Path) -> None:
    """Have the folder's own entries on disk: a rename is not durable before."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with named(folder):
            os.fsync(handle)
    finally:
        os.close(handle)


class HeldError(Exception):
    """Another process holds the file; the message is the note it left there."""


@contextmanager
def alone(path: Path, patience: float) -> Iterator[None]:
    """Hold the file at `path`, made where there is none, for a moment; wait for others to end.

    Raises HeldError after so many seconds, OSError. The hold ends with the process.
    """
    handle = _hold(path)
    try:
        until = monotonic() + patience
        while not _locked(handle, path):
            if monotonic() > until:
                raise HeldError(str(path))
            sleep(0.005)
        with where_known():
            os.fchmod(handle, 0o600)
        yield
    finally:
        os.close(handle)


def _hold(path: Path) -> int:
    """Open the file that is held; never one that a link leads to, since it is written over."""
    return os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)


def _locked(handle: int, path: Path) -> bool:
    try:
        with named(path):
            flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def held(path: Path, note: str) -> Iterator[None]:
    """Hold the file at `path`, made where there is none, and leave a note in it meanwhile.

    Raises HeldError, OSError. The hold ends with the process, however that ends.
    """
    handle = _hold(path)
    try:
        if not _locked(handle, path):
            raise HeldError(os.read(handle, 1000).decode(errors="replace"))
        with named(path):
            with where_known():
                os.fchmod(handle, 0o600)
            os.truncate(handle, 0)
            os.write(handle, note.encode())
        try:
            yield
        finally:
            with suppress(OSError):  # who finds the note finds it unheld, and writes over it
                os.truncate(handle, 0)
    finally:
        os.close(handle)
