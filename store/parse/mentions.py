"""References in running text: `reftel`, `ref A`, `refs A and B`, `09 MOSCOW 1439`.

Each is resolved to the cables of the REF line, or read as one itself where it names a post and a
number. Without a year before it that counts only in capitals, and only among words in small
letters or where the number is padded with zeros: `PARIS 1968` may be a city and a year.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from store.cable import Mention, Reference
from store.parse import identifier
from store.parse.posts import exact_post

_REF = re.compile(r"\bREF(?:TEL)?S?\b", re.IGNORECASE)
_WORD = re.compile(rb"ref(?:tel)?s?\b")
_ONE = r"(?:[(\[](?P<bracketed>[A-Za-z])[)\]]|(?P<letter>[A-Za-z]))(?![\w'’])"
_LETTER = re.compile(r"(?P<to>)\s{1,3}" + _ONE)
_NEXT = re.compile(
    r"(?P<to>\s?-\s?)?(?:\s?[,/&]\s?|\s{1,3}(?:AND|OR)\s{1,3})?(?:AND\s{1,3})?" + _ONE,
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Za-z]{2}[ \n]?#?[0-9]{2,7}(?![\w/:%]|[.,][0-9])")
_BEFORE = re.compile(
    r"(?:^|[\s(\"'’,;])(?:'?([0-9]{2}|[0-9]{4})[ \-]?)?((?:[A-Za-z]{2,14} ){0,2}[A-Za-z]{2,14})$"
)
_REACH = 34
_MOST_LETTERS = 26


def find(
    text: str,
    small: bytes,
    spans: Iterable[tuple[int, int]],
    numbered: Sequence[int],
    refs: Sequence[Reference],
    year: int,
    own: str,
) -> tuple[Mention, ...]:
    """Find what the spans of a text mention, in order; `own` is the cable's id, never mentioned.

    `small` is the text in small letters (`folded.small`), `numbered` where words in capitals end
    before a number (`folded.numbered`).
    """
    found: list[Mention] = []
    every = tuple(dict.fromkeys(ref.id for ref in refs if ref.id is not None))
    for start, end in spans:
        if every:
            words = [word.start() for word in _WORD.finditer(small, start, end)]
            found.extend(_by_letter(text, words, end, refs, every))
        places = numbered[bisect_left(numbered, start) : bisect_left(numbered, end)]
        found.extend(_by_name(text, places, start, end, year, own))
    found.sort(key=_start)
    return tuple(found)


def _start(mention: Mention) -> int:
    return mention.start


def _by_letter(
    text: str, places: Iterable[int], end: int, refs: Sequence[Reference], every: tuple[str, ...]
) -> Iterator[Mention]:
    """Resolve `reftel` and `refs A and B` to entries of the REF line; each letter apart."""
    by_label: dict[str, list[str]] = {}
    for ref in refs:
        if ref.label is not None and ref.id is not None:
            by_label.setdefault(ref.label, []).append(ref.id)
    for at in places:
        word = _REF.match(text, at, end)
        if word is None:
            continue
        found = list(_lettered(text, word, end, by_label)) if by_label else []
        yield from found
        if not found and word[0].upper() != "REF":
            yield Mention(every, at, word.end())


def _lettered(
    text: str, word: re.Match[str], end: int, by_label: dict[str, list[str]]
) -> Iterator[Mention]:
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


def _by_name(
    text: str, places: Iterable[int], start: int, end: int, year: int, own: str
) -> Iterator[Mention]:
    for at in places:
        found = _NUMBER.match(text, at, end)
        if found is None:
            continue
        floor = max(start, found.start() - _REACH)
        before = _BEFORE.search(text[floor : found.start() + 2])
        if before is None:
            continue
        words = before[2].upper().split()
        post, count = exact_post(words)
        dated = before[1] is not None and count == len(words)
        given = identifier.early_year(before[1]) if dated else None
        if given and year and given > year:
            given = None  # a day or a count: `on May 10 Paris 250 …` is of no later year
        digits = found[0][2:].lstrip(" \n#")
        if post is None or not (given or _is_cable(text, found, digits)):
            continue
        begin = before.start(1) if given else before.end(2) - len(" ".join(words[-count:]))
        spelt = f"{(given or year) % 100:02}{post}{int(digits)}"
        if spelt != own:
            yield Mention((spelt,), floor + begin, found.end())


def _is_cable(text: str, found: re.Match[str], digits: str) -> bool:
    """Whether a post and a number are a cable's: padded; or no year, capitals in mixed letters."""
    if digits[0] == "0" and found[0][:2].isupper():
        return True
    if len(digits) < _SHORTEST or identifier.is_year(digits) or not found[0][:2].isupper():
        return False
    around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    return any(map(str.islower, around))


_SHORTEST, _AROUND = 3, 40
