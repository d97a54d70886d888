"""The TAGS line: codes and names, in order, each once.

What drafters and transmission did to it: no commas or some, lower case, persons' names after
OVIP and its kin (1974STATE150591), codes run together (`ETRDEINVECINPGOVCS`), captions among them.
"""

import re
from functools import cache, lru_cache

from store import reference

_BANNER = re.compile(
    r"(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE) +)?"
    r"PAGE +\d+ +[A-Z .]{2,20} +\d{3,8}(?: +\d+ +OF +\d+)?(?: +\d{6}Z)?"
)
_TOKEN = re.compile(r"[(\[][^()\[\]]*[)\]]|[(\[][^()\[\]\n]*|[^\s,;()\[\]]+|[,;]")
_PERSON = re.compile(r"[^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){0,3}, ?[^\W\d_][\w.'’\- ]*")
_SHAPED = re.compile(r"[A-Z][A-Z/&'.\-]{0,13}\d{0,2}")
_SECTIONS = re.compile(r"(?:POL|MIL|ECON|CONS)+")
_OF_PERSONS = frozenset(("OVIP", "OTRA", "OREP", "OCON", "OEXC"))
_CAPTIONS = frozenset(("SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS", "SENSITIVE"))
_ENDS = _CAPTIONS | {",", ";"}
_BEFORE_A_WORD = ("COUNTER", "ANTI", "NON")
_LONGEST_PHRASE = 3


def known(code: str) -> bool:
    """Whether a code is one of the tables', of any year."""
    return len(code) <= _LONGEST_CODE and _known(code)


_LONGEST_CODE = 40


@lru_cache(maxsize=4096)
def _known(code: str) -> bool:
    return reference.tag(code, None).kind not in ("unknown", "person")


@cache
def _leads() -> frozenset[str]:
    """Give the first words of codes of several."""
    return frozenset(code.partition(" ")[0] for code in reference.tags() if " " in code)


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


def may_be_mended(text: str) -> bool:
    """Whether a word of a TAGS text is long and no code: then reading may have to part or mend."""
    return any(len(word) > 4 and not known(word) for word in text.replace(",", " ").split())


def read(text: str, *, split: bool = True) -> tuple[str, ...]:
    """Read the tags behind the label; `split=False` leaves codes as they are spelt."""
    codes = text.upper().replace(",", " ").split()
    if all(map(known, codes)) and _leads().isdisjoint(codes):
        return tuple(dict.fromkeys(codes))  # so are most
    words = _words(_BANNER.sub(" ", text), split=split)
    found: list[str] = []
    plain: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        i += 1
        if word in _leads() and i < len(words) and known(f"{word} {words[i]}"):
            word = f"{word} {words[i]}"
            i += 1
        if word not in _ENDS and not word.startswith("(") and not known(word):
            plain.append(word)
            continue
        found += _phrases(plain) if plain != ["AND"] else ()
        plain.clear()
        if known(word):
            found.append(word)
        if word.startswith("("):
            found += _bracketed(word)
        elif word in _OF_PERSONS:
            names, i = _persons(words, i)
            found += names
    return tuple(dict.fromkeys(found + _phrases(plain)))


def captions(text: str) -> tuple[str, ...]:
    """Give the captions that got among the TAGS: `CA MX SIPDIS`."""
    named = any(map(text.upper().__contains__, _CAPTIONS))
    words = _words(text, split=False) if named else []
    return tuple(dict.fromkeys(word for word in words if word in _CAPTIONS))


def _words(text: str, *, split: bool) -> list[str]:
    words: list[str] = []
    for token in _TOKEN.findall(text):
        word = token.upper().strip(" .:\\/")
        if word.startswith(("(", "[")):
            inner = word.strip("()[] ")
            words += [f"({' '.join(inner.split())}"] if inner else []
        elif word in (",", ";"):
            words.append(word)
        elif any(map(str.isalnum, word)):
            mend = split and len(word) > 4 and not known(word)
            words.extend((_parted(word) or _respelt(word)) if mend else [word])
    return words


def _parted(word: str) -> list[str] | None:
    """Part codes that run together: four letters each, a country's two at either end.

    So are codes with a slash, stop or hyphen between them. A plain word before them ends where it
    is one (`RIGHTSPOLMIL`).
    """
    several = [part for part in _BETWEEN.split(word) if part]
    if len(several) > 1 and all(map(known, several)):
        return several
    for lead in (0, 2):
        rest = word[lead:]
        tail = len(rest) % 4
        if tail not in (0, 2, 3):
            continue
        end = len(rest) - tail
        parts = [rest[i : i + 4] for i in range(0, end, 4)]
        parts = [word[:lead], *parts, rest[end:]]
        parts = [part for part in parts if part]
        if end and len(parts) > 1 and all(map(known, parts)):
            return parts
    for size in range(4, min(len(word) - 2, _LONGEST_WORD)):
        if reference.topics().get(word[:size]) and _SECTIONS.fullmatch(word, size):
            return [word[:size], *re.findall(r"POL|MIL|ECON|CONS", word[size:])]
    return None


_LONGEST_WORD = 16
_BETWEEN = re.compile(r"[/.\-]")


def _respelt(word: str) -> list[str]:
    """Mend a code with one letter too many, where that is one code only: MOPPS is MOPS."""
    first, hyphen, rest = word.partition("-")
    if hyphen and first in _BEFORE_A_WORD and rest in reference.topics():
        return [first + rest]
    if word in reference.topics() or len(word) > _LONGEST_WORD:
        return [word]
    near = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    codes = [code for code in near if known(code)]
    return codes if len(codes) == 1 else [word]


def _phrases(words: list[str]) -> list[str]:
    """Make tags of words that are no codes: `HUMAN RIGHTS` is one, what else stands there several.

    A phrase ends with a word of those that end phrases (AFFAIRS, RIGHTS); names of persons may
    stand before it, surname first (`NOVO GUILLERMO REMON PEDRO CONSULAR AFFAIRS`).
    """
    found: list[str] = []
    start = 0
    places = [reference.topics().get(word) for word in words]
    for i, place in enumerate(places):
        short = len(words[i]) <= _SHORT and i - start < 2
        if (place == "alone" or short) and i == start:
            found.append(words[i])
            start = i + 1
        elif (place == "head" and i > start and places[i + 1 : i + 2] != ["head"]) or short:
            found += _phrase(words[start : i + 1])
            start = i + 1
    rest = words[start:]
    if len(rest) > 2 and len(rest) % 2 == 0 and not any(places[start:]):
        rest = _names(rest)
    return found + rest


_SHORT = 3


def _phrase(words: list[str]) -> list[str]:
    if words[0] in _BEFORE_A_WORD and len(words) == 2:
        return ["".join(words)]
    size = len(words)
    if size > _LONGEST_PHRASE:
        size = 2 if size % 2 == 0 else _LONGEST_PHRASE
    return [*_names(words[:-size]), " ".join(words[-size:])]


def _names(words: list[str]) -> list[str]:
    return [f"{surname}, {name}" for surname, name in zip(words[::2], words[1::2], strict=True)]


def _bracketed(word: str) -> list[str]:
    """Read the names in a bracket, surname first: `(LEVIN, CARL; REED, JACK)`."""
    names = [name.strip() for name in word.strip("(").split(";")]
    return [name for name in names if _PERSON.fullmatch(name)]


def _persons(words: list[str], at: int) -> tuple[list[str], int]:
    """Read the names behind OVIP: in a bracket, or the words up to the next code or comma."""
    if at < len(words) and words[at].startswith("("):
        name = words[at].strip("( ")
        return _bracketed(name) or ([name] if name else []), at + 1
    if words[at : at + 1] == [","] and words[at + 2 : at + 3] == [","]:
        surname, name = words[at + 1], "".join(words[at + 3 : at + 4])
        if surname.isalpha() and name.isalpha() and not known(surname) and not known(name):
            return [f"{surname}, {name}"], at + 4
    name_words: list[str] = []
    while (
        at < len(words)
        and len(name_words) < _MOST_WORDS
        and words[at].isalpha()
        and not known(words[at])
        and words[at] not in reference.topics()
    ):
        name_words.append(words[at])
        at += 1
    if len(name_words) < 2:
        return name_words, at
    if len(name_words) > 3 and len(name_words) % 2 == 0:
        return _names(name_words), at
    return [f"{name_words[0]}, {' '.join(name_words[1:])}"], at


_MOST_WORDS = 8
