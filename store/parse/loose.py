"""Ids as people remember them: `mosc 1869`, `09moscow`, `1869`, for `09MOSCOW1869`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from store.parse.identifier import full_year

_LOOSE = re.compile(
    r"(?:(?:19|20)?(?P<year>\d\d)(?=[A-Z]|$))?(?P<post>[A-Z][A-Z0-9]*?)?0*(?P<number>\d*)"
)
_ID = re.compile(r"(?P<year>\d\d)(?P<post>[A-Z][A-Z0-9]*?)(?P<number>\d+)")
_SIGNS = re.compile(r"[\W_]+")


class Loose(NamedTuple):
    """The parts of an id that are remembered, "" for those that are not: beginnings will do."""

    year: str
    post: str
    number: str

    @property
    def pattern(self) -> str:
        """Give a pattern, in the manner of file names, that finds all that may be meant."""
        return f"{self.year or '??'}{self.post}*{self.number}{'*' if self.number else ''}"


def loose(text: str) -> Loose | None:
    """Read an id as it is remembered; None where a text is none."""
    found = _LOOSE.fullmatch(_SIGNS.sub("", text).upper()) if text.isascii() else None
    if found is None or not any(found.groups()):
        return None
    return Loose(*(part or "" for part in found.group("year", "post", "number")))


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
