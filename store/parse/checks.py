"""Where a cable's own statements are held against each other; each check is a finding."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from store import marking
from store.cable import Cable, Finding, Paragraph
from store.marking import Level
from store.parse import identifier

_NAMES = {
    Level.UNCLASSIFIED: "U",
    Level.SENSITIVE: "SBU",
    Level.CONFIDENTIAL: "C",
    Level.SECRET: "S",
    Level.TOP_SECRET: "TS",
}
_PROBLEMS = {
    "portion-above-banner": "A portion is marked {highest}, above the level of the whole, {level}.",
    "banner-above-highest-portion": (
        "The whole is marked {level}, but no portion is marked above {highest}."
    ),
    "unmarked-portion": "Some paragraphs carry a portion mark, not all of them.",
    "portion-control-missing-from-banner": ("A portion is marked {control}, the whole is not."),
}


def all_of(cable: Cable) -> tuple[Finding, ...]:
    """Make every check."""
    return (
        *partial(cable),
        *moment(cable),
        *year(cable),
        *station(cable),
        *security(cable),
        *exclusions(cable),
        *sections(cable),
        *numbers(cable),
        *itself(cable),
        *copies(cable),
        *portions(cable),
    )


def portions(cable: Cable) -> tuple[Finding, ...]:
    """Hold the level of the whole against the portions; nothing to say where none is marked."""
    marks = tuple(
        dict.fromkeys(
            [p.portion for p in cable.paragraphs if p.number is not None or p.portion is not None]
        )
    )
    held = _held(cable.level, cable.captions, marks)
    if held is None:
        return ()
    if not held.problems:
        said = f"Portion marks agree with the level {cable.level}: the highest is {held.name}."
        return (Finding("portions-consistent", None, said),)
    top = next(p for p in cable.paragraphs if p.portion == held.mark)
    return tuple(_problem(problem, cable, held.name, top) for problem in held.problems)


class _Held(NamedTuple):
    """A level held against portions: the highest mark, what it is called, what does not agree."""

    mark: str
    name: str
    problems: tuple[str, ...]


@lru_cache(maxsize=1024)
def _held(
    level: str | None, captions: tuple[str, ...], marks: tuple[str | None, ...]
) -> _Held | None:
    read = [(mark, known) for mark in marks if mark and (known := marking.portion(mark))]
    if not read or marking.rank(level) is None:
        return None
    mark, highest = max(read, key=lambda pair: pair[1].rank)
    return _Held(mark, _NAMES[highest.rank], marking.check(level, captions, marks))


def _problem(problem: str, cable: Cable, highest: str, top: Paragraph) -> Finding:
    kind, _, control = problem.partition(":")
    said = _PROBLEMS[kind].format(highest=highest, level=cable.level, control=control)
    line = None
    if kind == "portion-above-banner":
        line = cable.text.count("\n", 0, top.start) + 1
    return Finding(kind, line, said)


def partial(cable: Cable) -> tuple[Finding, ...]:
    """Say where a telegram has no transmission header, and nothing known says why."""
    header = cable.header
    if header.station or header.dtg or header.origin or header.to or header.info:
        return ()
    if any(found.kind in _NO_HEADER for found in cable.findings):
        return ()
    return (Finding("no-header", None, "No transmission header: perhaps a partial extract."),)


_NO_HEADER = frozenset(("partial-extract", "text-unusable", "as-printed", "editorial-note"))
"""Findings that say already why there is no header."""


def moment(cable: Cable) -> tuple[Finding, ...]:
    """Say where the date-time group names no moment, or another day than the listing."""
    dtg, listing = cable.header.dtg, cable.listing
    if dtg is None:
        return ()
    if dtg.sent is None:
        said = f"The date-time group names no real moment: {dtg.text}."
        return (Finding("dtg-invalid", _line(cable, "dtg"), said),)
    if listing is not None and listing.date is not None and listing.date != dtg.sent[:10]:
        said = f"The listing's day is {listing.date}, the date-time group's {dtg.sent[:10]}."
        return (Finding("listing-date-differs", _line(cable, "dtg"), said),)
    return ()


def year(cable: Cable) -> Iterator[Finding]:
    """Hold the year of the reference id against the date; days at a new year may be of either."""
    named = identifier.split(cable.id)
    if named is None or cable.date is None or named.year == int(cable.date[:4]):
        return
    day = date.fromisoformat(cable.date)
    early, late = day.timetuple().tm_yday <= _NEW_YEAR, day.timetuple().tm_yday > 365 - _NEW_YEAR
    if not day.year - early <= named.year <= day.year + late:
        said = f"The reference id is of {named.year}, the date of {day.year}."
        yield Finding("year-differs", _line(cable, "dtg"), said)


_NEW_YEAR = 3


def station(cable: Cable) -> Iterator[Finding]:
    """Hold the DE line against the classification line, the reference id and the DTG.

    A day's difference is none: a telegram is filed before it is sent.
    """
    station, mark = cable.header.station, cable.marking
    if station is None:
        return
    if mark is not None and mark.section and station.section and mark.section != station.section:
        said = f"The DE line is of section {station.section}, the text of {mark.section}."
        yield Finding("section-differs", _line(cable, "station"), said)
    named = identifier.split(cable.id)
    for number, where in (
        (mark.number if mark else None, "the classification line"),
        (named.number if named else None, "the reference id"),
    ):
        if number is not None and number != station.serial:
            said = f"The DE line has the serial number {station.serial}, {where} {number}."
            yield Finding("serial-differs", _line(cable, "station"), said)
    if cable.sent is not None:
        day = _day_of_year(cable.sent[:10])
        if min(abs(day - station.day), 365 - abs(day - station.day)) > 1:
            said = f"The DE line is of day {station.day}, the date-time group of day {day}."
            yield Finding("day-differs", _line(cable, "station"), said)


@lru_cache(maxsize=4096)
def _day_of_year(day: str) -> int:
    return date.fromisoformat(day).timetuple().tm_yday


def security(cable: Cable) -> Iterator[Finding]:
    """Hold the security line against the classification line; EFTO travels as unclassified."""
    given, mark = cable.header.security, cable.marking
    if given is None or given.level is None or mark is None or given.level == mark.level:
        return
    sent, marked = marking.rank(given.level), marking.rank(mark.level)
    if sent is None or marked is None or max(sent, Level.SENSITIVE) == max(marked, Level.SENSITIVE):
        return
    said = f"The security line says {given.level}, the classification line {mark.level}."
    yield Finding("security-line-differs", _line(cable, "security"), said)


def exclusions(cable: Cable) -> Iterator[Finding]:
    """Exclusions (XMT) mean something only beside a collective they are taken from."""
    header = cable.header
    if not header.excluded:
        return
    named = (*header.to, *header.info)
    if not any(word in one.name for one in named for word in ("COLLECTIVE", "ALL ", "POSTS")):
        said = "Posts are excluded (XMT), but no collective is addressed."
        yield Finding("excluded-from-nothing", _line(cable, "xmt"), said)


def sections(cable: Cable) -> Iterator[Finding]:
    """Say which sections of a telegram sent in several are not there."""
    if not cable.sections:
        return
    of = max(section.of for section in cable.sections)
    held = {section.number for section in cable.sections}
    if cable.marking is None or cable.marking.section is None:
        held.add(min(held) - 1)  # what stands before the first break
    missing = [str(number) for number in range(1, min(of, _MOST) + 1) if number not in held]
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
        said = f"Of {of} sections, {shown} {'is' if len(missing) == 1 else 'are'} missing."
        yield Finding("section-missing", cable.sections[0].line, said)


_MOST, _SHOWN = 999, 10


def numbers(cable: Cable) -> Iterator[Finding]:
    """Say where the numbers of paragraphs leave one out or come twice."""
    last, line, counted = 0, 1, 0
    for paragraph in cable.paragraphs:
        number = paragraph.number
        if not isinstance(number, int):
            continue
        if last and number != last + 1 and number != 1:
            word = "again" if number <= last else f"after {last}"
            line += cable.text.count("\n", counted, paragraph.start)
            counted = paragraph.start
            yield Finding("paragraph-number", line, f"Paragraph {number} comes {word}.")
        last = number


def itself(cable: Cable) -> Iterator[Finding]:
    """Say where a cable refers to itself."""
    if cable.id in {ref.id for ref in cable.refs}:
        said = f"The references name {cable.id}, this very cable."
        yield Finding("refers-to-itself", _line(cable, "refs"), said)


def copies(cable: Cable) -> Iterator[Finding]:
    """Say what a cable says it is: a corrected copy, a suspected duplicate, cancelled."""
    for link in cable.links:
        kind, words = _COPIES[link.kind]
        yield Finding(kind, None, f"{words} of {link.id}." if link.id else f"{words}.")


_COPIES = {
    "corrects": ("corrected-copy", "A corrected copy"),
    "duplicates": ("suspected-duplicate", "Sent as a suspected duplicate"),
    "cancelled": ("cancelled", "Its transmission was cancelled"),
}


def _line(cable: Cable, field: str) -> int | None:
    starts = [span.start for span in cable.spans if span.field == field]
    return cable.text.count("\n", 0, starts[0]) + 1 if starts else None
