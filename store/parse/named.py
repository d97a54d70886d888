"""What a cable is called, of what day and level it is: its collection held against itself."""

from typing import NamedTuple

from store import marking
from store.cable import ClassificationLine, DateTimeGroup, Finding, Listing, Received
from store.parse import identifier, subject
from store.parse.identifier import Mrn


class Named(NamedTuple):
    """The id, also in its parts, day and moment, year (0: not known) and level of a cable.

    `findings` are of the id, `doubts` of the level.
    """

    id: str
    mrn: Mrn | None
    date: str | None
    sent: str | None
    year: int
    level: str | None
    findings: tuple[Finding, ...]
    doubts: tuple[Finding, ...]


def read(
    received: Received,
    dtg: DateTimeGroup | None,
    mark: ClassificationLine | None,
    captions: tuple[str, ...],
) -> Named:
    """Name a cable from its listing, its date-time group and its classification line."""
    listing = received.listing
    named = _id(received, dtg, mark)
    level = _level(listing, mark, captions)
    sent = dtg.sent if dtg else None
    date = sent[:10] if sent else listing.date if listing else None
    mrn = identifier.split(named.id)
    year = mrn.year if mrn else int(date[:4]) if date else 0
    return Named(named.id, mrn, date, sent, year, level.name, named.findings, level.findings)


class _Id(NamedTuple):
    id: str
    findings: tuple[Finding, ...]


def _id(received: Received, dtg: DateTimeGroup | None, mark: ClassificationLine | None) -> _Id:
    """Name the cable: by the listing's id, else by its classification line and year."""
    listing = received.listing
    if listing is not None and listing.id:
        spelt = identifier.canonical(listing.id)
        if spelt is None:
            return _Id(listing.id, ())
        if spelt.rule is None:
            return _Id(spelt.id, ())
        said = f"The listing's id {listing.id} is read as {spelt.id} ({spelt.rule})."
        line = subject.line_of(listing.id, received.text)
        return _Id(spelt.id, (Finding("id-repaired", line, said),))
    day = (dtg and dtg.sent) or (listing and listing.date)
    if mark is None or mark.post is None or mark.number is None or not day:
        return _nameless(received)
    spelt = identifier.canonical(f"{day[2:4]}{mark.post}{mark.number}")
    return _Id(spelt.id, ()) if spelt else _nameless(received)


def _nameless(received: Received) -> _Id:
    said = "Neither a collection nor the telegram itself gives a reference id."
    return _Id(received.name, (Finding("id-missing", None, said),))


class _Level(NamedTuple):
    name: str | None
    findings: tuple[Finding, ...]


def _level(
    listing: Listing | None, mark: ClassificationLine | None, captions: tuple[str, ...]
) -> _Level:
    """Give the level of the whole: the listing's; the telegram's where that is higher or alone."""
    own = _own_level(mark, captions)
    given = listing.level if listing else None
    given_rank, own_rank = marking.rank(given), marking.rank(own)
    if given_rank is None:
        if not given:
            return _Level(own, ())
        said = f"The listing's level {given[:40]!a} is none that is known."
        return _Level(own or given, (Finding("level-unknown", None, said),))
    if own_rank is None or own_rank <= given_rank:
        return _Level(given, ())
    said = f"The listing says {given}, the telegram {own}: the higher one is shown."
    return _Level(own, (Finding("level-conflict", None, said),))


def _own_level(mark: ClassificationLine | None, captions: tuple[str, ...]) -> str | None:
    if mark is None:
        return None
    if mark.level == "UNCLASSIFIED" and "SENSITIVE" in captions:
        return "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    if "NOFORN" in captions and mark.level in ("CONFIDENTIAL", "SECRET", "TOP SECRET"):
        return f"{mark.level}//NOFORN"
    return mark.level
