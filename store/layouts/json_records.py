"""JSON of several makers: one object, an array of them, or one a line; keys by their synonyms."""

import json
import re
from collections.abc import Iterator
from typing import Any

from store import entities
from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts.input import Input, Part
from store.layouts.json_elements import Broken, Element, Elements
from store.layouts.naming import checked_id, dated, extract, joined, named

_IDS = ("reference_id", "mrn", "doc_id", "Document Number", "id", "_id", "label")
_SUBJECTS = ("subject", "title", "Subject", "_subject", "label")
_DATES = ("created", "date", "authored", "start", "sent", "_dtg", "Draft Date", "Sent Date")
_LEVELS = ("classification", "Original Classification", "level")
_ORIGINS = ("origin", "embassy", "from", "From", "_from")
_TEXTS = ("text", "body", "content", "Message Text", "_text", "_body")
_TAGS = ("tags", "_tags", "TAGS")
_REFERENCES = ("references", "refs", "_reference", "Reference")
_NESTED = "Message Attributes"
_MRN = re.compile(r"(?:\d\d|\d{4})[A-Z][A-Z0-9.'\-]*\d+(?:_[a-z])?", re.IGNORECASE)
_BEGIN = re.compile(rb'[\[\s]*\{\s*["}]|\[\s*[\[\]]|\[[^\n]{0,200}[,\n]\s{0,99}\{\s{0,99}"')
_LINE = re.compile(rb"\n(?=[ \t]*\{)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def found(head: bytes) -> bool:
    """Whether an input that begins so is JSON of objects."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return _BEGIN.match(begin) is not None or _by_lines(head)


def read(source: Input) -> Iterator[Received | Refused]:
    """Give the cable of each object; one that cannot be read is refused with line and column."""
    if _by_lines(source.head):
        for part in source.parts(_LINE):
            if isinstance(part, Refused):
                yield part
            else:
                yield from _cables(part, source)
    else:
        yield from _cables(Part(1, source.whole()), source)


def _by_lines(head: bytes) -> bool:
    """Whether one of the first lines is an object by itself."""
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 3)[:3]:
        try:
            if line.lstrip().startswith(b"{") and isinstance(json.loads(line), dict):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _cables(part: Part, source: Input) -> Iterator[Received | Refused]:
    _, text, encoding, findings = source.decoded(part.data)
    line, counted, above = part.line, 0, -1
    for element in Elements(text, _is_record):
        start = element.start
        line += text.count("\n", counted, start)
        above = max(above, text.rfind("\n", counted, start))
        counted = start
        column = start - above
        if isinstance(element, Broken):
            yield Refused(element.reason, line, column)
        elif not isinstance(element.value, dict):
            yield Refused("no object of a cable", line, column)
        else:
            raw = source.original(text[start : element.end], encoding)
            received = _received(element, raw, encoding, findings)
            keys = ", ".join(_TEXTS)
            yield received or Refused(f"no text of a cable (keys: {keys})", line, column)


def _is_record(value: Any) -> bool:
    """Whether an object is that of a cable: it has an id or lines of text under their keys."""
    if not isinstance(value, dict):
        return False
    if _is_record(value.get(_NESTED)):
        return True
    words = [value[key] for key in (*_IDS, *_TEXTS) if isinstance(value.get(key), str)]
    return any("\n" in each or _MRN.fullmatch(each.strip()) for each in words)


def _received(
    element: Element, raw: bytes, encoding: str, findings: tuple[Finding, ...]
) -> Received | None:
    """Make what was received of an object; None for one without a text."""
    nested = element.value.get(_NESTED)
    values = _words(element.value | (nested if isinstance(nested, dict) else {}))
    key = next((key for key in _TEXTS if values.get(key)), None)
    id, no_id = checked_id(_id(values))  # noqa: A001
    own = id if _MRN.fullmatch(id) else ""
    if key is None and not own:
        return None
    said = [*findings, *element.findings, *no_id]
    if key is None:
        said.append(Finding("text-unusable", None, "The collection has no text of this cable."))
    whole = joined(values.pop("header", ""), values.pop(key) if key else "")
    text = _SURROGATE.sub("\ufffd", whole)
    if text != whole:
        lone = "The text holds halves of characters; each is shown as U+FFFD."
        said.append(Finding("lone-surrogate", None, lone))
    text, found_entities = entities.decoded(text)
    listing, no_date = _listing(own, values)
    body, partial = extract(text)
    said += [*no_date, *found_entities, *partial]
    rest = (() if own or not id else (("id", id),)) + tuple(
        (key, _SURROGATE.sub("\ufffd", value)) for key, value in values.items()
    )
    return Received("json", raw, text, encoding, listing, body, tuple(said), rest, id or named(raw))


def _listing(id: str, values: dict[str, str]) -> tuple[Listing, tuple[Finding, ...]]:  # noqa: A002
    """Take the fields of a listing out of the values of a record; TAGS and references stay, too."""
    subject, origin = _first(values, _SUBJECTS), _first(values, _ORIGINS)
    level = _first(values, _LEVELS)
    day, time, no_date = dated(_first(values, _DATES) or "")
    listing = Listing(
        id,
        subject and entities.decoded(subject)[0],
        day,
        time,
        "+0000" if time else None,
        level and level.upper(),
        origin,
        _first(dict(values), _TAGS),
        _first(dict(values), _REFERENCES),
    )
    return listing, no_date


def _words(record: dict[str, Any]) -> dict[str, str]:
    """Give the values of a record that are words, numbers or lists of them, as text."""
    words = {}
    for key, value in record.items():
        while isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("$"):
            [value] = value.values()  # {"$oid": "4d1f"}, {"$date": "2009-07-22"}
        if isinstance(value, list):
            value = ", ".join(str(each) for each in value if isinstance(each, str | int | float))
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            words[_SURROGATE.sub("\ufffd", key)] = str(value)
    return words


def _id(values: dict[str, str]) -> str:
    """Take the value of the first key that holds a reference id, else of the first key there is."""
    keys = [key for key in _IDS if key in values]
    for key in keys:
        if _MRN.fullmatch(values[key].strip()):
            return values.pop(key)
    keys = [key for key in keys if key != "label"]
    return values.pop(keys[0]) if keys else ""


def _first(values: dict[str, str], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        if key in values:
            return _SURROGATE.sub("\ufffd", values.pop(key)).strip() or None
    return None
