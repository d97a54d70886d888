"""Words as a search knows them: case and accents folded, parted by what is no letter or digit."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

WORD = re.compile(r"[^\W_]+")
_FEW = 12
"""So many characters are replaced one by one, each in a hundredth of the time of a table."""
_PARAGRAPH = "¶"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

SHORT = 2
"""Beginnings of so many letters, or fewer, are terms of the index: one begins 10,000s of words."""
_ENGLISH = (
    "acc act add adm all app ass att bar bra bri can car cha che chi com con cor cou cri dec"
    " del dem dep des dev dis eve exc exp ext fin for fre gen gov gra gro imp inc ind inf ins"
    " int inv man mar mee mem mil min mis mon nat not off ope opp out ove par per pla pol pos"
    " pre pri pro pub rec ref reg rel rem rep res ret rev sec ser sta str sub sup the tra uni"
)
MANY = frozenset(_ENGLISH.split())
"""So are those of three letters that begin the most words in English.

Each such term costs an import time with every cable; any other beginning of three letters begins
few enough words to look through.
"""
_FIRST_THREE = itemgetter(slice(3))
_FIRST_TWO = itemgetter(slice(2))
_FIRST = itemgetter(0)
_SPACED = bytes(
    code if code >= 0x80 else ord(chr(code).lower()) if chr(code).isalnum() else 0x20
    for code in range(256)
)
"""ASCII letters lowered and what is no letter or digit blanked; the rest of UTF-8 as it is."""
_JOINED = ("id", "post", "ref")


def words(text: str) -> tuple[str, ...]:
    """Take a text apart into folded words, as the index does."""
    return tuple(spaced(text).split())


def spaced(text: str) -> str:
    """Fold a text and put blanks in the place of all that is no letter or digit."""
    text = text.replace(_PARAGRAPH, " ")
    if not text.isascii():
        changed = {ord(c): _spaced_character(c) for c in set(_NOT_ASCII.findall(text))}
        text = _changed(text, changed)
    return text.encode().translate(_SPACED).decode()


def fold(text: str) -> str:
    """Take case and accents away; ASCII text keeps its length."""
    return text.lower() if text.isascii() else _folded(text, _beyond_ascii(text))


def alike(text: str) -> str:
    """Take case and accents away where that keeps the length, so that offsets stay true."""
    folded = {c: _folded_character(c) for c in _beyond_ascii(text)}
    same = {ord(c): plain for c, plain in folded.items() if len(plain) == 1 and plain != c}
    return _changed(text, same).lower()


def joined(field: str, words: Sequence[str]) -> str:
    """Spell the words of a whole value as the index does: an id, a post without blanks."""
    return ("" if field in _JOINED else " ").join(words)


def short(plain: str) -> str:
    """Give how the words of a `spaced` text begin, as far as the index has terms for it."""
    three = set(map(_FIRST_THREE, plain.split()))
    two = set(map(_FIRST_TWO, three))
    return " ".join((three & MANY) | two | set(map(_FIRST, two)))


def is_short(beginning: str) -> bool:
    """Whether a folded beginning of a word is a term of the index."""
    return len(beginning) <= SHORT or beginning in MANY


def folded(text: str) -> tuple[str, list[int] | None]:
    """Fold, and give for each place in the result its offset in `text`; None for the same."""
    if text.isascii():
        return text.lower(), None
    beyond = _beyond_ascii(text)
    plain = _folded(text, beyond)
    if all(len(_folded_character(character)) == 1 for character in beyond):
        return plain, None
    lengths = (1 if c.isascii() else len(_folded_character(c)) for c in text)
    offsets = [at for at, length in enumerate(lengths) for _ in range(length)]
    return plain, [*offsets, len(text)]


def _beyond_ascii(text: str) -> set[str]:
    """Give the characters of a text that may need folding.

    Many a cable has but the sign before its paragraphs; without it there is nothing to look for.
    """
    rest = text.replace(_PARAGRAPH, "")
    return set() if rest.isascii() else set(_NOT_ASCII.findall(rest))


def _folded(text: str, beyond: set[str]) -> str:
    text = _changed(text, {ord(c): plain for c in beyond if (plain := _folded_character(c)) != c})
    # What is left of capitals is ASCII, and bytes are lowered ten times as fast.
    return text.encode(errors="surrogatepass").lower().decode(errors="surrogatepass")


def _changed(text: str, characters: dict[int, str]) -> str:
    if len(characters) > _FEW:
        return text.translate(characters)
    for code, plain in characters.items():
        text = text.replace(chr(code), plain)
    return text


@lru_cache(maxsize=4096)
def _spaced_character(character: str) -> str:
    return "".join(part if part.isalnum() else " " for part in _folded_character(character))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    """Fold until nothing changes, so that it does not matter which character comes first.

    What tantivy and Python may disagree about comes to the same for both: marks, some of them
    vowel signs, are dropped; a symbol is a blank, and so is what this Python does not know yet.
    """
    plain = unicodedata.normalize("NFKD", character).casefold()
    plain = "".join(part for part in plain if unicodedata.category(part)[0] != "M")
    if plain == character and unicodedata.category(character) in ("Cn", "So"):
        return " "
    return plain if plain == character else "".join(map(_folded_character, plain))
