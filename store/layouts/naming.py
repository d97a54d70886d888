"""What layouts share about ids, dates and what a collection says of its own texts."""

import datetime
import re

from store.cable import Finding

_ID = re.compile(r"[\w.,:'()+#/\-]{1,80}")
_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?:[T ](?P<t>\d\d?:\d\d).*)?"),
    re.compile(r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4})(?: (?P<t>\d\d?:\d\d).*)?"),
    re.compile(
        r"(?P<d>\d\d?)[ \-](?P<n>[A-Za-z]{3})[a-z]*[ \-](?P<y>\d{4})(?: (?P<t>\d\d?:\d\d).*)?"
    ),
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NEAR = 4_000


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


def moment(text: str) -> tuple[str | None, str | None]:
    """Read day and time; None for what is on no calendar, and for the time at midnight.

    `2009-07-22 03:36`, `12/28/1966 18:48` (month first), `01-Jan-1994 12:00:00 am`.
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
    month = _MONTHS.index(name) + 1 if name else int(part["m"])
    try:
        day = datetime.date(int(part["y"]), month, int(part["d"])).isoformat()
    except ValueError:
        return None, None
    time = part["t"] and part["t"].zfill(5)
    unknown = time == "00:00" or words.lower().endswith("12:00:00 am")
    return day, None if unknown else time


def dated(text: str) -> tuple[str | None, str | None, tuple[Finding, ...]]:
    """Read day and time, with a finding where there are words but no date."""
    day, time = moment(text)
    if day is None and text.strip():
        said = f"The collection's date {text.strip()[:40]!a} is no date."
        return None, None, (Finding("date-impossible", None, said),)
    return day, time, ()


def extract(text: str) -> tuple[Finding, ...]:
    """Say where a collection holds only a part of a cable."""
    words = text[:_NEAR].lower()
    if "partial extract of the original cable" not in words and not (
        "full text" in words and "not available" in words
    ):
        return ()
    return (Finding("partial-extract", None, "The collection holds only a part of this cable."),)


def joined(header: str, body: str) -> str:
    """Join the header of a telegram and its body, each on lines of its own."""
    return header + ("" if not header or header.endswith("\n") else "\n") + body
