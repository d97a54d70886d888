"""Reference ids: taken apart, spelt in one way, repaired by rule.

Year, post, number: `09MOSCOW1869`. Two digits of the year in most collections, four in the
National Archives' (`1977STATE017976`); zeros before the number mean nothing.
"""

import re
from collections.abc import Container
from functools import cache, lru_cache
from typing import NamedTuple

from store import reference

_ID = re.compile(r"((?:19|20)\d{2}|\d{2})([A-Z][A-Z0-9]*?)(\d+)(?:_([A-Z]))?")
_SECTION = re.compile(r"([A-Z]{3,8})\d[0-9A-Z]{0,4}\d{1,3}([A-Z]{3,}\d+)")
_SIGNAL = re.compile(r"([A-Z]+)(\d+)(TOSEC|SUSPECTEDDUPLICATE|Z[A-Z]{2})(\d*)")
_LEVELS = ("UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITEDOFFICIALUSE", "LOU", "EFTO")
_CAPTIONS = ("NOFORN", "SENSITIVE", "SIPDIS", "EXDIS", "NODIS", "LIMDIS", "STADIS")
_PREFIXES = (*_LEVELS, *_CAPTIONS)
_TITLES = ("AMEMBASSY", "EMBASSY", "AMEMB", "AMCONSUL", "CONSULATE", "USMISSION")
_OFFICES = ("USINT", "USLO", "USOFFICE", "REO")
"""What stands before a post's name too, and may be the beginning of another name."""
_SHORTEST_TAIL = 4
_DROPPED = str.maketrans("", "", " \t\r\n-'.’`")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OLDEST = 66
"""The two digits from which a year belongs to the 1900s; no cable known is older than 1966."""


class Mrn(NamedTuple):
    """A message reference number in its parts; `suffix` is an archive's letter (`_c`)."""

    year: int
    post: str
    number: int
    suffix: str | None = None

    @property
    def id(self) -> str:
        """The spelling of this library: `09MOSCOW1869`."""
        return f"{self.year % 100:02}{self.post}{self.number}"


def full_year(digits: str) -> int:
    """Read a year of two or four digits: 09 is 2009, 66 is 1966."""
    year = int(digits)
    if year > 99:
        return year
    return 1900 + year if year >= OLDEST else 2000 + year


def is_year(digits: str) -> bool:
    """Whether digits can be a year: two of them, or four from 1940 to 2030."""
    if not digits.isdigit():
        return False
    return len(digits) == 2 or (len(digits) == 4 and 1940 <= int(digits) <= 2030)


def early_year(digits: str) -> int | None:
    """Give the year a number before a post stands for; `094` is 94 with a zero too many."""
    if is_year(digits):
        return full_year(digits)
    if len(digits) == 3 and digits[0] == "0":
        return full_year(digits[1:])
    return None


@lru_cache(maxsize=1024)
def split(text: str) -> Mrn | None:
    """Take a reference id apart; None where the text is none. Nothing is repaired."""
    found = _ID.fullmatch(text.translate(_DROPPED).upper())
    if found is None:
        return None
    year, post, number, suffix = found.groups()
    return Mrn(full_year(year), post, int(number), suffix)


class Canonical(NamedTuple):
    """An id as this library spells it, and the rule that repaired it (None: as it was)."""

    id: str
    rule: str | None


def canonical(text: str) -> Canonical | None:
    """Spell a reference id in the library's way; None where it cannot be read as one.

    A post that is not known and near to none stays as it is: new posts are no errors.
    """
    plain = split(text)
    known = plain is not None and plain.post in reference.posts()
    if plain is not None and known and plain.post not in reference.abbreviations():
        return Canonical(plain.id, None)  # so are most
    words = text.translate(_DROPPED).upper()
    digits = 4 if words[:2] in ("19", "20") and words[2:4].isdigit() else 2
    year, rest = words[:digits], words[digits:]
    rest, rule = _unwrapped(rest)
    found = split(year + rest)
    if found is None:
        return None
    post, post_rule = repaired_post(found.post)
    named = found if post == found.post else found._replace(post=post)
    return Canonical(named.id, post_rule or rule)


def _unwrapped(rest: str) -> tuple[str, str | None]:
    """Drop what transmission left around post and number: `SECTIO04OF07BEIJING3049`."""
    tail = _SIGNAL.fullmatch(rest)
    if tail is not None:
        # A suspected duplicate was sent again under the second number; the other tails are notes.
        number = tail[4] if tail[3] == "SUSPECTEDDUPLICATE" else ""
        return tail[1] + (number or tail[2]), "signal-suffix"
    for prefix in _PREFIXES:
        if rest.startswith(prefix):
            bare, rule = _unwrapped(rest[len(prefix) :])
            return (bare, rule) if rule == "section-prefix" else (rest, None)
    head = _SECTION.fullmatch(rest)
    if head is not None and _near_section(head[1]):
        return head[2], "section-prefix"
    return rest, None


def _near_section(word: str) -> bool:
    """Whether a word is SECTION with a letter wrong, or with some of its letters lost."""
    letters = iter("SECTION")
    return all(letter in letters for letter in word) or "SECTION" in _one_away(word)


def repaired_post(post: str) -> tuple[str, str | None]:
    """Spell a post as reference ids do, and name the rule where it had to be repaired."""
    return _repaired(post) if len(post) <= _LONGEST_POST else (post, None)


_LONGEST_POST = 60


@lru_cache(maxsize=4096)
def _repaired(post: str) -> tuple[str, str | None]:
    known = reference.posts()
    short = reference.abbreviations().get(post)
    if short is not None:
        return short, "abbreviation"
    if post in known:
        return post, None
    bare = _without_prefix(post, known)
    if bare is not None:
        return bare
    near = [name for name in _one_away(post) if name in known]
    if len(near) == 1:
        return near[0], "near-spelling"
    longer = [name for name in known if len(post) >= 5 and name.startswith(post)]
    if len(longer) == 1:
        return longer[0], "cut-short"
    return post, None


def _without_prefix(post: str, known: Container[str]) -> tuple[str, str] | None:
    """Drop a title, a level or a caption that stands before a post's name."""
    for prefix in _TITLES:
        if post.startswith(prefix) and len(post) > len(prefix) + 2:
            return repaired_post(post[len(prefix) :])[0], "title-prefix"
    for prefix in _PREFIXES:
        bare = post.removeprefix(prefix)
        if bare != post and repaired_post(bare)[0] in known:
            return repaired_post(bare)[0], "caption-prefix"
    for prefix in (*_OFFICES, *_tails()):
        if post.startswith(prefix) and post[len(prefix) :] in known:
            return post[len(prefix) :], "title-prefix" if prefix in _OFFICES else "caption-prefix"
    return None


@cache
def _tails() -> tuple[str, ...]:
    """List the ends of the levels' names: of UNCLASSIFIED only SIFIED may be left."""
    return tuple(
        level[start:] for level in _LEVELS for start in range(1, len(level) - _SHORTEST_TAIL + 1)
    )


def _one_away(word: str) -> set[str]:
    """All words one letter dropped, added, changed or swapped away."""
    if not 4 <= len(word) <= 24:
        return set()
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
        | {a + c + b for a, b in cuts for c in _LETTERS}
    ) - {word}
