"""The header block: what stands above a cable's text, decoded, each label in its column."""

from collections.abc import Iterator, Sequence

from store.cable import Addressee, Cable, Link, Section
from store.codes import CABLE, Code
from store.declassification import ends, past
from store.reference import tag
from store.severity import SERIOUS
from tui.keys import pressed
from tui.render.line import EMPTY, Line, cells, cut, join, words, wrap
from tui.render.look import OPEN, Look
from tui.render.own import NOTHING, Own
from tui.render.own import fields as own_fields
from tui.render.reflow import kept, run
from tui.render.safe import safe

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHORT_LABELS = {
    "PRECEDENCE": "PREC",
    "CLASSIFIED": "CL. BY",
    "CAPTIONS": "CAPTION",
    "FINDINGS": "FOUND",
    "MY NOTES": "NOTES",
}
_LABELS, _NARROW_LABELS, _NARROW, _TINY = 12, 8, 60, 20

_STAYING = (
    *("CABLE", "DTG", "FROM", "TAGS", "SUBJECT", "REF", "COPY"),
    *("MY TAGS", "MY NOTES", "FINDINGS"),
)

_COPIES = {
    "corrects": "corrects an earlier copy",
    "duplicates": "suspected duplicate of one sent before",
    "cancelled": "cancelled",
}

Field = tuple[str, Sequence[Line]]


def header(
    cable: Cable,
    width: int,
    look: Look = OPEN,
    own: Own = NOTHING,
    *,
    today: str | None = None,
) -> Iterator[Line]:
    """Draw lines of at most `width` cells; a field the cable does not have is not there.

    Where it is folded: the fields one reads a cable by, and the names of the others. Findings
    take a line each, or one line together where they are not open; so do the reader's own notes.
    Seen from `today` (ISO) the day of declassification may be past, which is said.
    """
    narrow = width < _NARROW
    hang = 0 if width < _TINY else _NARROW_LABELS if narrow else _LABELS
    fields = list(_fields(cable, today=today, brief=narrow and not look.header))
    fields += own_fields(own, cable, notes_open=look.notes)
    fields.append(("FINDINGS", _findings(cable) if look.findings else _count(cable)))
    for label, entries in fields if look.header else _folded(fields):
        first = words(_SHORT_LABELS.get(label, label) if narrow else label, "label")
        for entry in entries:
            if hang:
                yield from wrap(entry, width, first, hang)
            else:
                yield from wrap(join((first, words(" "), entry)), width)
            first = EMPTY


def _folded(fields: Sequence[Field]) -> Iterator[Field]:
    """Give the fields that stay when the header is folded, and name those that do not."""
    yield from ((label, entries) for label, entries in fields if label in _STAYING)
    hidden = [label for label, entries in fields if label not in _STAYING and entries]
    if hidden:
        opens = f"{pressed('view.header')} opens them"
        yield "HEADER", [words(f"{', '.join(hidden)}: {opens}")]


def quoted(cable: Cable, field: str, value: str, role: str | None = None) -> Line:
    """Draw a field's words, with their offsets where they stand in the text as they are shown."""
    for name, start, end in cable.spans:
        if name == field:
            line = run(cable.text, [s for s in kept(cable.text, start, end) if s.start < s.end])
            at = line.plain.find(safe(value))
            if at >= 0:
                line = cut(line, at, at + len(value))
                return join((line,))._replace(strokes=words(value, role).strokes)
    return words(value, role)


def day(date: str) -> str:
    """Write `2009-07-22` as `22 Jul 2009`; anything else as it is."""
    year, _, rest = date.partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and number.isdecimal()):
        return date
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else date


def moment(cable: Cable) -> str | None:
    """Say when it was sent: `22 Jul 2009 03:36 UTC (220336Z JUL 09)`, or what is known of it."""
    dtg = cable.header.dtg
    group = dtg.text.lstrip("ZOPRY ") if dtg else ""
    if cable.sent:
        decoded = f"{day(cable.sent[:10])} {cable.sent[11:16]} UTC"
        return f"{decoded} ({group})" if group else decoded
    if group:
        return f"{group} (names no real moment)"
    return f"{day(cable.date)} (the day alone is known)" if cable.date else None


def _fields(cable: Cable, *, today: str | None, brief: bool) -> Iterator[Field]:
    yield "CABLE", [_identity(cable)]
    sent = moment(cable)
    yield "DTG", [words(sent, code=_dtg(cable))] if sent else []
    yield "PRECEDENCE", _precedence(cable)
    origin = cable.header.origin or cable.origin
    yield "FROM", [words(origin)] if origin else []
    yield "TO", _addressees(cable.header.to)
    yield "INFO", _addressees(cable.header.info)
    yield "XMT", _addressees(cable.header.excluded)
    yield "CAPTIONS", _captions(cable)
    yield "PASS", [words(line) for line in cable.passes]
    yield "E.O.", _order(cable, today)
    yield "TAGS", _tags(cable, brief=brief)
    if cable.subject:
        yield "SUBJECT", [quoted(cable, "subject", cable.subject, "subject")]
    yield "REF", [_reference(ref.id, ref.label, ref.note, ref.text) for ref in cable.refs]
    yield "COPY", [_link(link) for link in cable.links]
    if cable.classified_by:
        yield "CLASSIFIED", [quoted(cable, "classified_by", cable.classified_by)]


def _findings(cable: Cable) -> list[Line]:
    return [
        words(found.text if found.line is None else f"line {found.line}: {found.text}")
        for found in cable.findings
    ]


def _count(cable: Cable) -> list[Line]:
    """`3 findings, 1 serious: F opens them`: one folded line, none where nothing was found."""
    count = len(cable.findings)
    if not count:
        return []
    grave = sum(found.kind in SERIOUS for found in cable.findings)
    said = f"{count} finding{'s' if count > 1 else ''}"
    said += f", {grave} serious" if grave else ""
    return [words(f"{said}: {pressed('cable.findings')} opens {'them' if count > 1 else 'it'}")]


def _identity(cable: Cable) -> Line:
    parts = [words(cable.id, "code")]
    if cable.origin:
        parts.append(words(f"  {cable.origin}"))
    if cable.source and cable.source.version > 1:
        parts.append(words(f"  version {cable.source.version}"))
    if cable.sections:
        parts.append(words(f"  {_sections(cable.sections)}"))
    return join(parts)


def _sections(sections: tuple[Section, ...]) -> str:
    """`2 sections` where all are there; else which: `section 1 of 2`."""
    of = max(section.of for section in sections)
    numbers = sorted({section.number for section in sections})
    if len(numbers) >= of:
        return f"{of} section{'s' if of > 1 else ''}"
    return f"section{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))} of {of}"


def _precedence(cable: Cable) -> list[Line]:
    dtg = cable.header.dtg
    if dtg is None or not dtg.precedences:
        return []
    action, *info = dtg.precedences
    parts = [words(action, code=Code("precedence", action))]
    if info:
        parts += [words(" for action, "), words(info[0], code=Code("precedence", info[0]))]
        parts += [words(" for information")]
    return [join(parts)]


def _dtg(cable: Cable) -> Code | None:
    dtg = cable.header.dtg
    return Code("dtg", dtg.text.lstrip("ZOPRY ")) if dtg else None


def _captions(cable: Cable) -> list[Line]:
    parts: list[Line] = []
    for caption in cable.captions:
        parts += [words(", ")] if parts else []
        parts.append(words(caption, "caption", Code("caption", caption)))
    return [join(parts)] if parts else []


def _addressees(addressees: tuple[Addressee, ...]) -> list[Line]:
    column = max((cells(safe(one.routing or "")) for one in addressees), default=0)
    lines = []
    for routing, name, number, precedence in addressees:
        code = Code("routing", routing) if routing else None
        parts = [words(routing or "", code=code)]
        if column:
            parts.append(words(" " * (column - cells(parts[0].plain) + 2)))
        parts.append(words(name))
        if precedence:
            parts += [words("  "), words(precedence, code=Code("precedence", precedence))]
        lines.append(join([*parts, words(f"  {number}" if number else "")]))
    return lines


def _order(cable: Cable, today: str | None) -> list[Line]:
    if cable.eo is None:
        return []
    order = cable.eo
    said = f"{order.order}: {order.text or 'N/A' if order.not_applicable else order.text}"
    until = ends(cable)
    gone = ", date past" if today and past(cable, today) else ""
    said = f"{said} (declassify on {day(until)}{gone})" if until else said
    return [words(said, code=Code("order", f"E.O. {order.order}"))]


def _tags(cable: Cable, *, brief: bool) -> list[Line]:
    """All TAGS in one line, each with what it meant in the cable's year, and today if it may.

    In brief they are codes alone.
    """
    year = int(cable.date[:4]) if cable.date else None
    parts: list[Line] = []
    for code in cable.tags:
        known = tag(code, year)
        parts += [words(" " if brief else " · ")] if parts else []
        parts.append(words(code, "code", Code("tag", code)))
        if brief:
            continue
        if known.name:
            parts.append(words(f" {known.name}"))
            parts.append(words(f" ({code} is {known.also} today)" if known.also else ""))
        elif known.kind == "program":
            parts.append(words(" (program TAG, meaning unknown)"))
    return [join(parts)] if parts else []


def _link(link: Link) -> Line:
    """`corrects 09STRELSAU12`, `a suspected duplicate` where no other cable is named."""
    if link.id is None:
        return words(_COPIES.get(link.kind, link.kind))
    return join((words(f"{link.kind} "), words(link.id, "code", Code(CABLE, link.id))))


def _reference(id: str | None, label: str | None, note: str | None, text: str) -> Line:  # noqa: A002
    parts = [words(f"{label}. ")] if label else []
    parts.append(words(id, "code", Code(CABLE, id)) if id else words(text))
    if note:
        parts.append(words(f" ({note})"))
    return join(parts)
