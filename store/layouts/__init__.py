"""One module a layout: bytes in, what was received out.

A layout is known by its content, never by a file's name.
"""

from collections.abc import Iterator

from store.cable import Finding, Received
from store.errors import Refused
from store.layouts import listing

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
)
_TAR_AT, _TAR = 257, b"ustar"


def read(data: bytes, name: str) -> Iterator[Received]:
    """Give the cables in the bytes of one input, in order; `name` is for the messages only.

    Raises Refused for what holds no cable: nothing at all, a binary, an archive, other text.
    """
    _refuse_binary(data)
    text, encoding, findings = decoded(data)
    if not text.strip("\ufeff\0 \t\r\n\f"):
        raise Refused("it is empty")
    if not listing.starts(text):
        raise Refused(f"no cable found in {name}: no reference id with a date two lines below it")
    yield from listing.read(text, encoding, findings)


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


def decoded(data: bytes) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode bytes as utf-8, else as cp1252, and say so; each byte is one that can be had back.

    A byte order mark stays in the text, as its first character.
    """
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    for encoding in ("cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        words = f"Not UTF-8 (line {line} is the first that is not); read as {encoding}."
        return text, encoding, (Finding("encoding-guessed", line, words),)
    raise Refused("it is no text in any encoding known")
