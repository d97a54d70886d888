"""The listing layout: five lines of a public collection, then the telegram.

Reference id, subject (the first line of it only), date as Ruby writes one, level, origin; then
header and text of the telegram, joined with nothing between them (09MOSCOW1869).
"""

import datetime
import re
from collections.abc import Iterator

from store import entities
from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts.input import Input
from store.layouts.naming import extract

_OLD = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"([ \d]\d) (\d\d:\d\d):\d\d (?:([+-]\d{4})|[A-Z]{3,4}) (\d{4,6})"
)
_NEW = r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d):\d\d (?:([+-]\d{4})|[A-Z]{3,4})"
_OLD_DATE, _NEW_DATE = re.compile(_OLD), re.compile(_NEW)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINES = 5
_NEAR = 4_000
_BLANKS = "\ufeff \t\r"
_START = re.compile(
    rb"\n(?=[\xef \t\d])"  # most lines begin otherwise
    rb"(?=(?:\xef\xbb\xbf)?[ \t]{0,9}\d\d[A-Za-z][A-Za-z0-9.'\-]{0,80}\d[ \t\r]{0,9}\n"
    rb"[^\n]*\n[ \t]{0,9}"
    rb"(?:" + _OLD.encode() + rb"|" + _NEW.encode() + rb")[ \t\r]{0,9}\n)"
)
"""A listing begins: an id, two lines on a date."""


def date(line: str) -> tuple[str | None, str | None, str | None] | None:
    """Read the listing's date: day, time, offset; None where the line is no such date.

    `Wed Jul 22 00:00:00 +0200 2009` before Ruby 1.9, `2009-07-22 00:00:00 +0200` since. The day
    stays as printed: turned to UTC it would be the day before; it is None where no calendar has
    it. Midnight means no time is known.
    """
    old = _OLD_DATE.fullmatch(line)
    if old is not None:
        name, day, time, offset, year = old.groups()
        return _day(year, _MONTHS.index(name) + 1, day), _known(time), offset
    new = _NEW_DATE.fullmatch(line)
    if new is not None:
        year, month, day, time, offset = new.groups()
        return _day(year, month, day), _known(time), offset
    return None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _known(time: str) -> str | None:
    return None if time == "00:00" else time


def at_once(head: bytes) -> bool:
    """Whether an input begins with a listing, blanks aside."""
    return _START.match(b"\n" + head[:_NEAR].lstrip() + b"\n") is not None


def found(head: bytes) -> bool:
    """Whether an input that begins so has a listing."""
    return _START.search(b"\n" + head + b"\n") is not None


def read(source: Input) -> Iterator[Received | Refused]:
    """Give each cable of a text in this layout; together their bytes are the text's.

    What stands before the first listing (a byte order mark, blank lines) belongs to the first.
    """
    for part in source.parts(_START):
        if isinstance(part, Refused):
            yield part
            continue
        start = _START.search(b"\n" + part.data + b"\n")
        if start is None:
            yield Refused("no listing: no reference id with a date two lines below it", part.line)
            continue
        raw, text, encoding, findings = source.decoded(part.data)
        above = part.data.count(b"\n", 0, start.start())
        text, found_entities = entities.decoded(text)
        listing, body, said = lines(text, above)
        body, partial = extract(text, body)
        findings = (*findings, *found_entities, *said, *partial)
        yield Received("listing", raw, text, encoding, listing, body, findings)


def lines(text: str, above: int) -> tuple[Listing, int, tuple[Finding, ...]]:
    """Read the five lines below the first `above` ones, and find where the telegram begins."""
    parts = text.split("\n", above + _LINES)
    fields = [line.strip(_BLANKS) for line in parts[above : above + _LINES]]
    fields += [""] * (_LINES - len(fields))
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
    rest = parts[above + _LINES] if len(parts) > above + _LINES else ""
    findings: tuple[Finding, ...] = ()
    if day is None:
        said = "The listing's date is on no calendar."
        findings = (Finding("date-impossible", above + 3, said),)
    return listing, len(text) - len(rest), findings
