"""The eight-column CSV: number, date, reference id, origin, level, references, header, body.

No heading; quotes escaped by a backslash or doubled; fields hold line feeds. Dates are
`12/28/1966 18:48`, in UTC; a variant is parted by tabs and dated `1966-12-28 18:48:00`.
"""

import csv
import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from store.cable import Listing, Received
from store.errors import Refused
from store.layouts.input import Input, Part, decoded
from store.layouts.naming import checked_id, dated, extract, joined, named

_START = re.compile(
    rb'\n(?="?\d{1,12}"?([,\t])"?'
    rb'(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)"?\1)'
)
"""A row begins: a number and a date. What a broken row swallowed ends at the next such line."""
_COLUMNS = 8
_HEADINGS = {"id", "number", "date"}

csv.field_size_limit((1 << 31) - 1)


class _Row(NamedTuple):
    """A row: the line of the part at which it begins, its bytes, its fields."""

    line: int
    data: bytes
    fields: list[str]


def found(head: bytes) -> bool:
    """Whether an input that begins so has rows of this layout."""
    begin = b"\n" + head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return _START.match(begin) is not None or (
        begin[1:10].lower().startswith((b"id,", b'"id"', b"id\t"))
        and _START.search(begin) is not None
    )


def read(source: Input) -> Iterator[Received | Refused]:
    """Give the cable of each row; a row that cannot be read is refused with its line."""
    start = _START.search(b"\n" + source.head)
    delimiter = start[1].decode() if start else ","
    for part in source.parts(_START):
        if isinstance(part, Refused):
            yield part
        else:
            yield from _rows(part, delimiter, source)


def _rows(part: Part, delimiter: str, source: Input) -> Iterator[Received | Refused]:
    text, encoding, _ = decoded(part.data)
    try:
        for row in _split(part.data, encoding, delimiter):
            fields = [field.strip("\ufeff \r\n").lower() for field in row.fields]
            if not any(fields) or (part.line == 1 and row.line == 0 and fields[0] in _HEADINGS):
                continue
            if len(row.fields) == _COLUMNS:
                yield _received(row, source)
            else:
                said = f"a row of {len(row.fields)} columns, not {_COLUMNS}"
                yield Refused(said, part.line + row.line, 1)
    except csv.Error as error:
        line, column = _open_quote(text, delimiter)
        said = "a quote that is not closed" if column else f"a row that cannot be read ({error})"
        yield Refused(said, part.line + line, column)


def _split(data: bytes, encoding: str, delimiter: str) -> Iterator[_Row]:
    """Split a part into rows, each with the lines it was made from; raises csv.Error."""
    taken: list[bytes] = []

    def lines() -> Iterator[str]:
        for line in BytesIO(data):
            taken.append(line)
            yield line.decode(encoding)

    line = 0
    for fields in csv.reader(lines(), delimiter=delimiter, escapechar="\\", strict=True):
        yield _Row(line, b"".join(taken), fields)
        line += len(taken)
        taken.clear()


def _open_quote(text: str, delimiter: str) -> tuple[int, int | None]:
    """Find the quote that is never closed: lines before it, column from 1; (0, None) for none."""
    opened, at, fresh = -1, 0, True
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 1
        elif opened < 0 and letter == '"' and fresh:
            opened = at
        elif opened >= 0 and letter == '"':
            if text[at + 1 : at + 2] == '"':
                at += 1
            else:
                opened = -1
        fresh = letter in (delimiter, "\n")
        at += 1
    if opened < 0:
        return 0, None
    return text.count("\n", 0, opened), opened - text.rfind("\n", 0, opened)


def _received(row: _Row, source: Input) -> Received:
    number, when, reference, origin, level, references, header, body = row.fields
    raw, _, encoding, findings = source.decoded(row.data)
    id, no_id = checked_id(reference)  # noqa: A001 - the field's own word
    day, time, no_date = dated(when)
    text = joined(header, body)
    listing = Listing(
        id=id,
        subject=None,
        date=day,
        time=time,
        offset="+0000" if time else None,
        level=level.strip() or None,
        origin=origin.strip() or None,
    )
    given = (("Number", number.strip("\ufeff ")), ("References", references))
    return Received(
        "csv",
        raw,
        text,
        encoding,
        listing,
        0,
        (*findings, *no_id, *no_date, *extract(text)),
        tuple((name, value) for name, value in given if value),
        id or named(raw),
    )
