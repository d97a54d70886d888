"""What the codes of a cable mean: TAGS, posts, routing indicators, signals, precedence, captions.

The tables lie in `seeds/tables`, each read once and only when first asked. A code they do not
know stays a code: no meaning is made up.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

import seeds


class Tag(NamedTuple):
    """A TAGS code: `kind` is subject, program, organisation, geographic, person or unknown.

    `also` is today's meaning of a geographic code, where a drafter of the last years before the
    change may have meant that one already: RS was Russia in 2009 and is Serbia today.
    """

    code: str
    kind: str
    name: str | None
    also: str | None = None


class Post(NamedTuple):
    """A post as reference ids spell it (`NEWDELHI`), its long name, its routing indicators."""

    code: str
    name: str | None
    routing: tuple[str, ...]


_PRECEDENCES = {
    "Z": "FLASH",
    "O": "IMMEDIATE",
    "P": "PRIORITY",
    "R": "ROUTINE",
    "Y": "EMERGENCY",
}

_NEWEST_YEAR = 2010


@cache
def _tags() -> dict[str, list[list[str]]]:
    meanings: dict[str, list[list[str]]] = {}
    for row in seeds.table("tags"):
        meanings.setdefault(row[0].upper(), []).append(row)
    return meanings


def tags() -> Collection[str]:
    """All TAGS codes known."""
    return _tags().keys()


def tag(code: str, year: int | None) -> Tag:
    """Read a TAGS code as a cable of that year meant it.

    Geographic codes change their meaning with the years: RS is Russia in 2009 and Serbia today.
    Without a year the newest meaning of the cables known is taken (2010). A name with a comma
    (`CLINTON, HILLARY`) is a person's.
    """
    meanings = _tags().get(code.upper())
    if meanings is None:
        return Tag(code, "person" if "," in code else "unknown", None)
    kind = meanings[0][1]
    asked = year or _NEWEST_YEAR
    today = next((row[2] for row in meanings if row[3] == _TODAY), None)
    early = today if asked >= _EARLY else None
    for _, family, name, first, last, _ in meanings:
        if int(first or 0) <= asked <= int(last or 9999):
            also = early if family == "geographic" and not _same(name, early) else None
            return Tag(code, family, name or None, also)
    return Tag(code, kind, early)


def _same(name: str, other: str | None) -> bool:
    """Whether two names are of one country: `Vietnam` and `Viet Nam` differ in no first letters."""
    return other is None or name.split()[0] == other.split()[0]


_TODAY, _EARLY = "2011", 1995
"""Since when today's geographic codes hold, and since when drafters used them here and there."""


@cache
def topics() -> dict[str, str]:
    """Words of TAGS that are no codes: `head` ends a phrase (AFFAIRS), `alone` is one by itself."""
    return dict(seeds.table("topics"))


@cache
def posts() -> dict[str, Post]:
    """All posts known, by the spelling of reference ids."""
    return {
        code: Post(code, name or None, tuple(routing.split()))
        for code, name, routing in seeds.table("posts")
    }


@cache
def abbreviations() -> dict[str, str]:
    """Shortened spellings of posts in reference lines: `BKK` is BANGKOK."""
    return dict(seeds.table("abbreviations"))


def post(code: str) -> Post | None:
    """Look up a post by its spelling in reference ids; None where it is not known."""
    return posts().get(code.upper())


@cache
def _routes() -> dict[str, str]:
    return dict(seeds.table("routes"))


def route(indicator: str) -> str | None:
    """Name the addressee behind a routing indicator; None where it is not known."""
    return _routes().get(indicator.upper())


@cache
def _signals() -> dict[str, str]:
    return dict(seeds.table("signals"))


def signal(code: str) -> str | None:
    """Say what an operating signal (`ZZH`) means; None where it is not known."""
    return _signals().get(code.upper())


@cache
def offices() -> frozenset[str]:
    """Words that make up the title of an officer (`COUNSELOR`, `DCM`, `NEA`), in capitals."""
    return frozenset(word for (word,) in seeds.table("offices"))


@cache
def _reasons() -> dict[str, str]:
    return dict(seeds.table("reasons"))


def reason(code: str) -> str | None:
    """Word a reason for classification, `1.4(b)`, or `1.5(b)` before 22 September 2003."""
    return _reasons().get(code.lower())


@cache
def captions() -> dict[str, str]:
    """All captions known and what each means."""
    return dict(seeds.table("captions"))


@lru_cache(maxsize=64)
def precedence(letters: str) -> str | None:
    """Name a precedence by its prosign, doubled or not: `RR` is ROUTINE (ACP 127 §150)."""
    return _PRECEDENCES.get(letters[:1].upper()) if len(set(letters)) == 1 else None
