"""What the reader asked: one line of text to a small tree of values, and where it stands in a text.

A line is words, "phrases" and field:value, all of which a cable must match. Case and accents do
not count; punctuation parts words, so `bit-torrent` is the phrase `bit torrent`.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.errors import QueryInvalid

FIELDS = {
    "id": "id",
    "subject": "subject",
    "body": "body",
    "origin": "origin",
    "date": "date",
    "level": "level",
    "tag": "tag",
    "tags": "tag",
}
"""Fields by the names a line may call them."""

IN_TEXT = (None, "subject", "body")
"""Fields whose words can be shown in a cable's text."""


class Words(NamedTuple):
    """Words that stand one after the other: folded, at least one; `field` is None for anywhere."""

    field: str | None
    words: tuple[str, ...]


class All(NamedTuple):
    """Parts that must all be found."""

    parts: tuple[Words, ...]


Query = All


def parse(line: str) -> Query:
    """Read a query line; QueryInvalid says at which column, and what is expected there."""
    parts = tuple(_parts(line))
    if not parts:
        raise QueryInvalid("There is nothing to search for.", 1, "a word, a phrase or field:value")
    return All(parts)


def words(text: str) -> tuple[str, ...]:
    """Take a text apart into folded words, as the index does."""
    return tuple(WORD.findall(fold(text)))


def fold(text: str) -> str:
    """Take case and accents away; ASCII text keeps its length."""
    return text.lower() if text.isascii() else NOT_ASCII.sub(_folded_match, text).lower()


def spans(query: Query, text: str, skip: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Find where a query's words and phrases stand in `text`: ascending, none within another.

    `skip` are spans that are read over, as a page break in the middle of a phrase.
    """
    folded, offsets = _folded(text)
    for start, end in skip:
        first, last = _position(offsets, start), _position(offsets, end)
        folded = folded[:first] + " " * (last - first) + folded[last:]
    found: set[tuple[int, int]] = set()
    for part in query.parts:
        if part.field in IN_TEXT:
            found.update(match.span() for match in _pattern(part.words).finditer(folded))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    if offsets is None:
        return kept
    return [(offsets[start], offsets[end]) for start, end in kept]


WORD = re.compile(r"[^\W_]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
PART = re.compile(
    r'\s*(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>\S+))?'
)


def _parts(line: str) -> Iterator[Words]:
    position = 0
    while line[position:].strip():
        match = PART.match(line, position)
        assert match  # noqa: S101 - every group of the pattern is optional
        yield from _part(match)
        position = match.end()


def _part(match: re.Match[str]) -> Iterator[Words]:
    name, phrase, word = match["field"], match["phrase"], match["word"]
    field = None if name is None else _field(name, match.start("field") + 1)
    if phrase is not None and not match["close"]:
        raise QueryInvalid(
            "A quotation is not closed.", match.start("phrase"), 'a closing quotation mark (")'
        )
    value = words(phrase if phrase is not None else word or "")
    if value:
        yield Words(field, value)
    elif name is not None:
        raise QueryInvalid(f"{name}: has no value.", match.end("field") + 2, "a word or a phrase")


def _field(name: str, column: int) -> str:
    field = FIELDS.get(name.lower())
    if field is None:
        nearest = min(FIELDS, key=lambda known: _distance(known, name.lower()))
        raise QueryInvalid(
            f"There is no field {name}; the nearest is {nearest}.",
            column,
            "one of " + ", ".join(dict.fromkeys(FIELDS.values())),
        )
    return field


def _distance(one: str, other: str) -> int:
    """Count the letters to insert, drop or change to make one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != against))
    return row[-1]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match whole words in a folded text.

    What may not stand before the first is looked for behind it, so that the pattern begins with
    letters: a search for letters is ten times as fast.
    """
    first = re.escape(words[0])
    between = r"[\W_]+"
    return re.compile(
        rf"{first}(?<![^\W_]{first}){''.join(between + word for word in words[1:])}(?![^\W_])"
    )


def _folded_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in plain if not unicodedata.combining(part))


def _folded_match(match: re.Match[str]) -> str:
    return _folded_character(match[0])


def _folded(text: str) -> tuple[str, list[int] | None]:
    """Fold, and give for each place in the result its offset in `text`; None for the same."""
    folded = fold(text)
    if all(len(_folded_character(c)) == 1 for c in set(NOT_ASCII.findall(text))):
        return folded, None
    lengths = (1 if c.isascii() else len(_folded_character(c)) for c in text)
    offsets = [at for at, length in enumerate(lengths) for _ in range(length)]
    return folded, [*offsets, len(text)]


def _position(offsets: list[int] | None, offset: int) -> int:
    """Give the place in a folded text of an offset in the original."""
    return offset if offsets is None else bisect_left(offsets, offset)
