"""The eight-column CSV: number, date, reference id, origin, level, references, header, body.

No heading; quotes escaped by a backslash or doubled; fields hold line feeds. Dates are
`12/28/1966 18:48`, in UTC; a variant is parted by tabs and dated `1966-12-28 18:48:00`.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from store import entities
from store.cable import Listing, Received
from store.errors import Refused
from store.layouts.input import Input, Part, decoded
from store.layouts.naming import checked_id, dated, extract, joined, named

_START = re.compile(
    rb'\n(?=(?:\xef\xbb\xbf)?"?\d{1,12}"?([,\t])"?'
    rb'(?:\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)"?\1)'
)
"""A row begins: a number and a date. What a broken row swallowed ends at the next such line."""
_QUOTE = re.compile(r'\\.|"', re.DOTALL)
_COLUMNS = 8
_MARK = "\ufeff"
_HEADINGS = {"id", "number", "date"}

csv.field_size_limit((1 << 31) - 1)


class _Row(NamedTuple):
    """A row: the line of the part at which it begins, its text, its fields."""

    line: int
    text: str
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
        for row in _split(text, delimiter):
            if part.line + row.line == 1 and _first(row) in _HEADINGS:
                continue
            if not any(field.strip() for field in row.fields):
                continue
            if len(row.fields) == _COLUMNS:
                yield _received(row, encoding, source)
            else:
                said = f"a row of {len(row.fields)} columns, not {_COLUMNS}"
                yield Refused(said, part.line + row.line, 1)
    except csv.Error as error:
        line, column = _open_quote(text, delimiter)
        said = "a quote that is not closed" if column else f"a row that cannot be read ({error})"
        if column is None:
            line, column = _stray_quote(text, delimiter)
        yield Refused(said, part.line + line, column)


def _first(row: _Row) -> str:
    return row.fields[0].strip().lower() if row.fields else ""


def _split(text: str, delimiter: str) -> Iterator[_Row]:
    """Split a part into rows, each with the lines it was made from; raises csv.Error.

    A byte order mark is of the row's lines, not of its fields.
    """
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in StringIO(text, newline="\n"):
            taken.append(line)
            yield line.removeprefix(_MARK)

    line = 0
    for fields in csv.reader(lines(), delimiter=delimiter, escapechar="\\", strict=True):
        yield _Row(line, "".join(taken), fields)
        line += len(taken)
        taken.clear()


def _open_quote(text: str, delimiter: str) -> tuple[int, int | None]:
    """Find the quote that is never closed: lines before it, column from 1; (0, None) for none."""
    opened = before = -1
    closed = -2
    for token in _QUOTE.finditer(text):
        at = token.start()
        if token[0] != '"':
            continue
        if opened >= 0:
            opened, before, closed = -1, opened, at
        elif at == closed + 1:
            opened = before  # a doubled quote closed nothing
        elif at == 0 or text[at - 1] in (delimiter, "\n"):
            opened = at
    if opened < 0:
        return 0, None
    return text.count("\n", 0, opened), opened - text.rfind("\n", 0, opened)


def _stray_quote(text: str, delimiter: str) -> tuple[int, int]:
    """Find the quote that closes a field and has words behind it: lines before it, its column."""
    opened, at = False, 0
    for token in _QUOTE.finditer(text):
        at = token.start()
        if token[0] != '"':
            continue
        if not opened:
            opened = at == 0 or text[at - 1] in (delimiter, "\n", '"', _MARK)
        elif text[at + 1 : at + 2] in (delimiter, "\r", "\n", '"', ""):
            opened = False
        else:
            break
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at)


def _received(row: _Row, encoding: str, source: Input) -> Received:
    number, when, reference, origin, level, references, header, body = row.fields
    raw, _, encoding, findings = source.decoded(row.text.encode(encoding))
    id, no_id = checked_id(reference)  # noqa: A001 - the field's own word
    day, time, no_date = dated(when)
    text, found_entities = entities.decoded(joined(header, body))
    begin, partial = extract(text)
    listing = Listing(
        id=id,
        subject=None,
        date=day,
        time=time,
        offset="+0000" if time else None,
        level=level.strip() or None,
        origin=origin.strip() or None,
        refs=references.replace("|", "\n").strip() or None,
    )
    given = (("Number", number.strip()), ("References", references))
    return Received(
        "csv",
        raw,
        text,
        encoding,
        listing,
        begin,
        (*findings, *found_entities, *no_id, *no_date, *partial),
        tuple((name, value) for name, value in given if value),
        id or named(raw),
    )
