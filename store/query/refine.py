"""A query line narrowed to, or rid of, the cables that share a value.

The line stays what a person could have typed, so that what is asked can always be seen, changed
and asked again.
"""

import re
from collections.abc import Callable

MOST = 20
WORD = re.compile(r"[^\W_]+")
ALTERNATIVE = re.compile(r"(?:^|\s)or(?:\s|$)", re.IGNORECASE)
LEVELS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
QUOTED = re.compile(r'"[^"]*"')
PART = re.compile(r'"[^"]*"?|[()]|\s+|[^\s"()]+')
"""A quotation, also one that is not closed, a bracket, blanks, or anything else."""


def term(field: str, value: str) -> str:
    """Write a value of a field as a part of a query line: `origin:"Embassy Moscow"`.

    A level alone finds it whatever its controls; with them it stands in quotes, which make it
    exact.
    """
    value = value.replace('"', " ")
    if field == "level" and value in LEVELS:
        return f"level:{value.replace(' ', '-')}"
    plain = field != "level" and WORD.fullmatch(value)
    return f"{field}:{value}" if plain else f'{field}:"{value}"'


def narrowed(line: str, term: str) -> str:
    """Keep only the cables a term finds; a line that excludes them asks for them instead."""
    return _with(line, term, f"-{term}")


def excluded(line: str, term: str) -> str:
    """Leave out the cables a term finds; a line that asks for them leaves them out instead."""
    return _with(line, f"-{term}", term)


def terms(line: str) -> list[str]:
    """Part a line into the terms that a cable must all match, as they stand in it.

    What stands in brackets is one term, and so is a line of alternatives.
    """
    if ALTERNATIVE.search(QUOTED.sub("", line)) and not _whole(line.strip()):
        return [line.strip()]
    found, depth = [""], 0
    for part in PART.findall(line):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part.isspace() and depth <= 0:
            found.append("")
        else:
            found[-1] += part
    return [each for each in found if each]


def vain(line: str, finds: Callable[[str], int]) -> list[str]:
    """Give those of several terms that find nothing by themselves, of the first `MOST` at most.

    `finds` counts what a term finds.
    """
    several = [each for each in terms(line) if WORD.search(each) and each[0] != "-"][:MOST]
    return [each for each in several if not finds(each)] if len(several) > 1 else []


def without(line: str, term: str) -> str:
    """Take a term, as `terms` gives it, out of a line; of two alike the last."""
    kept = terms(line)
    if term in kept:
        del kept[len(kept) - 1 - kept[::-1].index(term)]
    return " ".join(kept)


def _with(line: str, part: str, against: str) -> str:
    kept = re.sub(rf"(?:^|(?<=\s)){re.escape(against)}(?=\s|$)", "", line)
    if re.search(rf"(?:^|\s){re.escape(part)}(?:\s|$)", kept):
        return kept.strip()
    if ALTERNATIVE.search(QUOTED.sub("", kept)) and not _whole(kept.strip()):
        kept = f"({kept.strip()})"
    return f"{kept.rstrip()} {part}".strip()


def _whole(line: str) -> bool:
    """Whether alternatives stand only inside brackets."""
    outside, depth = [], 0
    for character in QUOTED.sub("", line):
        depth += {"(": 1, ")": -1}.get(character, 0)
        outside.append(" " if depth > 0 else character)
    return not ALTERNATIVE.search("".join(outside))
