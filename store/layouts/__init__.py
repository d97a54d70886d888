"""One module a layout: bytes in, what was received out.

A layout is known by its content, never by a file's name. Each module says by `found(head)` whether
an input that begins with these bytes is in its layout, and gives its cables by `read(source)`.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from typing import BinaryIO, NamedTuple

from store.cable import Received
from store.errors import Refused
from store.layouts import listing
from store.layouts.input import Input, too_large
from store.layouts.unpacking import unpacked

_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "an ELF program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_ARCHIVES = (
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x1f\x8b", "a file compressed twice"),
    (b"BZh", "a file compressed twice"),
    (b"\xfd7zXZ\0", "a file compressed twice"),
)
_MAGICS = tuple(magic for magic, _ in (*_FORMATS, *_ARCHIVES))
_TAR_AT, _TAR = 257, b"ustar"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
_BLANK = b"\xef\xbb\xbf\0 \t\r\n\f"
LARGEST = 10 << 20
"""Bytes of a cable, at most, unless told; no telegram that was sent has a tenth of them."""

_MODULES = {
    "json": "json_records",
    "frus": "frus",
    "html": "html_page",
    "csv": "csv_rows",
    "nara": "nara",
    "listing": "listing",
    "plain": "plain",
}
"""The module of each layout of text, in the order they are looked for."""

LAYOUTS = (*_MODULES, "pdf")
"""The names of the layouts, as `Received.layout` has them."""


class _Layout(NamedTuple):
    found: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Received | Refused]]


def stream(
    handle: BinaryIO, name: str, largest: int, layout: str | None = None
) -> Iterator[Received | Refused]:
    """Give the cables of one input, in order, holding no more of it than `largest` bytes a cable.

    `handle` may be a pipe; `name` is for the messages; `layout`, one of `LAYOUTS`, spares looking
    for it. What is compressed is unpacked on the way. A cable of a collection that cannot be read
    comes as a Refused in its place, with its line, and the rest goes on. Raises Refused for what
    holds no cable at all: nothing, a binary, an archive, other text, a plain file over the limit.
    """
    return _limited(_read(Input(unpacked(handle), name, largest), layout), largest)


def _limited(received: Iterator[Received | Refused], largest: int) -> Iterator[Received | Refused]:
    """Refuse what is too large though its input could be read at once, and what holds nothing."""
    empty = True
    for each in received:
        empty = False
        large = isinstance(each, Received) and len(each.text) > largest
        yield too_large(largest) if large else each
    if empty:
        raise Refused("there is no cable in it")


def _read(source: Input, layout: str | None) -> Iterator[Received | Refused]:
    if layout == "pdf" or source.head.startswith(b"%PDF-"):
        from store.layouts import pdf

        return pdf.read(source, _read_text)
    _refuse_binary(source.head)
    if not source.head.strip(_BLANK):
        raise Refused("it is empty")
    return _layout(layout).read(source) if layout else _read_text(source)


def read(
    data: bytes, name: str, layout: str | None = None, largest: int = LARGEST
) -> Iterator[Received | Refused]:
    """Give the cables in the bytes of one input as `stream` does."""
    return stream(BytesIO(data), name, largest, layout)


def _read_text(source: Input) -> Iterator[Received | Refused]:
    if listing.at_once(source.head):
        return listing.read(source)
    for name in _MODULES:
        layout = _layout(name)
        if layout.found(source.head):
            return layout.read(source)
    head = source.head
    if len(head.translate(None, _CONTROLS)) * 10 < len(head) * 9:
        raise Refused("it is binary data, not text")
    raise Refused("no cable found: neither a telegram nor a collection in a layout known")


def _layout(name: str) -> _Layout:
    """Load the module of a layout: most inputs are listings and need no other."""
    module = import_module(f"store.layouts.{_MODULES[name]}")
    return _Layout(module.found, module.read)


def _refuse_binary(data: bytes) -> None:
    if not data:
        raise Refused("it is empty")
    if data.startswith(_MAGICS):
        raise Refused(_named(data))
    if data[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        raise Refused("it is a tar archive: unpack it first")
    if b"\0" in data and data.count(0) * 4 > len(data):
        raise Refused("it is binary data, not text")


def _named(data: bytes) -> str:
    """Say what a binary file is that begins so."""
    for magic, what in _FORMATS:
        if data.startswith(magic):
            return f"it is {what}, not text"
    return next(
        f"it is {what}: unpack it first" for magic, what in _ARCHIVES if data.startswith(magic)
    )
