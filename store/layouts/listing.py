"""The listing layout: five lines of a public collection, then the telegram.

Reference id, subject (the first line of it only), date as Ruby writes one, level, origin; then
header and text of the telegram, joined with nothing between them (09MOSCOW1869).
"""

import re
from collections.abc import Iterator

from store.cable import Finding, Listing, Received

_ID = re.compile(r"\d{2}[A-Z][A-Z0-9.'\-]*\d+")
_OLD_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"([ \d]\d) (\d{2}:\d{2}):\d{2} (?:([+-]\d{4})|[A-Z]{3,4}) (\d{4})"
)
_NEW_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2}) (\d{2}:\d{2}):\d{2} (?:([+-]\d{4})|[A-Z]{3,4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINES = 5
_BLANKS = "\ufeff \t\r"


def date(line: str) -> tuple[str, str | None, str | None] | None:
    """Read the listing's date: day, time, offset; None where the line is no such date.

    `Wed Jul 22 00:00:00 +0200 2009` before Ruby 1.9, `2009-07-22 00:00:00 +0200` since. The day
    stays as printed: turned to UTC it would be the day before. Midnight means no time is known.
    """
    old = _OLD_DATE.fullmatch(line)
    if old is not None:
        month, day, time, offset, year = old.groups()
        number = _MONTHS.index(month) + 1
        return f"{year}-{number:02}-{int(day):02}", _known(time), offset
    new = _NEW_DATE.fullmatch(line)
    if new is not None:
        year, month, day, time, offset = new.groups()
        return f"{year}-{month}-{day}", _known(time), offset
    return None


def _known(time: str) -> str | None:
    return None if time == "00:00" else time


def starts(text: str) -> list[int]:
    """Offsets at which a listing begins: an id, two lines on a date."""
    lines = text.split("\n")
    found = []
    position = 0
    for number, line in enumerate(lines):
        if (
            line.lstrip(_BLANKS)[:2].isdigit()
            and number + 2 < len(lines)
            and _ID.fullmatch(line.strip(_BLANKS))
            and date(lines[number + 2].strip())
        ):
            found.append(position)
        position += len(line) + 1
    return found


def read(text: str, encoding: str, findings: tuple[Finding, ...]) -> Iterator[Received]:
    """Give each cable of a text in this layout; together their bytes are the text's.

    What stands before the first listing (a byte order mark, blank lines) belongs to the first.
    """
    begins = starts(text)
    lead = begins[0]
    ends = [*begins[1:], len(text)]
    for begin, end in zip([0, *begins[1:]], ends, strict=True):
        part = text[begin:end]
        listing, body = _listing(part, 0 if begin else lead)
        yield Received("listing", part.encode(encoding), part, encoding, listing, body, findings)


def _listing(text: str, start: int) -> tuple[Listing, int]:
    lines = text[start:].split("\n", _LINES)
    fields = [line.strip(_BLANKS) for line in lines[:_LINES]] + [""] * (_LINES - len(lines))
    day, time, offset = date(fields[2]) or (None, None, None)
    listing = Listing(
        id=fields[0],
        subject=fields[1] or None,
        date=day,
        time=time,
        offset=offset,
        level=fields[3] or None,
        origin=fields[4] or None,
    )
    body = len(text) - len(lines[_LINES]) if len(lines) > _LINES else len(text)
    return listing, body
