"""Captions: who may see a telegram and how it is handled (5 FAH-2 H-440), one a line or run on."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from store import reference

_LONGEST = 120
_SPACED = re.compile(r"C O R R E C T E D", re.IGNORECASE)
_NSC = re.compile(r"[A-Z/]{2,20} FOR [A-Z ,/]{2,40} ONLY|[A-Z/]{2,20} CHANNEL")


@cache
def _by_first_word() -> dict[str, list[str]]:
    """Give the captions known by their first word, the longest before."""
    found: dict[str, list[str]] = {}
    for caption in sorted(reference.captions(), key=len, reverse=True):
        found.setdefault(caption.split()[0], []).append(caption)
    return found


def is_one(words: str) -> bool:
    """Whether a line is a caption, or several."""
    return len(words) <= _LONGEST and (bool(_words(words)) or _SPACED.match(words) is not None)


@lru_cache(maxsize=1024)
def _words(words: str) -> tuple[str, ...]:
    """Give the captions a line consists of, nothing else; they may run on (`SENSITIVE SIPDIS`)."""
    known = _by_first_word()
    capitals = words.upper()
    parts = capitals.replace("//", " ").replace(",", " ").split()
    found: list[str] = []
    while parts:
        rest = " ".join(parts) + " "
        caption = next((c for c in known.get(parts[0], ()) if rest.startswith(c + " ")), None)
        if caption is None:
            return (capitals,) if _NSC.fullmatch(capitals) else ()
        found.append(caption)
        del parts[: caption.count(" ") + 1]
    return tuple(found)


def among(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the captions of such lines, each once; a line of unknown ones as it is."""
    found: dict[str, None] = {}
    for words in lines:
        for caption in _words(words) or (words,):
            found[caption] = None
    return tuple(found)
