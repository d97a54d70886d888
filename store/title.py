"""A subject in the letters of a title: `Back to the Future? Qadhafi Calls for Change`.

Drafters wrote subjects in capitals. What stays so are abbreviations: those known, and whatever has
no vowel (`MTCR`).
"""

import re
from functools import cache

import seeds

_SMALL = frozenset(
    [
        *("a", "an", "and", "as", "at", "but", "by", "for", "if", "in", "of", "on", "or", "the"),
        *("to", "v", "via", "vs"),
    ]
)
_SHORTENED = frozenset(("DR", "FT", "JR", "MR", "MRS", "MS", "MT", "SR", "ST", "ND", "RD", "TH"))
_ENDINGS = frozenset(("D", "ED", "ER", "ERS", "ING", "LL", "M", "RE", "S", "T", "VE"))
_PARTS = re.compile(r"([-/–—]+)")
_CORE = re.compile(r"([^\w]*)(.*?)([^\w]*)", re.DOTALL)
_APOSTROPHE = re.compile(r"(['’])")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|S)")
_ROMAN = re.compile(r"(?=..)X{0,2}(?:IX|IV|V?I{0,3})")
_GOVERNMENT = re.compile(r"GO[BCEFHIJKLMNRSUVYZ]")
_BEGINS_ANEW = (":", ".", "?", "!", ";", "-", "–", "—")


def title(subject: str) -> str:
    """Write a subject that stands in capitals in the letters of a title; another as it is."""
    words = subject.split()
    if not subject.isupper():
        return " ".join(words)
    found: list[str] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else ":"
        anew = before.endswith(_BEGINS_ANEW) and not _is_abbreviated(before)
        edge = anew or number == len(words) - 1 or not word[0].isalnum()
        found.append(_written(word, keeps_capital=edge))
    return " ".join(found)


def _is_abbreviated(word: str) -> bool:
    """Whether the stop of a word ends no sentence: `U.S.`, `Mr.`, `vs.`."""
    bare = word.rstrip(".")
    return word.endswith(".") and ("." in bare or bare in _SHORTENED or bare.lower() in _SMALL)


def _written(word: str, *, keeps_capital: bool) -> str:
    """Write a word: each part of a compound (`US-EU`, `SLA/U`) by itself."""
    parts = _PARTS.split(word)
    joined = any(_is_acronym(_bare(part), joined=False) for part in parts[::2])
    in_brackets = word.startswith("(") and word.rstrip(",.:;").endswith(")")
    for at in range(0, len(parts), 2):
        inner = at > 0 or len(parts) > 1
        found = _CORE.fullmatch(parts[at])
        if found is None:
            continue
        lead, core, tail = found.groups()
        if core.lower() in _SMALL and not (keeps_capital and at == 0) and (at or not inner):
            core = core.lower()
        else:
            core = _cased(core, joined=(joined and inner) or in_brackets)
        parts[at] = lead + core + tail
    return "".join(parts)


def _bare(part: str) -> str:
    return part.strip(".,:;?!\"'()[]“”’").partition("'")[0].partition("’")[0]


def _cased(core: str, *, joined: bool) -> str:
    """Write a word, with what an apostrophe parts from it: `GOL's`, `O'Brien`."""
    head, *rest = _APOSTROPHE.split(core)
    ends = (end.lower() if end in _ENDINGS else _plain(end, joined=joined) for end in rest)
    return "".join((_plain(head, joined=joined), *ends))


def _plain(core: str, *, joined: bool) -> str:
    if _is_acronym(core, joined=joined):
        return core
    if core[:-1] and core.endswith("S") and _is_acronym(core[:-1], joined=False) and core[2:]:
        return core[:-1] + "s"
    if _ORDINAL.fullmatch(core):
        return core.lower()
    if core.startswith("MC") and len(core) > len("MCXXX"):
        return "Mc" + core[2:].capitalize()
    return core if any(map(str.isdigit, core)) else core.capitalize()


def _is_acronym(core: str, *, joined: bool) -> bool:
    """Whether a word is an abbreviation; `joined` to one, what else is a word may be one too."""
    if core in _SHORTENED or not core:
        return False
    place = _acronyms().get(core)
    if place is not None:
        return joined or place == "always"
    if "." in core or _ROMAN.fullmatch(core) or _GOVERNMENT.fullmatch(core):
        return True
    return core.isalpha() and len(core) > 1 and not set(core) & set("AEIOUYÀÁÂÄÉÈÊÍÓÖÚÜ")


@cache
def _acronyms() -> dict[str, str]:
    return dict(seeds.table("acronyms"))
