"""The TAGS line: codes and names, in order, each once.

What drafters and transmission did to it: no commas or some, lower case, persons' names after
OVIP and its kin (1974STATE150591), codes run together (`ETRDEINVECINPGOVCS`), captions among them.
"""

import re

from store import reference

_BANNER = re.compile(
    r"(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE) +)?"
    r"PAGE +\d+ +[A-Z .]{2,20} +\d{3,8}(?: +\d+ +OF +\d+)?(?: +\d{6}Z)?"
)
_TOKEN = re.compile(r"\([^()\n]*\)?|[^\s,;()]+|[,;]")
_SHAPED = re.compile(r"[A-Z][A-Z/&'.\-]{0,13}\d{0,2}")
_OF_PERSONS = frozenset(("OVIP", "OTRA", "OREP", "OCON", "OEXC"))
_CAPTIONS = frozenset(("SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS", "SENSITIVE"))
_TYPOS = {"MOPPS": "MOPS", "UNDESCO": "UNESCO"}


def known(code: str) -> bool:
    """Whether a code is one of the tables', of any year."""
    return reference.tag(code, None).kind not in ("unknown", "person")


def continues(before: str, line: str) -> bool:
    """Whether a line goes on with the TAGS of the one before it.

    After a comma always; without one only where it holds nothing but words in the shape of TAGS,
    half of them known, or not more than two of them.
    """
    if before.endswith((",", ";")):
        return True
    words = line.replace(",", " ").replace(";", " ").split()
    return all(map(_SHAPED.fullmatch, words)) and (
        len(words) <= 2 or sum(map(known, words)) * 2 >= len(words)
    )


def read(text: str, *, split: bool = True) -> tuple[str, ...]:
    """Read the tags behind the label; `split=False` leaves codes that run together as they are."""
    words = _words(_BANNER.sub(" ", text), split=split)
    found: dict[str, None] = {}
    i = 0
    while i < len(words):
        word = words[i]
        i += 1
        if word in (",", ";") or word in _CAPTIONS:
            continue
        phrase = _phrase(words, i - 1)
        if phrase is not None:
            i += len(phrase) - 1
            found["".join(phrase) if phrase[0] == "COUNTER" else " ".join(phrase)] = None
            continue
        found[word] = None
        if word in _OF_PERSONS:
            name, i = _person(words, i)
            if name:
                found[name] = None
    return tuple(found)


def _words(text: str, *, split: bool) -> list[str]:
    words: list[str] = []
    for token in _TOKEN.findall(text):
        word = token.upper().strip(" .:\\")
        if word.startswith("("):
            words.append(word)
            continue
        word = _TYPOS.get(word, word)
        parts = _parted(word) if split and len(word) > 4 and not known(word) else None
        words.extend(parts or ([word] if word else []))
    return words


def _parted(word: str) -> list[str] | None:
    """Part codes that run together: four letters each, a country's two at either end."""
    for lead in (0, 2):
        rest = word[lead:]
        tail = len(rest) % 4
        if tail not in (0, 2):
            continue
        end = len(rest) - tail
        parts = [rest[i : i + 4] for i in range(0, end, 4)]
        parts = [word[:lead], *parts, rest[end:]]
        parts = [part for part in parts if part]
        if len(parts) > 1 and all(map(known, parts)):
            return parts
    return None


def _phrase(words: list[str], at: int) -> list[str] | None:
    for phrase in reference.phrases().get(words[at], ()):
        if words[at : at + len(phrase)] == phrase:
            return phrase
    return None


def _person(words: list[str], at: int) -> tuple[str, int]:
    """Read the name behind OVIP: in brackets, or the words up to the next code or comma."""
    if at < len(words) and words[at].startswith("("):
        return words[at].strip("() "), at + 1
    name: list[str] = []
    while at < len(words) and len(name) < 4 and words[at].isalpha() and not known(words[at]):
        name.append(words[at])
        at += 1
    if len(name) < 2:
        return (name[0] if name else ""), at
    return f"{name[0]}, {' '.join(name[1:])}", at
