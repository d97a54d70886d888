"""The bytes of one input: its first megabyte for recognising it, then its parts, one at a time.

Layouts see every text with one byte a letter of ASCII and lines that end in a line feed. What came
otherwise (UTF-16, lines ending in CR alone) is turned into that, and each part is turned back.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple, Protocol

from store.cable import Finding
from store.errors import Refused

HEAD = CHUNK = 1 << 20
WHOLE = 32 << 20
"""Bytes of an input that can be read only as a whole, at most: as large as a cable may be, or so
many."""
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


class Readable(Protocol):
    """What can be read from the front: a file, or one being unpacked."""

    def read(self, count: int, /) -> bytes:
        """Give `count` bytes, fewer only at the end."""


class Part(NamedTuple):
    """Some bytes of an input and the line, from 1, at which they begin."""

    line: int
    data: bytes


class Decoded(NamedTuple):
    """A part as it came (`raw`), as text, and what decoding it had to say."""

    raw: bytes
    text: str
    encoding: str
    findings: tuple[Finding, ...]


class Input:
    """One input, read from the front; no part of it that is larger than `largest` bytes."""

    def __init__(self, handle: Readable, name: str, largest: int) -> None:
        """Read the head. Raises Refused for wide text that is not what it claims to be."""
        self.name = name
        self.largest = largest
        self._handle: Readable = handle
        self.head = handle.read(HEAD)
        self._ahead = self.head
        self._wide = _wide(self.head)
        self._cr = False
        if self._wide is not None:
            self._replace(_narrowed(self.whole(), self._wide))
        if b"\r" in self.head and b"\n" not in self.head:
            data = self.whole()
            self._cr = b"\n" not in data
            self._replace(data.replace(b"\r", b"\n") if self._cr else data)

    def _replace(self, data: bytes) -> None:
        self._handle = BytesIO(data)
        self.head = self._ahead = self._handle.read(HEAD)

    def _read(self, count: int) -> bytes:
        ahead, self._ahead = self._ahead, b""
        return ahead or self._handle.read(count)

    def whole(self) -> bytes:
        """Give all of it; Refused where that is more than is read at once."""
        most = max(self.largest, WHOLE)
        data = self._read(0) + self._handle.read(most + 1)
        if len(data) > most:
            raise Refused(f"it has more than {most:,} bytes, in a form that is read at once")
        return data

    def parts(
        self, start: re.Pattern[bytes], end: re.Pattern[bytes] | None = None
    ) -> Iterator[Part | Refused]:
        """Part the input where `start` matches: a line feed and, looking ahead, what follows it.

        Each part is parted again behind every match of `end`. Together the parts are the input;
        what stands before the first start belongs to the first. A part over the limit is refused
        and the next one read.
        """
        buffer, line, scan = b"\n", 1, 0
        seen = passing = whole = False
        while not whole:
            asked = max(CHUNK, len(buffer))
            chunk = self._read(asked)
            whole = len(chunk) < min(asked, HEAD)  # the first one is the head, whatever was asked
            buffer += chunk + b"\n" if whole else chunk
            begin = 0
            for found in start.finditer(buffer, scan):
                scan = found.end()
                if seen:
                    if not passing:
                        yield from self._part(line, buffer[begin + 1 : found.end()], end)
                    line += buffer.count(b"\n", begin + 1, found.end())
                    begin, passing = found.start(), False
                seen = True
            if len(buffer) - begin - 1 > self.largest and not whole:
                if not passing:
                    yield too_large(self.largest, line)
                keep = max(scan - 1, _three_lines(buffer))
                line += buffer.count(b"\n", begin + 1, keep + 1)
                begin, passing = keep, True
            buffer = buffer[begin:]
            scan = scan if whole else max(scan - begin, _three_lines(buffer))
        if not passing:
            yield from self._part(line, buffer[1:-1], end)

    def _part(
        self, line: int, data: bytes, end: re.Pattern[bytes] | None
    ) -> Iterator[Part | Refused]:
        begin = 0
        for found in end.finditer(data) if end else ():
            yield Part(line, data[begin : found.end()])
            line += data.count(b"\n", begin, found.end())
            begin = found.end()
        large = len(data) - begin > self.largest
        yield too_large(self.largest, line) if large else Part(line, data[begin:])

    def decoded(self, part: bytes) -> Decoded:
        """Decode a part; `raw` are the bytes of the input that it stands for."""
        text, encoding, findings = decoded(part)
        if self._wide is None and not self._cr:
            return Decoded(part, text, encoding, findings)
        encoding = self._wide or encoding
        if self._cr:
            said = Finding("lines-end-in-cr", None, "Lines end in CR alone; read as line ends.")
            findings = (*findings, said)
        return Decoded(self.original(text, encoding), text, encoding, findings)

    def original(self, text: str, encoding: str) -> bytes:
        """Give the bytes of the input that a piece of its decoded text stands for."""
        return (text.replace("\n", "\r") if self._cr else text).encode(encoding)


def too_large(largest: int, line: int | None = None) -> Refused:
    """Say of a cable that it is larger than is taken in; it begins at `line`."""
    said = f"a cable of more than the limit of {largest:,} bytes (--max-size)"
    return Refused(said, line, line and 1)


def _three_lines(buffer: bytes) -> int:
    """Where the last three lines begin: a start may still be cut there."""
    at = len(buffer)
    for _ in range(4):
        at = buffer.rfind(b"\n", 0, max(at, 0))
    return max(at, 0)


def _wide(head: bytes) -> str | None:
    """Name the encoding of two or four bytes a letter, by its mark or by where its zeros stand."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" not in head[:4096]:
        return None
    even, odd = head[:4096:2], head[1:4096:2]
    zeros = even.count(0), odd.count(0)
    if zeros[1] * 4 > len(odd) * 3 and zeros[0] * 20 < len(even) and not odd[0]:
        return "utf-16-le"
    if zeros[0] * 4 > len(even) * 3 and zeros[1] * 20 < len(odd) and not even[0]:
        return "utf-16-be"
    return None


def _narrowed(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise Refused(f"it looks like {encoding}, but byte {error.start + 1:,} is not") from error


def decoded(data: bytes) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode bytes as utf-8, else as cp1252, and say so; each byte is one that can be had back.

    A byte order mark stays in the text, as its first character.
    """
    try:
        return data.decode(), "utf-8", _read_twice(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
    words = f"Not UTF-8 (line {line} is the first that is not); read as {encoding}."
    return text, encoding, (Finding("encoding-guessed", line, words),)


def _read_twice(data: bytes) -> tuple[Finding, ...]:
    """Say where UTF-8 was taken for cp1252 once and written again; it is left as it is."""
    at = max(map(data.find, _TWICE)) if _TWICE_BEGINS in data else -1
    if at < 0:
        return ()
    said = "Signs such as ¶ were misread before this text was written; shown as they are."
    return (Finding("signs-misread", data.count(b"\n", 0, at) + 1, said),)


_TWICE = tuple(sign.encode().decode("cp1252").encode() for sign in ("¶", "’", "“"))
_TWICE_BEGINS = b"\xc3"
"""What each of them begins with; most texts hold no such byte."""
