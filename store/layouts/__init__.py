"""One module a layout: bytes in, what was received out.

A layout is known by its content, never by a file's name.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from store.cable import Received
from store.errors import Refused
from store.layouts import listing
from store.layouts.input import Input

_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"\x7fELF", "an ELF program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_ARCHIVES = (
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
)
_TAR_AT, _TAR = 257, b"ustar"


def stream(handle: BinaryIO, name: str, largest: int) -> Iterator[Received | Refused]:
    """Give the cables of one input, in order, holding no more of it than `largest` bytes a cable.

    `name` is for the messages only. A cable of a collection that cannot be read comes as a
    Refused in its place, with its line, and the rest goes on. Raises Refused for what holds no
    cable at all: nothing, a binary, an archive, other text, a plain file over the limit.
    """
    source = Input(handle, name, largest)
    _refuse_binary(source.head)
    if not source.head.strip(b"\xef\xbb\xbf\0 \t\r\n\f"):
        raise Refused("it is empty")
    if not listing.found(source.head):
        raise Refused(f"no cable found in {name}: no reference id with a date two lines below it")
    yield from listing.read(source)


def read(data: bytes, name: str) -> Iterator[Received | Refused]:
    """Give the cables in the bytes of one input as `stream` does."""
    return stream(BytesIO(data), name, max(len(data), 1))


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise Refused("it is empty")
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise Refused(f"it is {what}, not text")
    for magic, what in _ARCHIVES:
        if data.startswith(magic):
            raise Refused(f"it is {what}: unpack it first")
    if data[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        raise Refused("it is a tar archive: unpack it first")
    if data.count(0) * 4 > len(data):
        raise Refused("it is binary data, not text")
