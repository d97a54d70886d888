"""References in running text: `reftel`, `ref A`, `refs A and B`, `09 MOSCOW 1439`.

Each is resolved to the cables of the REF line, or read as one itself where it names a post and a
number. A post without a year before it counts only where it stands in capitals among other words,
or is padded with zeros: `PARIS 1968` may be a city and a year.
"""

import re
from collections.abc import Iterator, Sequence

from store.cable import Mention, Reference
from store.parse import identifier
from store.parse.references import exact_post

_REF = re.compile(r"\b[Rr][Ee][Ff](?:[Tt][Ee][Ll])?([Ss]?)\b")
_ONE = r"(?:[(\[](?P<bracketed>[A-Za-z])[)\]]|(?P<letter>[A-Za-z]))(?![\w'’])"
_LETTER = re.compile(r"(?P<to>)\s{1,3}" + _ONE)
_NEXT = re.compile(
    r"(?P<to>\s?-\s?)?(?:\s?[,/&]\s?|\s{1,3}(?:AND|OR)\s{1,3})?(?:AND\s{1,3})?" + _ONE,
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Za-z]\s?#?(\d{2,7})\b(?![/:%]|[.,]\d)")
_BEFORE = re.compile(r"(?:^|[\s(\"'’,;])(?:'?(\d{2}|\d{4})[ \-]?)?((?:[A-Z]{2,} ){0,2}[A-Z]{2,})$")
_REACH = 34
_MOST_LETTERS = 26


def find(
    text: str, spans: Sequence[tuple[int, int]], refs: Sequence[Reference], year: int, own: str
) -> tuple[Mention, ...]:
    """Find what the spans of a text mention, in order; `own` is the cable's id, never mentioned."""
    found: list[Mention] = []
    for start, end in spans:
        found.extend(_by_letter(text, start, end, refs))
        found.extend(_by_name(text, start, end, year, own))
    return tuple(sorted(found, key=_start))


def _start(mention: Mention) -> int:
    return mention.start


def _by_letter(text: str, start: int, end: int, refs: Sequence[Reference]) -> Iterator[Mention]:
    """Resolve `reftel` and `refs A and B` to entries of the REF line; each letter apart."""
    for word in _REF.finditer(text, start, end):
        found = list(_lettered(text, word, end, refs))
        yield from found
        if not found and text[word.start() : word.end()].upper() != "REF":
            ids = tuple(dict.fromkeys(ref.id for ref in refs if ref.id is not None))
            if ids:
                yield Mention(ids, word.start(), word.end())


def _lettered(
    text: str, word: re.Match[str], end: int, refs: Sequence[Reference]
) -> Iterator[Mention]:
    by_label: dict[str, list[str]] = {}
    for ref in refs:
        if ref.label is not None and ref.id is not None:
            by_label.setdefault(ref.label, []).append(ref.id)
    mark, start, before = _LETTER.match(text, word.end(), end), word.start(), ""
    for _ in range(_MOST_LETTERS):
        if mark is None:
            return
        letter = (mark["bracketed"] or mark["letter"]).upper()
        first = chr(ord(before) + 1) if before and mark["to"] else letter
        ids = [id for code in _letters(first, letter) for id in by_label.get(code, ())]  # noqa: A001
        if not ids:
            return
        yield Mention(tuple(ids), start, mark.end())
        before = letter
        mark = _NEXT.match(text, mark.end(), end)
        start = mark.start("bracketed" if mark["bracketed"] else "letter") if mark else 0


def _letters(first: str, last: str) -> list[str]:
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


def _by_name(text: str, start: int, end: int, year: int, own: str) -> Iterator[Mention]:
    for number in _NUMBER.finditer(text, start, end):
        floor = max(start, number.start() - _REACH)
        before = _BEFORE.search(text[floor : number.start() + 1].upper())
        if before is None:
            continue
        digits, words = number[1], before[2].split()
        given = identifier.early_year(before[1]) if before[1] else None
        post, count = exact_post(words)
        if post is None or not _is_cable(text, number, given if count == len(words) else None):
            continue
        first = floor + before.start(1 if count == len(words) and before[1] else 2)
        if count < len(words):
            first = floor + before.end(2) - len(" ".join(words[-count:]))
        spelt = f"{(given or year) % 100:02}{post}{int(digits)}"
        if spelt != own:
            yield Mention((spelt,), first, number.end())


def _is_cable(text: str, number: re.Match[str], year: int | None) -> bool:
    """Whether a post and a number are a cable's: with a year; or capitals in mixed letters."""
    if year is not None or number[1][0] == "0":
        return True
    if len(number[1]) < _SHORTEST or identifier.is_year(number[1]):
        return False
    around = text[max(0, number.start() - _AROUND) : number.end() + _AROUND]
    return text[number.start()].isupper() and any(map(str.islower, around))


_SHORTEST, _AROUND = 3, 40
