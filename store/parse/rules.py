"""Rules, lines of dashes or the like, and the headings they set off."""

import re
from typing import NamedTuple

from store.cable import Heading
from store.parse.numbering import NUMERALS, start

SIGNS = "-=_*~–—‐―─═"
"""What a rule is made of, blanks between."""

_BLANKS = r"[^\S\n]*"
_A_RULE = rf"[{SIGNS}][{SIGNS} ]+[{SIGNS}](?={_BLANKS}(?![^\n]))"
_RULE = re.compile(_A_RULE)
_HEADED = re.compile(
    rf"{_A_RULE}{_BLANKS}\n((?:{_BLANKS}\S[^\n]*\n){{1,4}}?){_BLANKS}{_A_RULE}{_BLANKS}\n?"
)
_UNDERLINED = re.compile(rf"([^\n]*)\n{_BLANKS}{_A_RULE}{_BLANKS}\n?")
_FOURS = tuple(sign * 4 for sign in "-=_*~")
_WITH_WORDS = re.compile(
    r"(?P<before>[-=_*~]{4,} )?(?P<words>[^\W\d_].{2,70}?)(?P<after> [-=_*~]{4,})?"
)
_TABLE = "   "
_LONGEST_UNDERLINED = 70


def is_rule(words: str) -> bool:
    """Whether a line is a rule: three signs or more, dashes or the like, nothing else."""
    return words[:1] in SIGNS and _RULE.fullmatch(words) is not None


class Ruled(NamedTuple):
    """What a rule amounts to: the heading it sets off, and the offset of the line below."""

    heading: Heading | None
    below: int


def rule(text: str, at: int, stop: int) -> Ruled | None:
    """Read a rule: with another below a few lines it holds a heading, alone it is nothing."""
    found = _HEADED.match(text, at, stop)
    if found is not None and _is_heading(found[1]):
        return Ruled(_heading(found[1], found.start(1)), found.end())
    alone = _RULE.match(text, at, stop)
    return Ruled(None, _next_line(text, alone.end(), stop)) if alone else None


def underlined(text: str, at: int, stop: int) -> Ruled | None:
    """Read a line with a rule right below it."""
    found = _UNDERLINED.match(text, at, stop)
    words = found[1].rstrip() if found else ""
    if found is None or _TABLE in words or len(words) > _LONGEST_UNDERLINED:
        return None
    return Ruled(_heading(words, at), found.end())


def inline(text: str, at: int, stop: int) -> Ruled | None:
    """Read `SUMMARY -------` or `------- SUMMARY -------`, a heading and its rule on one line."""
    below = _next_line(text, at, stop)
    words = text[at:below].rstrip()
    if not words.endswith(_FOURS) and not words.startswith(_FOURS):
        return None
    found = _WITH_WORDS.fullmatch(words)
    if found is None or not (found["before"] or found["after"]) or _TABLE in words:
        return None
    return Ruled(Heading(found["words"], at + found.start("words"), at + found.end("words")), below)


def behind_words(text: str) -> list[int]:
    """Give where the lines begin that may hold words and then a rule."""
    found = []
    for four in _FOURS:
        at = text.find(f" {four}") if four[0] in text else -1
        while at >= 0:
            found.append(text.rfind("\n", 0, at) + 1)
            end = text.find("\n", at)
            at = text.find(f" {four}", end) if end >= 0 else -1
    return sorted(found)


def _is_heading(lines: str) -> bool:
    """Whether the lines between two rules can be a heading: no rule, table or paragraph."""
    if is_rule(lines[: lines.find("\n")].strip()):
        return False
    for line in map(str.strip, lines[:-1].split("\n")):
        if _TABLE in line or (line[0] in NUMERALS and start(line) is not None):
            return False
    return True


def _heading(words: str, at: int) -> Heading:
    begin = at + len(words) - len(words.lstrip())
    return Heading(" ".join(words.split()), begin, at + len(words.rstrip()))


def _next_line(text: str, at: int, stop: int) -> int:
    end = text.find("\n", at, stop)
    return end + 1 if end >= 0 else stop
