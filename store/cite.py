"""Citations: what a footnote says of a cable, and a paragraph quoted with it.

The model is the National Archives' for electronic telegrams: what, from whom, to whom, the
subject, the day, the number; then the series, the record group and who holds it. The last three
are said only of what came out of that archive; of any other cable nobody told where it lies.
Documents of a published volume are cited by their number in it, as its editors ask.
"""

from store import reference
from store.cable import Cable, Paragraph
from store.errors import ParagraphUnknown
from store.parse import identifier
from store.reading import reading

SERIES = (
    "Central Foreign Policy Files, 1973-79/Electronic Telegrams, "
    "RG 59: General Records of the Department of State, U.S. National Archives"
)
PUBLISHED = "Foreign Relations of the United States"
DEPARTMENT = "the Department of State"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_POSTS = {"AMEMBASSY": "Embassy", "AMCONSUL": "Consulate", "USMISSION": "Mission"}


def cite(cable: Cable, paragraph: Paragraph | None = None) -> str:
    """Give the citation of a cable, or of one of its paragraphs, in one line."""
    known = dict(cable.attributes)
    layout = cable.source.layout if cable.source else None
    what, where = _published(cable, known) if layout == "frus" else _telegram(cable, known)
    if layout == "nara":
        where.append(SERIES)
    parts = (*what, paragraph and _paragraph(paragraph), *where)
    return f"{', '.join(part for part in parts if part)}.".replace('",', ',"')


def quote(cable: Cable, paragraph: Paragraph) -> str:
    """Give the words of a paragraph in quotation marks, and below them their citation."""
    words = reading(cable.text, paragraph.words, paragraph.end, cable.page_breaks)
    return f'"{_line(words)}"\n{cite(cable, paragraph)}'


def numbered(cable: Cable, number: str) -> Paragraph:
    """Find the paragraph that has a number printed before it; ParagraphUnknown."""
    for each in cable.paragraphs:
        if each.number is not None and str(each.number).lower() == number.lower():
            return each
    known = [str(each.number) for each in cable.paragraphs if each.number is not None]
    has = f"it has ¶{known[0]} to ¶{known[-1]}" if known else "none of its paragraphs has a number"
    raise ParagraphUnknown(f"{cable.id} has no ¶{number}; {has}.")


Parts = tuple[list[str | None], list[str | None]]
"""What is cited, and where it is to be found."""


def _telegram(cable: Cable, known: dict[str, str]) -> Parts:
    mrn = identifier.split(cable.id)
    what = f"Telegram {mrn.number}" if mrn else "Telegram"
    sender = cable.header.origin or known.get("From") or cable.origin
    to = [_named(each.name) for each in cable.header.to] or [_named(known.get("To", ""))]
    what += f" from {_named(sender)}" if sender else ""
    what += f" to {DEPARTMENT if DEPARTMENT in to else to[0]}" if to[0] else ""
    film = known.get("Film Number")
    number = known.get("Document Number", cable.id)
    title = f'"{_line(cable.subject)}"' if cable.subject else None
    return [what, title, _day(cable.date), number], [film and f"Film Number {film}"]


def _published(cable: Cable, known: dict[str, str]) -> Parts:
    number = known.get("Document")
    what = _line(cable.subject or "").removeprefix(f"{number}. ") or cable.id
    volume = f"{PUBLISHED}, volume {known.get('Volume')}"
    where = [volume, number and f"Document {number}", known.get("URL")]
    return [what, _day(cable.date)], where


def _paragraph(paragraph: Paragraph) -> str | None:
    mark = f" ({paragraph.portion})" if paragraph.portion else ""
    return None if paragraph.number is None else f"paragraph {paragraph.number}{mark}"


def _named(name: str) -> str:
    """Name a post as one speaks of it: `AMEMBASSY MOSCOW` is Embassy Moscow."""
    post = reference.post(name.replace(" ", ""))
    kind, _, place = _line(post.name if post and post.name else name).partition(" ")
    if kind in {"SECSTATE", "STATE"}:
        return DEPARTMENT
    return f"{_POSTS[kind]} {place.title()}" if kind in _POSTS else _line(name)


def _day(date: str | None) -> str | None:
    """Write a day as in a footnote: `July 22, 2009`; of a date that is only a year, the year."""
    year, _, rest = (date or "").partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return year or None
    named = _MONTHS[int(month) - 1]
    return f"{named} {int(day)}, {year}" if day else f"{named} {year}"


def _line(text: str) -> str:
    return " ".join(text.split()).replace('"', "'")
