"""Where a cable's own statements are held against each other; each check is a finding."""

from store import marking
from store.cable import Cable, Finding, Paragraph
from store.marking import Level

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


def portions(cable: Cable) -> tuple[Finding, ...]:
    """Hold the level of the whole against the portions; nothing to say where none is marked."""
    counted = [p for p in cable.paragraphs if p.number is not None or p.portion is not None]
    marks = [(p, marking.portion(p.portion)) for p in counted]
    read = [(p, mark) for p, mark in marks if mark is not None]
    if not read or marking.rank(cable.level) is None:
        return ()
    top, highest = max(read, key=lambda pair: pair[1].rank)
    name = _NAMES[highest.rank]
    problems = marking.check(cable.level, cable.captions, [p.portion for p in counted])
    if not problems:
        said = f"Portion marks agree with the level {cable.level}: the highest is {name}."
        return (Finding("portions-consistent", None, said),)
    return tuple(_problem(problem, cable, name, top) for problem in problems)


def _problem(problem: str, cable: Cable, highest: str, top: Paragraph) -> Finding:
    kind, _, control = problem.partition(":")
    said = _PROBLEMS[kind].format(highest=highest, level=cable.level, control=control)
    line = None
    if kind == "portion-above-banner":
        line = cable.text.count("\n", 0, top.start) + 1
    return Finding(kind, line, said)


def partial(cable: Cable) -> tuple[Finding, ...]:
    """Say where a telegram has no transmission header at all, as in partial extracts."""
    header = cable.header
    if header.station or header.dtg or header.origin or header.to or header.info:
        return ()
    return (Finding("no-header", None, "No transmission header: perhaps a partial extract."),)


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


def _line(cable: Cable, field: str) -> int | None:
    starts = [span.start for span in cable.spans if span.field == field]
    return cable.text.count("\n", 0, starts[0]) + 1 if starts else None


def all_of(cable: Cable) -> tuple[Finding, ...]:
    """Make every check."""
    return (*partial(cable), *moment(cable), *portions(cable))
