"""A query line narrowed to, or rid of, the cables that share a value.

The line stays what a person could have typed, so that what is asked can always be seen, changed
and asked again.
"""

import re

WORD = re.compile(r"[^\W_]+")
ALTERNATIVE = re.compile(r"(?:^|\s)or(?:\s|$)", re.IGNORECASE)
LEVELS = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
QUOTED = re.compile(r'"[^"]*"')


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
