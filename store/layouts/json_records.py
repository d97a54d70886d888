"""JSON of several makers: one object, an array of them, or one a line; keys by their synonyms."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts.input import Input, Part
from store.layouts.naming import checked_id, dated, extract, joined, named

_IDS = ("reference_id", "mrn", "doc_id", "Document Number", "id", "_id", "label")
_SUBJECTS = ("subject", "title", "Subject", "_subject", "label")
_DATES = ("created", "date", "authored", "start", "sent", "Draft Date", "Sent Date")
_LEVELS = ("classification", "Original Classification", "level")
_ORIGINS = ("origin", "embassy", "from", "From", "_from")
_TEXTS = ("text", "body", "content", "Message Text", "_text", "_body")
_NESTED = "Message Attributes"
_MRN = re.compile(r"(?:\d\d|\d{4})[A-Z][A-Z0-9.'\-]*\d+(?:_[a-z])?")
_LINE = re.compile(rb"\n(?=[ \t]*\{)")
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_RESUME = re.compile(r"\}\s*,\s*(?=\{)")
_TRIES = 100
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Element(NamedTuple):
    """An element of an input: its value, where it stands, what is wrong with it."""

    value: Any
    start: int
    end: int
    findings: tuple[Finding, ...]


class _Unusual:
    """Reads objects, and notes keys given twice and numbers that JSON has not."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.constant: str | None = None
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=self._constant, strict=False
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self.keys.add(key)
                seen.add(key)
        return made

    def _constant(self, word: str) -> None:
        self.constant = word


def found(head: bytes) -> bool:
    """Whether an input that begins so is JSON of objects."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return re.match(rb'(?:\[\s*)*\{\s*["}]|\[\s*(?:\]|\[)', begin) is not None


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
    """Whether one of the first lines is an object by itself, and another line follows."""
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 3)[:3]:
        try:
            if isinstance(json.loads(line), dict):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _cables(part: Part, source: Input) -> Iterator[Received | Refused]:
    _, text, encoding, findings = source.decoded(part.data)
    line, counted, above = part.line, 0, -1
    for element in _elements(text):
        start = element.start
        line += text.count("\n", counted, start)
        above = max(above, text.rfind("\n", counted, start))
        counted = start
        column = start - above
        if isinstance(element, _Broken):
            yield Refused(element.reason, line, column)
        elif not isinstance(element.value, dict):
            yield Refused("no object of a cable", line, column)
        else:
            raw = source.original(text[start : element.end], encoding)
            received = _received(element, raw, encoding, findings)
            keys = ", ".join(_TEXTS)
            yield received or Refused(f"no text of a cable (keys: {keys})", line, column)


class _Broken(NamedTuple):
    start: int
    reason: str


def _elements(text: str) -> Iterator[_Element | _Broken]:
    """Give each element of a text of JSON; after a broken one the next object that reads."""
    at = _next(text, 0)
    if text[at : at + 1] == "[":
        at = _next(text, at + 1)
    tries = 0
    while at < len(text) and text[at] != "]":
        unusual = _Unusual()
        try:
            value, end = unusual.decoder.raw_decode(text, at)
        except RecursionError:
            yield _Broken(at, "it is nested too deep")
            return
        except ValueError as error:
            yield _Broken(getattr(error, "pos", at), _why(error))
            resume = _RESUME.search(text, at + 1)
            tries += 1
            if resume is None or tries > _TRIES:
                return
            at = resume.end()
            continue
        if unusual.constant is not None:
            yield _Broken(at, f"{unusual.constant} is no number of JSON")
        else:
            said = (
                Finding("duplicate-key", None, f"The key {key!a} is given twice; the last.")
                for key in sorted(unusual.keys)
            )
            yield _Element(value, at, end, tuple(said))
        at = _next(text, end)


def _why(error: ValueError) -> str:
    return f"broken JSON: {getattr(error, 'msg', 'a number of too many digits').lower()}"


def _next(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _received(
    element: _Element, raw: bytes, encoding: str, findings: tuple[Finding, ...]
) -> Received | None:
    """Make what was received of an object; None for one without a text."""
    nested = element.value.get(_NESTED)
    values = _words(element.value | (nested if isinstance(nested, dict) else {}))
    key = next((key for key in _TEXTS if values.get(key)), None)
    if key is None:
        return None
    whole = joined(values.pop("header", ""), values.pop(key))
    id, no_id = checked_id(_id(values))  # noqa: A001
    subject, origin = _first(values, _SUBJECTS), _first(values, _ORIGINS)
    level = _first(values, _LEVELS)
    day, time, no_date = dated(_first(values, _DATES) or "")
    listing = Listing(
        id, subject, day, time, "+0000" if time else None, level and level.upper(), origin
    )
    text = _SURROGATE.sub("\ufffd", whole)
    if text != whole:
        said = "The text holds halves of characters; each is shown as U+FFFD."
        findings = (*findings, Finding("lone-surrogate", None, said))
    said_of = (*findings, *element.findings, *no_id, *no_date, *extract(text))
    rest = tuple((key, _SURROGATE.sub("\ufffd", value)) for key, value in values.items())
    return Received("json", raw, text, encoding, listing, 0, said_of, rest, id or named(raw))


def _words(record: dict[str, Any]) -> dict[str, str]:
    """Give the values of a record that are words, numbers or lists of them, as text."""
    words = {}
    for key, value in record.items():
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
