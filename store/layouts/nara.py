"""The National Archives' records of 1973 to 1979: `Message Text`, then `Message Attributes`.

What the archive stamped between the lines is left out of the text and said; attributes are
`Key: value` at the beginning of a line, and their values may run on. About one record in sixteen
has no usable text.
"""

import re
from collections.abc import Iterator

from store import marking
from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts.input import Input
from store.layouts.naming import checked_id, dated, named
from store.layouts.plain import begin

_START = re.compile(rb"\n(?=(?:\xef\xbb\xbf)?[ \t]{0,40}Message Text[ \t\r]*\n)")
_TEXT = re.compile(r"^\ufeff?[ \t]*Message Text[ \t\r]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*Message Attributes[ \t\r]*$", re.MULTILINE)
_STAMP = re.compile(
    r"(?:(?:Sheryl P\. Walter|Margaret P\. Grafeld)[ \t]{1,9})?Declassified/Released[ \t]{1,9}"
    r"US Department of State[ \t]{1,9}EO Systematic Review[ \t]{1,9}\d{1,2}[ \t]{1,9}[A-Z]{3}"
    r"[ \t]{1,9}\d{4}",
    re.IGNORECASE,
)
_FOOTERS = ("*** Current ", "<< END OF DOCUMENT >>")
_KEYS = frozenset(
    """Automatic Decaptioning;Capture Date;Channel Indicators;Concepts;Control Number;Copy;
Current Classification;Current Handling Restrictions;Decaption Date;Decaption Note;
Disposition Action;Disposition Approved on Date;Disposition Authority;Disposition Case Number;
Disposition Comment;Disposition Date;Disposition Event;Disposition History;Disposition Reason;
Disposition Remarks;Document Number;Document Source;Document Unique ID;Draft Date;Sent Date;
Drafter;Enclosure;Errors;Executive Order;Film Number;From;Handling Restrictions;Image Path;ISecure;
Legacy Key;Line Count;Litigation Code Aides;Litigation Codes;Litigation History;Locator;Markings;
Office;Original Classification;Original Handling Restrictions;Original Previous Classification;
Original Previous Handling Restrictions;Page Count;Previous Channel Indicators;
Previous Classification;Previous Handling Restrictions;Reference;Retention;Review Action;
Review Authority;Review Comment;Review Content Flags;Review Date;Review Event;Review Exemptions;
Review History;Review Markings;Review Media Identifier;Review Referrals;Review Release Date;
Review Release Event;Review Transfer Date;Review Withdrawn Fields;SAS ID;Secure;Status;Subject;TAGS;
To;Type""".replace("\n", "").split(";")
)
_NONE = ("", "n/a", "N/A")
_UNUSABLE = re.compile(r"UNRETRIEVABLE|NOT CONVERTED|GARBLED", re.IGNORECASE)
_NO_DATE = "1960-01-01"
"""What the archive writes where it knows no date."""


def found(head: bytes) -> bool:
    """Whether an input that begins so is a record of the archive."""
    return _START.search(b"\n" + head) is not None


def read(source: Input) -> Iterator[Received | Refused]:
    """Give the cable of each record; what stands before the first belongs to it."""
    for part in source.parts(_START):
        if isinstance(part, Refused):
            yield part
            continue
        raw, whole, encoding, findings = source.decoded(part.data)
        attributes = _attributes(whole)
        text, stamps = _text(whole)
        given = dict(attributes)
        id, no_id = checked_id(given.get("Document Number", ""))  # noqa: A001
        listing, no_date = _listing(id, given)
        said = (*findings, *no_id, *no_date, *stamps, *_unusable(text, given))
        yield Received(
            "nara", raw, text, encoding, listing, begin(text), said, attributes, id or named(raw)
        )


def _text(whole: str) -> tuple[str, tuple[Finding, ...]]:
    """Give the message text without the archive's stamps and footers."""
    start = _TEXT.search(whole)
    end = _ATTRIBUTES.search(whole, start.end() if start else 0)
    begin = whole.find("\n", start.end()) + 1 if start else 0
    lines = whole[begin or len(whole) : end.start() if end else len(whole)].split("\n")
    kept = []
    for line in lines:
        words = line.strip()
        stamped = _STAMP.sub("", line) if "Declassified/Released" in line else line
        empty = stamped is not line and not stamped.strip()
        if not empty and not words.startswith(_FOOTERS) and (not words or words.strip("¿")):
            kept.append(stamped)
    left_out = len(lines) - len(kept) + sum("Declassified/Released" in each for each in lines)
    if not left_out:
        return "\n".join(kept), ()
    said = "The archive's stamps and footers are left out of the text."
    return "\n".join(kept), (Finding("stamps-left-out", None, said),)


def _attributes(whole: str) -> tuple[tuple[str, str], ...]:
    """Read the attributes; a line that begins with no known key goes on with the value above."""
    begin = _ATTRIBUTES.search(whole)
    found: list[tuple[str, list[str]]] = []
    for line in whole[begin.end() :].split("\n") if begin else ():
        key, colon, value = line.partition(":")
        if colon and key in _KEYS:
            found.append((key, [value]))
        elif (
            found and not line.lstrip().startswith(_FOOTERS) and not _STAMP.fullmatch(line.strip())
        ):
            found[-1][1].append(line)
    values = ((key, " ".join(" ".join(lines).split())) for key, lines in found)
    return tuple((key, value) for key, value in values if value not in _NONE)


def _is_stamp(line: str) -> bool:
    words = line.strip()
    return words.startswith(_FOOTERS) or _STAMP.fullmatch(words) is not None


def _listing(id: str, given: dict[str, str]) -> tuple[Listing, tuple[Finding, ...]]:  # noqa: A002
    day, time, findings = dated(given.get("Draft Date", given.get("Sent Date", "")))
    level = given.get("Original Classification")
    if level is not None and marking.rank(level) is None:
        said = f"The archive's level {level[:40]!a} is none."
        findings = (*findings, Finding("level-unknown", None, said))
        level = None
    known = day != _NO_DATE
    subject, origin = given.get("Subject"), given.get("From")
    return (
        Listing(id, subject, day if known else None, time if known else None, None, level, origin),
        findings,
    )


def _unusable(text: str, given: dict[str, str]) -> tuple[Finding, ...]:
    """Say where the archive has no text that can be read."""
    locator = given.get("Locator", "")
    if text.strip() and not _UNUSABLE.search(locator):
        return ()
    why = locator or "the record is empty"
    return (Finding("text-unusable", None, f"The archive has no usable text here: {why}."),)
