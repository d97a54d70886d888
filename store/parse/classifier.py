"""The statement `Classified By: Political Counselor F. Daniel Sainz for reasons 1.4 (b) and (d)`.

Who classified a cable, in what office, and for which reasons of the executive order: 1.5 until 22
September 2003, 1.4 after (E.O. 12958 as amended). It stands as a label or in paragraph 1
(5 FAH-1 H-246). What stands in it in a free order is read from its end: titles before the name,
the name last, and behind it a comma, a stop or the reasons.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from store import reference
from store.cable import Officer

LABEL = re.compile(r"(?<!DE)CLA?SS?\w{1,4}ED[ \-]*BY\b[ :\-]*", re.IGNORECASE)
_REASON = re.compile(
    r"(?<![A-Za-z])(?:(?:(?:FOR|DUE +TO|PER|UNDER|GIVEN) +){0,2}"
    r"(?:\(?R(?:EA?|AE)\w{0,2}[S5][O0]NS?\b|E\.?O\.? *1\d{4}"
    r"|\(?(?:PARA +)?1 ?\. ?[2-7](?!\d)))",
    re.IGNORECASE,
)
_CITED = re.compile(r"1 ?\. ?(?P<section>[4-6])(?!\d)")
_LETTERS = re.compile(r"(?<![A-Za-z])[A-H](?![A-Za-z])", re.IGNORECASE)
_PARTS = re.compile(r"[,;:?/()]|\.(?= {2}|$)| - |--| AND (?=[A-Z])")
_WORD = re.compile(r"[^\s,;:?()]+")
_NAME_WORD = re.compile(r"[A-Z0][\w'’.\-]*", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?", re.IGNORECASE)
_PARTICLES = frozenset(
    ["de", "da", "di", "del", "della", "la", "le", "van", "von", "den", "der", "bin", "al", "el"]
)
_PLAIN = frozenset(
    [
        *("a", "an", "as", "at", "by", "classified", "due", "given", "in", "is", "on", "per"),
        *("pursuant", "reason", "reasons", "section", "sections", "this", "under", "was", "who"),
    ]
)
"""Words of a statement that are neither of a title nor the rest of a name that was cut."""
_HOUSES = frozenset(("EMBASSY", "CONSULATE", "AMEMBASSY", "AMCONSUL", "CONGEN", "PRT"))
_LINKS = frozenset(("for", "of", "on", "in", "to", "at"))
_LONGEST_NAME = 5
_LONGEST = 600


class Statement(NamedTuple):
    """A statement read: the officers it names, the reasons it cites as `1.4(b)`."""

    officers: tuple[Officer, ...]
    reasons: tuple[str, ...]


NOTHING = Statement((), ())


def read(statement: str) -> Statement:
    """Read a statement with its lines joined; the last label in it counts, where it is doubled."""
    said = statement[:_LONGEST]
    for label in LABEL.finditer(said):
        said = statement[label.end() : _LONGEST]
    cut = _REASON.search(said)
    who = said[: cut.start()] if cut else said
    return Statement(_officers(who), _reasons(said[cut.start() :]) if cut else ())


def joined(text: str, pieces: list[tuple[int, int]]) -> str:
    """Join the lines of a statement: one cut hard at the 71st letter goes on within its word.

    `Ambassador Richa` and `rd Hoagland` become Richard Hoagland; `pieces` are offsets of `text`.
    A name goes on so too where small letters follow that are no word of a statement.
    """
    words = ""
    for start, end in pieces:
        words += text[start:end]
        hard = end - text.rfind("\n", 0, end) - 1 == _CUT
        following = text.find("\n", end) + 1
        cut = hard or _is_rest(words, text[following : following + _LONGEST_REST])
        words += "" if cut and text[following : following + 1] != " " else " "
    return " ".join(words.split())


def _is_rest(words: str, following: str) -> bool:
    """Whether a line begins with the rest of a name that the line before it began."""
    before = words.rpartition(" ")[2]
    rest = _WORD.match(following)
    if rest is None or not before[:1].isupper() or not before.isalpha() or before.isupper():
        return False
    word = rest[0].rstrip(".,;")
    known = word in _PLAIN or word in _PARTICLES or word in _LINKS or _is_title(word)
    return word.isalpha() and word.islower() and not known


_LONGEST_REST = 20
_CUT = 71


def _reasons(said: str) -> tuple[str, ...]:
    """List the letters behind each section: `1.4 (b) and (d)`, `1.5 B/D`, `1.4(b,d)`."""
    found: dict[str, None] = {}
    cited = list(_CITED.finditer(said))
    for number, mark in enumerate(cited):
        end = cited[number + 1].start() if number + 1 < len(cited) else len(said)
        for letter in _LETTERS.findall(said, mark.end(), min(end, mark.end() + 40)):
            found[f"1.{mark['section']}({letter.lower()})"] = None
    return tuple(found)


def _officers(who: str) -> tuple[Officer, ...]:
    """Name the officers, of whom there may be two: `DCM John Smith and Counselor Jane Doe`."""
    left, link, right = who.partition(" and ")
    words = _WORD.findall(left) if link else []
    first = _name_start(words, capitals=False)
    if first and len(words) - first > 1 and words[first - 1].lower() not in _LINKS:
        second = _officer(right)
        if second and second[0].title is not None:
            return (*_officer(left), *second)
    return _officer(who)


def _officer(who: str) -> tuple[Officer, ...]:
    """Name the officer: of the parts between commas and stops, the first that holds a name."""
    capitals = who.isupper()
    before: list[str] = []
    found: list[Officer] = []
    parts = _parts(who)
    for part in parts:
        words = _WORD.findall(part)
        if found and words and _SUFFIX.fullmatch(words[0]):
            found[-1] = found[-1]._replace(name=f"{found[-1].name}, {words[0].rstrip('.')}")
            if words[0].upper().startswith(("JR", "SR")):
                found[-1] = found[-1]._replace(name=f"{found[-1].name}.")
            continue
        first = _name_start(words, capitals=capitals)
        name = words[first:]
        if name and not found:
            before += words[:first]
            found.append(Officer(_clean(" ".join(name)), " ".join(before).strip(" .:-") or None))
        elif found and found[0].title is None and words and not name:
            found[0] = found[0]._replace(title=" ".join(words))
        elif not found:
            before += words
    return tuple(found) or _within(parts)


def _within(parts: list[str]) -> tuple[Officer, ...]:
    """Name the officer of a part that goes on in words behind the name, as garbled ones do."""
    for part in parts:
        words = _WORD.findall(part)
        for end in range(len(words) - 1, 1, -1):
            first = _name_start(words[:end], capitals=False)
            if end - first > 1 and words[end].islower():
                title = " ".join(words[:first]).strip(" .:-")
                return (Officer(_clean(" ".join(words[first:end])), title or None),)
    return ()


def _parts(who: str) -> list[str]:
    """Cut at commas, stops and brackets, but never inside `A/DCM` or `d'Affaires`."""
    parts = []
    position = 0
    for mark in _PARTS.finditer(who):
        if mark[0] == "/":
            continue
        parts.append(who[position : mark.start()].strip())
        position = mark.end()
    parts.append(who[position:].strip())
    return [part for part in parts if part]


def _clean(name: str) -> str:
    """Drop what clings to a name's end; the stop of an initial or of `Jr.` is its own."""
    name = name.strip(" -:")
    last = name.rsplit(" ", 1)[-1]
    return name if len(last) == 2 or last.upper() in ("JR.", "SR.") else name.rstrip(".")


def _name_start(words: list[str], *, capitals: bool) -> int:
    """Find from the end where the name at the end of a part begins; its length where none does."""
    first = len(words)
    while first > 0 and len(words) - first < _LONGEST_NAME and _is_name(words[first - 1]):
        first -= 1
    while first < len(words) and words[first].lower() in _PARTICLES:
        first += 1
    while not capitals and first < len(words) - 1 and _is_office(words[first]):
        first += 1
    if 0 < first < len(words) - 2 and words[first - 1].upper() in _HOUSES:
        first += words[first].upper() in reference.posts()
    name = words[first:]
    if not name or all(len(word.rstrip(".")) < 2 or _SUFFIX.fullmatch(word) for word in name):
        return len(words)
    return len(words) if not capitals and all(map(_is_office, name)) else first


def _is_name(word: str) -> bool:
    if word.lower() in _PARTICLES:
        return True
    return _NAME_WORD.fullmatch(word) is not None and not word[0].islower() and not _is_title(word)


def _is_office(word: str) -> bool:
    """Whether a word of a statement in small letters is an office (`NEA`, `DCM`), not a name."""
    return len(word) > 1 and word.isupper() and "." not in word


@lru_cache(maxsize=4096)
def _is_title(word: str) -> bool:
    """Whether a word is of a title: known, or with one letter wrong, or made of such."""
    bare = word.upper().replace("0", "O").strip(".:-'’")
    if bare in reference.offices() or "/" in word:
        return True
    if "-" in bare or "'" in bare or "’" in bare:
        return all(map(_is_title, re.split(r"[-'’]", bare))) or bare.startswith(("D'AF", "D’AF"))
    return len(bare) >= _SHORTEST_NEAR and any(
        len(title) > _SHORTEST_NEAR and _is_near(bare, title) for title in reference.offices()
    )


_SHORTEST_NEAR = 4


def _is_near(word: str, title: str) -> bool:
    """Whether a word is a title with one letter wrong, lost, doubled or changed over."""
    if abs(len(word) - len(title)) > 1 or word[0] != title[0]:
        return False
    same = 0
    while same < min(len(word), len(title)) and word[same] == title[same]:
        same += 1
    rest, other = word[same:], title[same:]
    return (
        rest[1:] == other
        or rest == other[1:]
        or rest[1:] == other[1:]
        or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    )
