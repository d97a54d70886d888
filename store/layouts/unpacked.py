"""Compressed single files, read as a stream; what unpacks to far more than it is, is refused."""

from typing import BinaryIO

from store.errors import Refused
from store.layouts.input import Readable

FREE = 64 << 20
RATIO = 200
MOST = 64 << 30
"""Bytes a file may unpack to without a question, how many times its own size, and at most."""

_PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
_LONGEST = 6


def unpacked(handle: BinaryIO) -> Readable:
    """Give a stream as it is, or what it unpacks to where it is compressed."""
    begin = handle.read(_LONGEST)
    handle.seek(-len(begin), 1)
    for magic, kind in _PACKED:
        if begin.startswith(magic):
            return _Unpacked(handle, kind)
    return handle


class _Unpacked:
    """A compressed stream; reading raises Refused where it is broken or a bomb."""

    def __init__(self, handle: BinaryIO, kind: str) -> None:
        self._packed = handle
        self._kind = kind
        self._stream = _opened(handle, kind)
        self._given = 0

    def read(self, count: int, /) -> bytes:
        import zlib
        from lzma import LZMAError

        try:
            data = self._stream.read(count)
        except (OSError, EOFError, LZMAError, zlib.error) as error:
            why = str(error).rstrip(".").lower()
            raise Refused(f"its {self._kind} compression is broken: {why}") from error
        self._given += len(data)
        if self._given > FREE and self._given > RATIO * self._packed.tell():
            raise Refused(f"it unpacks to more than {RATIO} times its size: unpack it first")
        if self._given > MOST:
            raise Refused(f"it unpacks to more than {MOST:,} bytes: unpack it first")
        return data


def _opened(handle: BinaryIO, kind: str) -> Readable:
    """Open what unpacks; only the module that is needed is loaded."""
    if kind == "gzip":
        from gzip import GzipFile

        return GzipFile(fileobj=handle)
    if kind == "bzip2":
        from bz2 import BZ2File

        return BZ2File(handle)
    from lzma import LZMAFile

    return LZMAFile(handle)
