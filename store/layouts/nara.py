"""The National Archives' records of 1973 to 1979: `Message Text`, then `Message Attributes`.

What the archive stamped between the lines is left out of the text and said; attributes are
`Key: value` at the beginning of a line, and their values may run on. About one record in sixteen
has no usable text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from store import entities, marking
from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts.input import Input
from store.layouts.naming import checked_id, dated, named
from store.layouts.plain import begin
from store.parse.identifier import full_year

_START = re.compile(rb"\n(?=(?:\xef\xbb\xbf)?[ \t]{0,40}Message Text[ \t\r]*\n)")
_TEXT = re.compile(r"^\ufeff?[ \t]*Message Text[ \t\r]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*Message Attributes[ \t\r]*$", re.MULTILINE)
_STAMP = (
    r"(?:(?:Sheryl P\. Walter|Margaret P\. Grafeld)\s{1,9})?Declassified/Released\s{1,9}"
    r"US\s{1,9}Department\s{1,9}of\s{1,9}State\s{1,9}EO\s{1,9}Systematic\s{1,9}Review\s{1,9}"
    r"\d{1,2}\s{1,9}[A-Z]{3}\s{1,9}\d{4}"
)
_STAMP_ALONE = re.compile(rf"^[ \t]{{0,80}}{_STAMP}[ \t\r]{{0,80}}\n", re.IGNORECASE | re.MULTILINE)
_STAMP_ANYWHERE = re.compile(f"{_STAMP_ALONE.pattern}|{_STAMP}", re.IGNORECASE | re.MULTILINE)
"""A stamp may be spread over lines; where it has them to itself they go with it."""
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
_FILM = re.compile(r"([DPN])(\d\d)(\d{4})-(\d{1,5})")
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
        whole, found_entities = entities.decoded(whole)
        attributes = _attributes(whole)
        text, stamps = _text(whole)
        given = dict(attributes)
        id, no_id = checked_id(given.get("Document Number", ""))  # noqa: A001
        listing, no_date = _listing(id, given)
        said = (*findings, *found_entities, *no_id, *no_date, *stamps, *_unusable(text, given))
        yield Received(
            "nara",
            raw,
            text,
            encoding,
            listing,
            begin(text),
            said,
            _told(attributes),
            id or named(raw),
        )


def _text(whole: str) -> tuple[str, tuple[Finding, ...]]:
    """Give the message text without the archive's stamps and footers."""
    start = _TEXT.search(whole)
    end = _ATTRIBUTES.search(whole, start.end() if start else 0)
    begin = whole.find("\n", start.end()) + 1 if start else 0
    message = whole[begin or len(whole) : end.start() if end else len(whole)]
    message, left_out = _STAMP_ANYWHERE.subn("", message) if _is_stamped(message) else (message, 0)
    lines = message.split("\n")
    kept = [line for line in lines if not _is_footer(line.strip())]
    if len(kept) == len(lines) and not left_out:
        return message, ()
    said = "The archive's stamps and footers are left out of the text."
    return "\n".join(kept), (Finding("stamps-left-out", None, said),)


def _is_stamped(text: str) -> bool:
    return "declassified/released" in text.lower()


def _is_footer(words: str) -> bool:
    return words.startswith(_FOOTERS) or (bool(words) and not words.strip("¿"))


def _attributes(whole: str) -> tuple[tuple[str, str], ...]:
    """Read the attributes; a line that begins with no known key goes on with the value above."""
    begin = _ATTRIBUTES.search(whole)
    rest = whole[begin.end() :] if begin else ""
    if _is_stamped(rest):
        rest = _STAMP_ALONE.sub("", rest)
    found: list[tuple[str, list[str]]] = []
    for line in rest.split("\n"):
        key, colon, value = line.partition(":")
        if colon and key in _KEYS:
            found.append((key, [value]))
        elif found and not line.lstrip().startswith(_FOOTERS):
            found[-1][1].append(line)
    values = ((key, " ".join(" ".join(lines).split())) for key, lines in found)
    return tuple((key, value) for key, value in values if value not in _NONE)


def _listing(id: str, given: dict[str, str]) -> tuple[Listing, tuple[Finding, ...]]:  # noqa: A002
    day, time, findings = dated(given.get("Draft Date", given.get("Sent Date", "")), day_first=True)
    level = given.get("Original Classification")
    if level is not None and marking.rank(level) is None:
        said = f"The archive's level {level[:40]!a} is none."
        findings = (*findings, Finding("level-unknown", None, said))
        level = None
    known = day != _NO_DATE
    listing = Listing(
        id,
        given.get("Subject"),
        day if known else None,
        time if known else None,
        None,
        level,
        given.get("From"),
        given.get("TAGS"),
        given.get("Reference"),
    )
    return listing, findings


class Film(NamedTuple):
    """Where a paper record is on film: `D740169-1020` is frame 1020 of D-Reel roll 169, of 1974."""

    reel: str
    year: int
    roll: int
    frame: int


def film(number: str) -> Film | None:
    """Read a film number of the archive (D digital, P paper, N NODIS); None for another."""
    found = _FILM.fullmatch(number.strip())
    if found is None:
        return None
    reel, year, roll, frame = found.groups()
    return Film(f"{reel}-Reel", full_year(year), int(roll), int(frame))


def _told(attributes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Give the attributes, the film number also in words."""
    read = film(dict(attributes).get("Film Number", ""))
    if read is None:
        return attributes
    said = f"{read.reel} of {read.year}, roll {read.roll}, frame {read.frame}"
    return (*attributes, ("Film", said))


def _unusable(text: str, given: dict[str, str]) -> tuple[Finding, ...]:
    """Say where the archive has no text that can be read."""
    locator = given.get("Locator", "")
    if text.strip() not in _NONE and not _UNUSABLE.search(locator):
        return ()
    why = locator or "the record is empty"
    return (Finding("text-unusable", None, f"The archive has no usable text here: {why}."),)
