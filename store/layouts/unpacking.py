"""Compressed single files, read as a stream; what unpacks to far more than it is, is refused."""

from io import BufferedIOBase
from typing import BinaryIO, cast

from store.errors import Refused
from store.layouts.input import Readable

FREE = 64 << 20
RATIO = 200
MOST = 64 << 30
"""Bytes a file may unpack to without a question, how many times its own size, and at most."""

_PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
_LONGEST = 6


def unpacked(handle: BinaryIO) -> Readable:
    """Give a stream as it is, or what it unpacks to where it is compressed; pipes will do."""
    packed = _Peeked(handle)
    for magic, kind in _PACKED:
        if packed.begin.startswith(magic):
            return _Unpacked(packed, kind)
    return packed


class _Peeked(BufferedIOBase):
    """A stream whose first bytes, `begin`, were looked at; `taken` counts what was read of it."""

    def __init__(self, handle: BinaryIO) -> None:
        self._handle = handle
        self.begin = self._ahead = handle.read(_LONGEST)
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, count: int | None = -1, /) -> bytes:
        if count is None or count < 0:
            data, self._ahead = self._ahead + self._handle.read(), b""
        else:
            data, self._ahead = self._ahead[:count], self._ahead[count:]
            data += self._handle.read(count - len(data)) if len(data) < count else b""
        self.taken += len(data)
        return data


class _Unpacked:
    """A compressed stream; reading raises Refused where it is broken or a bomb."""

    def __init__(self, packed: _Peeked, kind: str) -> None:
        self._packed = packed
        self._kind = kind
        self._stream = _opened(packed, kind)
        self._given = 0

    def read(self, count: int, /) -> bytes:
        import zlib
        from lzma import LZMAError

        try:
            data = self._stream.read(count)
        except (OSError, EOFError, LZMAError, zlib.error) as error:
            why = str(error).rstrip(".").lower()
            raise Refused(f"its {self._kind} compression is broken: {why}") from error
        except MemoryError as error:
            raise Refused("it asks for more memory than there is: unpack it first") from error
        self._given += len(data)
        if self._given > FREE and self._given > RATIO * self._packed.taken:
            raise Refused(f"it unpacks to more than {RATIO} times its size: unpack it first")
        if self._given > MOST:
            raise Refused(f"it unpacks to more than {MOST:,} bytes: unpack it first")
        return data


def _opened(packed: BufferedIOBase, kind: str) -> Readable:
    """Open what unpacks; only the module that is needed is loaded."""
    if kind == "gzip":
        from gzip import GzipFile

        return GzipFile(fileobj=packed)
    if kind == "bzip2":
        from bz2 import BZ2File

        return BZ2File(packed)
    from lzma import LZMAFile

    return LZMAFile(cast(BinaryIO, packed))
