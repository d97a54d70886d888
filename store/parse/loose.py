"""Ids as people remember them: `mosc 1869`, `09moscow`, `1869`, for `09MOSCOW1869`."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.parse.identifier import full_year

_LOOSE = re.compile(
    r"(?:(?:19|20)?(?P<year>\d\d(?=[A-Z]|$)|\d(?=[A-Z])))?(?P<post>[A-Z][A-Z0-9]*?)?0*(?P<number>\d*)"
)
_ID = re.compile(r"(?P<year>\d\d)(?P<post>[A-Z][A-Z0-9]*?)(?P<number>\d+)")
_SIGNS = re.compile(r"[\W_]+")

LIKE = 0.8
"""How much of two ids must be the same, of 1, for one to be meant by the other."""


class Loose(NamedTuple):
    """The parts of an id that are remembered, "" for those that are not: beginnings will do."""

    year: str
    post: str
    number: str

    @property
    def pattern(self) -> str:
        """Give a pattern, in the manner of file names, that finds all that may be meant."""
        return f"{self.year or '??'}{self.post}*{self.number}{'*' if self.number else ''}"

    @property
    def patterns(self) -> Iterator[str]:
        """Give patterns of what may be meant where the number is wrong, or the post."""
        year = self.year or "??"
        if self.post:
            yield f"{year}{self.post}*"
        if self.number:
            yield f"{year}*{self.number}"


def loose(text: str) -> Loose | None:
    """Read an id as it is remembered; None where a text is none."""
    found = _LOOSE.fullmatch(_SIGNS.sub("", text).upper()) if text.isascii() else None
    if found is None or not any(found.groups()):
        return None
    year, post, number = (part or "" for part in found.group("year", "post", "number"))
    return Loose(year.zfill(2) if year else "", post, number)


def likeliest(wanted: Loose, ids: Iterable[str]) -> list[str]:
    """Give those of some ids that may be meant, the likeliest first and of those the newest."""
    ranked = []
    for id in ids:  # noqa: A001
        found = _ID.fullmatch(id)
        if found is None or not found["number"].startswith(wanted.number):
            continue
        if found["post"].startswith(wanted.post):
            apart = found["number"] != wanted.number, found["post"] != wanted.post
            ranked.append((*apart, -full_year(found["year"]), id))
    return [id for *_, id in sorted(ranked)]  # noqa: A001


def misspelt(wanted: Loose, ids: Iterable[str], most: int) -> list[str]:
    """Give those of some ids that are much like what is remembered, the likeliest first."""
    from difflib import get_close_matches  # most ids that are typed are right

    return get_close_matches("".join(wanted), sorted(set(ids)), most, LIKE)
