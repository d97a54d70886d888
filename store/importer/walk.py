"""Files, and folders with all in them: found lazily, in order of names, links not followed."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from store.errors import Refused


class Found(NamedTuple):
    """A file: `path` as it was asked for, `place` the same from the root.

    `size` is in bytes, -1 where there is nothing that can be looked at; `written` is when, in ns.
    """

    path: str
    place: str
    size: int = -1
    written: int = 0


class Refusal(NamedTuple):
    """An input that was not imported, and why; line and column where one place is to blame."""

    path: str
    reason: str
    line: int | None = None
    column: int | None = None


class Walk:
    """The files at some paths; `passed_over` counts hidden files that no one named."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._here = Path.cwd()
        self.passed_over = 0

    def __iter__(self) -> Iterator[Found | Refusal]:
        for path in self._paths:
            top = path.resolve() if path.is_symlink() and path.exists() else path
            seen = False
            for each in self._below(os.fspath(top)):
                yield each
                seen = True
            if not seen:
                yield Refusal(str(path), "no files in this folder")

    def _below(self, top: str) -> Iterator[Found | Refusal]:
        ahead = [_found(top, self._here)]
        while ahead:
            at, is_folder = ahead.pop()
            if not is_folder:
                yield at
                continue
            try:
                with os.scandir(at.path) as entries:
                    within = sorted(entries, key=lambda entry: entry.name, reverse=True)
            except OSError as error:
                yield Refusal(at.path, why(error))
                continue
            for entry in within:
                if entry.name.startswith("."):
                    self.passed_over += 1
                elif entry.is_symlink():
                    yield Refusal(entry.path, _link(entry))
                else:
                    ahead.append(_found(entry.path, self._here))


def _link(entry: os.DirEntry[str]) -> str:
    """Say why a link in a folder is not read: a cable has one place, and a loop has no end."""
    try:
        entry.stat()
    except OSError as error:
        return "it is a link that leads nowhere" if error.errno == errno.ENOENT else why(error)
    return "it is a link: name what it leads to instead"


def _found(path: str, here: Path) -> tuple[Found, bool]:
    """Look at a path, and say whether a folder is there."""
    place = os.path.join(here, path)  # noqa: PTH118 - ten times as fast, for 250,000 of them
    try:
        status = os.lstat(place)
    except OSError:
        return Found(path, place), False
    found = Found(path, place, status.st_size, status.st_mtime_ns)
    return found, stat.S_ISDIR(status.st_mode)


def opened(path: str) -> BinaryIO:
    """Open a regular file, never waiting for a pipe or following a link.

    Raises Refused, or OSError where it cannot be opened.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    file = os.fdopen(handle, "rb")
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        file.close()
        raise Refused("it is no regular file")
    return file


def as_opened(file: BinaryIO, found: Found) -> Found:
    """Give what was found with the size and time of the open file."""
    status = os.fstat(file.fileno())
    return found._replace(size=status.st_size, written=status.st_mtime_ns)


def see_same(file: BinaryIO, found: Found) -> None:
    """Raise Refused where an open file is no longer what was found."""
    if as_opened(file, found) != found:
        raise Refused("it changed while it was read: import it again")


def why(error: OSError) -> str:
    """Say why a file cannot be read."""
    if error.errno == errno.ELOOP:
        return "it is a link that leads nowhere"
    if error.errno == errno.ENXIO:
        return "it is no regular file"
    return (error.strerror or str(error)).lower()
