"""The other forms of an English word: `raid` is also raids, raided, raiding.

Made by rule when a word is asked for, so that the index holds each word as it stands and once.
Forms that no one writes cost nothing: no cable has them. Irregular verbs are left as they are.
"""

import re

_PLAIN = re.compile(r"[a-z]{3,}")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
"""A word that doubles its last letter before -ed and -ing: plan, planned; not raid, not visit."""
_HISSES = ("s", "x", "z", "ch", "sh")
_NO_FORM = frozenset(
    {"being", "during", "has", "its", "news", "series", "species", "this", "thus", "was"}
)
_SHORTEST = 3


def forms(word: str) -> tuple[str, ...]:
    """Give the other forms of a folded word, in order of the alphabet; none but of plain letters.

    `policies` gives policy and its forms; `meeting` gives meetings and meet, for it may be either.
    """
    if not _PLAIN.fullmatch(word) or word in _NO_FORM:
        return ()
    bases = {base for base in _bases(word) if len(base) >= _SHORTEST and _VOWEL.search(base)}
    found = bases | {form for base in bases or {word} for form in _inflected(base)}
    if word.endswith("ing"):
        found.add(word + "s")
    return tuple(sorted(found - {word}))


def _bases(word: str) -> set[str]:
    """Give the words that this one may be a form of."""
    if word.endswith(("ies", "ied")):
        return {word[:-3] + "y"} if len(word) > len("ties") else {word[:-1]}
    if word.endswith("ing") and _VOWEL.search(word[:-3]):
        return _verbs(word[:-3])
    if word.endswith("eed"):
        return {word[:-1]}
    if word.endswith("ed"):
        return _verbs(word[:-2])
    if word.endswith("es") and word[:-2].endswith(_HISSES):
        return {word[:-2], word[:-1]}
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return {word[:-1]}
    return set()


def _verbs(stem: str) -> set[str]:
    """Give the verbs whose -ed or -ing begins with `stem`: plann, arriv, raid."""
    if stem[-2:-1] == stem[-1:] and _SHORT.fullmatch(stem[:-1]):
        return {stem[:-1]}
    return {stem + "e"} if _SHORT.fullmatch(stem) else {stem, stem + "e"}


def _inflected(base: str) -> tuple[str, ...]:
    """Give -s, -ed and -ing of a word."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    plural = base + ("es" if base.endswith(_HISSES) else "s")
    if base.endswith("e"):
        stem = base if base.endswith(("ee", "ye", "oe")) else base[:-1]
        return plural, base + "d", stem + "ing"
    stem = base + base[-1] if _SHORT.fullmatch(base) else base
    return plural, stem + "ed", stem + "ing"
