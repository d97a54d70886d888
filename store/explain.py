"""What a code of a cable stands for, in one line that ends with the page or table that says so.

A code the tables do not know is said to be unknown: no meaning is made up.
"""

from collections.abc import Callable
from datetime import date, timedelta

from store import reference
from store.cable import Cable, ExecutiveOrder
from store.codes import CABLE, Code

_LEVELS = {
    "U": "UNCLASSIFIED",
    "E": "UNCLASSIFIED EFTO",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "T": "TOP SECRET",
}
_LETTERS = {"FLASH": "Z", "IMMEDIATE": "O", "PRIORITY": "P", "ROUTINE": "R"}
_FAMILIES = {
    "subject": "subject TAG",
    "program": "program TAG",
    "organisation": "TAG of an organisation",
    "geographic": "geographic TAG",
    "person": "a person, named as a TAG",
    "unknown": "TAG",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDERS = {"11652": 1972, "12065": 1978, "12356": 1982, "12958": 1995, "13526": 2010}
"""Orders on classification, by the year in which they came into force."""


def explain(code: Code, cable: Cable, asked: Callable[[str], str | None] | None = None) -> str:
    """Say what a code of a cable stands for: `SIPDIS: shared on … (5 FAH-2 H-440)`.

    A routing indicator that neither the cable nor the tables name is `asked` of other cables.
    """
    said = _meaning(code, cable)
    if said == _NO_ROUTE and asked is not None and (name := asked(code.text)) is not None:
        said = f"{name}, as other cables name it (routing)"
    return said if code.kind in _OF_LINES else f"{code.text}: {said}"


def _meaning(code: Code, cable: Cable) -> str:
    if code.kind in _OF_WORDS:
        return _OF_WORDS[code.kind](code.text)
    if code.kind in _OF_LINES:
        return _OF_LINES[code.kind](cable)
    return _OF_BOTH[code.kind](code.text, cable)


def _transmission(cable: Cable) -> str:
    read = cable.header.transmission
    if read is None:
        return "Number of the transmission (ACP 127, format line 1)"
    return f"Transmission {read.serial} of channel {read.channel} (ACP 127, format line 1)"


def _precedence(text: str) -> str:
    if "NIACT" in text.upper():
        return "night action, the duty officer is woken; below FLASH only (5 FAH-2 H-421)"
    name = text.upper() if text.upper() in _LETTERS else reference.precedence(text)
    if name not in _LETTERS:
        return "a precedence that is not known"
    said = f"precedence {name}" if name != text.upper() else f"precedence {_LETTERS[name]}"
    return f"{said}, of FLASH, IMMEDIATE, PRIORITY, ROUTINE (ACP 127)"


def _routing(text: str, cable: Cable) -> str:
    header = cable.header
    for one in (*header.to, *header.info, *header.excluded):
        if one.routing == text and one.name:
            return f"{one.name}, as this cable names it (routing)"
    if header.station and header.station.routing == text and header.origin:
        return f"{header.origin}, the sender (routing)"
    name = reference.route(text) or _post_of(text)
    return f"{name} (routing)" if name else _NO_ROUTE


_NO_ROUTE = "a routing indicator that is not known"


def _post_of(indicator: str) -> str | None:
    posts = reference.posts().values()
    return next((post.name for post in posts if indicator in post.routing), None)


def _station(cable: Cable) -> str:
    read = cable.header.station
    if read is None:
        return "Serial number and time of filing (ACP 127, format line 3)"
    section = f", section {read.section}" if read.section else ""
    day = f"day {read.day}"
    if cable.sent:
        on = date(int(cable.sent[:4]), 1, 1) + timedelta(days=read.day - 1)
        day += f" ({on.day} {_MONTHS[on.month - 1]})"
    return f"Serial {read.serial}{section}, filed on {day} at {read.time} UTC (ACP 127)"


def _security(text: str) -> str:
    letters, _, special = text.partition("/")
    said = _LEVELS.get(letters[0], "a level that is not known")
    if letters[-1] != letters[0]:
        said += f", transmission release {letters[-1]}"
    if special:
        said += ", special category (SPECAT)"
    return f"{said} (security line, ACP 127, format line 4)"


def _signal(text: str) -> str:
    known = reference.signal(text)
    return f"{known} (operating signal, ACP 131)" if known else "an operating signal not known"


def _dtg(cable: Cable) -> str:
    if cable.sent is None:
        return "Date-time group: it names no real moment"
    day = date.fromisoformat(cable.sent[:10])
    name = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"Date-time group: {name}, {cable.sent[11:16]} UTC, which is Z (ACP 121)"


def _marking(cable: Cable) -> str:
    read = cable.marking
    if read is None:
        return "Classification line (5 FAH-1 H-246)"
    parts = [read.level]
    if read.section and read.sections:
        parts.append(f"section {read.section} of {read.sections}")
    if read.post and read.number is not None:
        parts.append(f"number {read.number} of {read.post}")
    return f"{', '.join(parts)} (5 FAH-1 H-246)"


def _caption(text: str) -> str:
    known = reference.captions()
    words = " ".join(text.upper().split())
    said = known.get(words) or next((known[each] for each in known if words.startswith(each)), None)
    return f"{said} (caption, 5 FAH-2 H-440)" if said else "a caption that is not known"


def _order(cable: Cable) -> str:
    order = cable.eo
    if order is None:
        return "Executive order on classification"
    since = _ORDERS.get(order.order)
    name = f"E.O. {order.order}{f' ({since})' if since else ''}"
    return f"{name}: {_until(order)}"


def _until(order: ExecutiveOrder) -> str:
    if order.not_applicable:
        return "does not apply, the cable is not classified"
    if order.declassify_on or order.event:
        return f"classified until {order.declassify_on or order.event}"
    if "OADR" in order.exemptions or "OADR" in order.text:
        return "classified until its originating agency decides (OADR)"
    if order.exemptions:
        return f"exempt from declassification in ten years: {', '.join(order.exemptions)}"
    if order.schedule:
        return _SCHEDULES.get(order.schedule.rstrip("1234"), order.schedule)
    return order.text or "it says no more"


_SCHEDULES = {
    "GDS": "declassified by the general schedule, in 6, 8 or 10 years",
    "ADS": "declassified earlier than by the general schedule",
    "XGDS": "exempt from the general schedule of declassification",
}


def _reason(text: str) -> str:
    known = reference.reason(text.replace(" ", ""))
    order = "E.O. 12958 as amended" if text.startswith("1.4") else "E.O. 12958, until 2003"
    return f"{known} ({order})" if known else "a reason that is not known"


def _tag(text: str, cable: Cable) -> str:
    year = int(cable.date[:4]) if cable.date else None
    known = reference.tag(text, year)
    family = _FAMILIES[known.kind]
    if known.kind == "geographic" and known.name:
        also = f"; today {known.also}" if known.also else ""
        return f"{known.name}{f' in {year}' if year else ''}{also} ({family}, 5 FAH-3)"
    if known.name:
        return f"{known.name} ({family}, 5 FAH-3)"
    return family if known.kind == "person" else f"{family}, meaning not known"


def _cable(text: str, cable: Cable) -> str:
    for ref in cable.refs:
        if ref.id == text:
            parts = [f"ref {ref.label}" if ref.label else "reference", *filter(None, [ref.note])]
            return ", ".join(parts)
    return "a cable that the text names"


_OF_WORDS: dict[str, Callable[[str], str]] = {
    "precedence": _precedence,
    "security": _security,
    "signal": _signal,
    "caption": _caption,
    "reason": _reason,
}
"""Codes that mean the same in every cable."""

_OF_LINES: dict[str, Callable[[Cable], str]] = {
    "transmission": _transmission,
    "station": _station,
    "dtg": _dtg,
    "marking": _marking,
    "order": _order,
}
"""Lines of which a cable has one, which is read already."""

_OF_BOTH: dict[str, Callable[[str, Cable], str]] = {
    "routing": _routing,
    "tag": _tag,
    CABLE: _cable,
}
"""Codes that the cable itself explains, or its year."""
