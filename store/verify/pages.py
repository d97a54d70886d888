"""Sources out of the pages of a file that SQLite cannot make sense of any more.

A leaf of a table names its cells; a cell has the length of what it holds, the number of its row,
and the row, the end of which may lie on pages of its own, each naming the next (SQLite's file
format, 1.6 and 2.1). So a leaf is enough to read its rows: no other page has to be whole.
"""

import os
import struct
from collections.abc import Container, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from store.documents.storage import PAGE
from store.verify.check import SourceRow

LEAF = 0x0D
TOGETHER = 64
MOST = PAGE - 35
LEAST = (PAGE - 12) * 32 // 255 - 23
"""Bytes of a row on its leaf: at most, and at least where it goes on elsewhere."""
NULL, TEXT, BLOB = 0, 13, 12
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}
"""Bytes of an integer by how it is stored; the last two are 0 and 1 themselves."""
COLUMNS = 6


class Cell(NamedTuple):
    """Where a row begins in the file: its number, the length of it, where its leaf ends."""

    number: int
    at: int
    length: int


def salvaged(path: Path, known: Container[int]) -> Iterator[list[SourceRow]]:
    """Give the sources that are found in pages, by their numbers, but for those that are known."""
    with path.open("rb") as file:
        cells = sorted(each for each in _cells(file) if each.number not in known)
        for start in range(0, len(cells), TOGETHER):
            found = (_source(file, each) for each in cells[start : start + TOGETHER])
            yield [each for each in found if each is not None]


def _cells(file: BinaryIO) -> Iterator[Cell]:
    """Find the rows of all leaves that could be those of sources."""
    most = file.seek(0, os.SEEK_END)
    at = file.seek(PAGE)  # the first page names tables
    while len(page := file.read(PAGE)) == PAGE:
        if page[0] == LEAF:
            (count,) = struct.unpack_from(">H", page, 3)
            pointers = page[8 : 8 + 2 * count]
            for (pointer,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]):
                length, begin = _varint(page, pointer)
                number, begin = _varint(page, begin)
                if number and length < most and _columns(page[begin : begin + 2 * COLUMNS + 60]):
                    yield Cell(number, at + begin, length)
        at += PAGE


def _source(file: BinaryIO, cell: Cell) -> SourceRow | None:
    """Read a row; None for one that is not of a source."""
    row = _row(file, cell)
    columns = _columns(row)
    if columns is None or len(row) < cell.length:
        return None
    values, at = [], columns[0]
    for stored in columns[1:]:
        size = _size(stored)
        values.append(row[at : at + size])
        at += size
    size = {8: 0, 9: 1}.get(columns[-1], int.from_bytes(values[5], "big"))
    return SourceRow(cell.number, values[2].decode(errors="replace"), values[4], size)


def _row(file: BinaryIO, cell: Cell) -> bytes:
    """Read the bytes of a row, those on other pages as well."""
    here = cell.length
    if here > MOST:
        more = LEAST + (cell.length - LEAST) % (PAGE - 4)
        here = more if more <= MOST else LEAST
    file.seek(cell.at)
    row = bytearray(file.read(here))
    following = file.read(4) if here < cell.length else b""
    while len(row) < cell.length and any(following):
        file.seek((int.from_bytes(following, "big") - 1) * PAGE)
        page = file.read(PAGE)
        if len(page) < PAGE:
            break
        following = page[:4]
        row += page[4 : 4 + cell.length - len(row)]
    return bytes(row)


def _columns(row: bytes) -> list[int] | None:
    """Read how a row's columns are stored, behind where they begin; None for no source's row."""
    begin, at = _varint(row, 0)
    stored = []
    while at < begin <= len(row):
        kind, at = _varint(row, at)
        stored.append(kind)
    if len(stored) != COLUMNS:
        return None
    number, changed, document, glance, raw, size = stored
    is_text = document >= TEXT and document % 2 == 1
    is_blob = raw >= BLOB and raw % 2 == 0
    fits = (number, glance) == (NULL, NULL) and is_text and is_blob
    return [begin, *stored] if fits and {changed, size} <= INTEGERS.keys() else None


def _size(stored: int) -> int:
    return INTEGERS[stored] if stored in INTEGERS else max(0, (stored - BLOB) // 2)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read an integer of up to nine bytes, and say where it ends."""
    value, count = 0, 1
    for count, byte in enumerate(data[at : at + 9], 1):
        if count == 9:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count
    return 0, at + count
