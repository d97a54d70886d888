"""Reading a query line.

Terms side by side are read here; a line with `or` or brackets is handed to `store.query.grammar`,
whose parser is loaded for such lines alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.errors import QueryInvalid
from store.query.terms import term
from store.query.values import EVERY, Not, Query, both

LONGEST = 10_000
"""Characters of the longest line that is read; what is longer was not typed."""

_TOKEN = re.compile(
    r"\s*(?:(?P<OR>or(?![^\s()]))|(?P<OPEN>\()|(?P<CLOSE>\))|(?P<MINUS>-(?=[^\s)]))"
    r"|(?P<TERM>(?:(?P<field>[^\W\d_]+):(?P<op>[<>]=?)?)?"
    r'(?:"(?P<phrase>[^"]*)(?P<close>"?)(?:~(?P<near>\w*))?|(?P<word>[^\s()"]*))))',
    re.IGNORECASE,
)
"""One token, with the blanks before it; at the end of a line, a term without a letter."""


class Token(NamedTuple):
    """A part of a line: its kind by the groups of the pattern, its column, a TERM's meaning."""

    kind: str
    column: int
    part: Query | None = None


def parse(line: str, *, typing: bool = False) -> Query:
    """Read a query line; QueryInvalid says at which column, and what is expected there.

    While a line is still `typing`, the word at its end counts as the beginning of one, what is
    open there as closed, and what waits for more as not yet said; nothing said finds every cable.
    """
    if len(line) > LONGEST:
        raise QueryInvalid(f"The line has more than {LONGEST:,} characters.", LONGEST, "its end")
    tokens = list(_tokens(line, len(line) if typing else None))
    if typing:
        tokens = _so_far(tokens, len(line))
    if not tokens and typing:
        return EVERY
    if not tokens:
        raise QueryInvalid("There is nothing to search for.", 1, "a word, a phrase or field:value")
    if any(token.kind not in ("TERM", "MINUS") for token in tokens):
        from store.query.grammar import read

        return read(tokens, len(line))
    return _plain(tokens)


def _so_far(tokens: list[Token], length: int) -> list[Token]:
    """Leave out what waits for more at the end of a line, and close the brackets open there."""
    while tokens and tokens[-1].kind in ("OR", "OPEN", "MINUS"):
        tokens = tokens[:-1]
    kinds = [token.kind for token in tokens]
    return tokens + [Token("CLOSE", length + 1)] * (kinds.count("OPEN") - kinds.count("CLOSE"))


def _plain(tokens: list[Token]) -> Query:
    parts: list[Query] = []
    excluded = False
    for token in tokens:
        if token.part is None:
            excluded = not excluded
        else:
            parts.append(Not(token.part) if excluded else token.part)
            excluded = False
    found = both(parts)
    assert found is not None  # noqa: S101 - a MINUS never stands last
    return found


def _tokens(line: str, open_at: int | None) -> Iterator[Token]:
    """Take a line apart; terms without a letter or digit are left out, with what excludes them."""
    held: list[Token] = []
    position = 0
    while position < len(line):
        match = _TOKEN.match(line, position)
        assert match  # noqa: S101 - every part of the pattern can be empty
        position = match.end()
        kind = str(match.lastgroup)
        if kind == "MINUS":
            held.append(Token(kind, match.start(kind) + 1))
            continue
        part = term(match, open_at) if kind == "TERM" else None
        if part is not None or kind != "TERM":
            yield from held
            yield Token(kind, match.start(kind) + 1, part)
        held = []
