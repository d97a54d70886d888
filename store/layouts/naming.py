"""What layouts share about ids, dates and what a collection says of its own texts."""

import datetime
import re

from store.cable import Finding
from store.parse.identifier import full_year

_ID = re.compile(r"[\w.,:'()+#/\-]{1,80}")
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?:[T ](?P<t>\d\d?:\d\d).*)?"),
    re.compile(r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4})(?: (?P<t>\d\d?:\d\d).*)?"),
    re.compile(
        r"(?P<d>\d\d?)[ \-](?P<n>[A-Za-z]{3})[a-z]*[ \-](?P<y>\d{4})(?: (?P<t>\d\d?:\d\d).*)?"
    ),
    re.compile(r"(?:[A-Z] ){0,2}(?P<d>\d\d)(?P<t>\d{4})Z (?P<n>[A-Z]{3}) (?P<y>\d\d)"),
)
_BY_SLASHES = _DATES[1]
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NOTICE = re.compile(
    r"\s{0,20}This record is a partial extract of the original cable\."
    r"(?:\s{1,9}The full text of the original cable is not available\.)?[ \t\r]*\n?",
    re.IGNORECASE,
)
_NEAR = 600


def named(raw: bytes) -> str:
    """Name a telegram that has no id by its bytes: `TELEGRAM-3F2A91C0`."""
    from hashlib import sha256

    return f"TELEGRAM-{sha256(raw).hexdigest()[:8].upper()}"


def checked_id(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Give an id that people can type and no file system minds; "" and a finding for another."""
    word = text.strip()
    if _ID.fullmatch(word) and ".." not in word:
        return word, ()
    if not word:
        return "", ()
    shown = ascii(word[:40])
    return "", (Finding("id-unusable", None, f"The collection's id {shown} is no reference id."),)


def moment(text: str, *, day_first: bool = False) -> tuple[str | None, str | None]:
    """Read day and time; None for what is on no calendar, and for the time at midnight.

    `2009-07-22 03:36`, `12/28/1966 18:48` (month first, unless `day_first`: `31/12/2019`),
    `01-Jan-1994 12:00:00 am`, `R 270201Z JAN 77`.
    """
    words = text.strip()
    for form in _DATES:
        found = form.fullmatch(words)
        if found is not None:
            break
    else:
        return None, None
    part = found.groupdict()
    name = (part.get("n") or "").upper()
    if name and name not in _MONTHS:
        return None, None
    month, day_of = str(_MONTHS.index(name) + 1) if name else part["m"], part["d"]
    if day_first and found.re is _BY_SLASHES:
        month, day_of = day_of, month
    try:
        day = datetime.date(full_year(part["y"]), int(month), int(day_of)).isoformat()
    except ValueError:
        return None, None
    digits = part["t"] and part["t"].replace(":", "").zfill(4)
    time = digits and f"{digits[:2]}:{digits[2:]}"
    unknown = time == "00:00" or words.lower().endswith("12:00:00 am")
    return day, None if unknown else time


def dated(
    text: str, *, day_first: bool = False
) -> tuple[str | None, str | None, tuple[Finding, ...]]:
    """Read day and time as `moment` does, with a finding where there are words but no date."""
    day, time = moment(text, day_first=day_first)
    if day is None and text.strip():
        said = f"The collection's date {text.strip()[:40]!a} is no date."
        return None, None, (Finding("date-impossible", None, said),)
    return day, time, ()


def extract(text: str, begin: int = 0) -> tuple[int, tuple[Finding, ...]]:
    """Say where a collection holds only a part of a cable.

    Gives also where the telegram that began at `begin` begins, the collection's notice passed over.
    """
    notice = _NOTICE.match(text, begin)
    near = text[begin : begin + _NEAR].lower()
    if notice is None and not ("full text" in near and "not available" in near):
        return begin, ()
    line = text.count("\n", 0, begin) + 1
    said = Finding("partial-extract", line, "The collection holds only a part of this cable.")
    return notice.end() if notice else begin, (said,)


def joined(header: str, body: str) -> str:
    """Join the header of a telegram and its body, each on lines of its own."""
    return header + ("" if not header or header.endswith("\n") else "\n") + body
