"""Query lines with `or` and brackets, read by a grammar.

`or` binds less than standing side by side: `a b or c` is (a and b) or c.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import lark
from lark.lexer import Lexer

from store.errors import QueryInvalid
from store.query.line import Token
from store.query.values import Not, Or, Query, both

DEEPEST = 50
"""Brackets within brackets that are read; people write two."""

_GRAMMAR = """
?start: either
either: all (OR all)*
all: part+
?part: TERM -> term
    | MINUS part -> excluded
    | OPEN either CLOSE -> group
%declare TERM OR MINUS OPEN CLOSE
"""
_WRITTEN = {"OR": "or", "CLOSE": "the closing bracket"}
_EXPECTED = {
    "TERM": "a word, a phrase or field:value",
    "CLOSE": "a closing bracket",
    "OR": "or",
    "$END": "the end",
}


def read(tokens: Sequence[Token], length: int) -> Query:
    """Give the query of a line's tokens; `length` is the line's, for what is missing at its end."""
    _see_to_depth(tokens)
    try:
        found: Query = _parser().parse(tokens)  # type: ignore[assignment]
    except lark.UnexpectedToken as error:
        raise _invalid(error, length) from None
    return found


def _see_to_depth(tokens: Sequence[Token]) -> None:
    depth = 0
    for token in tokens:
        depth += {"OPEN": 1, "CLOSE": -1}.get(token.kind, 0)
        if depth < 0:
            raise QueryInvalid("The bracket closes nothing.", token.column, "an opening bracket")
        if depth > DEEPEST:
            raise QueryInvalid(
                f"More than {DEEPEST} brackets are open.", token.column, "fewer brackets"
            )


def _invalid(error: lark.UnexpectedToken, length: int) -> QueryInvalid:
    wanted = [text for kind, text in _EXPECTED.items() if kind in error.accepts]
    column = error.token.start_pos
    if error.token.type == "$END":
        column = length + 1
        message = "A bracket is open" if "CLOSE" in error.accepts else "Something is missing"
        message += " at the end of the line."
    else:
        message = f"Something is missing before {_WRITTEN[error.token.type]}."
    return QueryInvalid(message, column, " or ".join(wanted))


class _Tokens(Lexer):
    """Tells lark the tokens that the line was taken apart into already."""

    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, _: Any = None) -> Iterator[lark.Token]:
        for token in lexer_state:
            yield lark.Token(token.kind, token, token.column)


class _Values(lark.Transformer[lark.Token, Query]):
    """Makes the values of a query as the rules of the grammar are met."""

    def term(self, found: list[lark.Token]) -> Any:
        return found[0].value.part

    def excluded(self, found: list[Any]) -> Query:
        part: Query = found[1]
        return part.part if isinstance(part, Not) else Not(part)

    def group(self, found: list[Any]) -> Any:
        return found[1]

    def all(self, found: list[Query]) -> Query | None:
        return both(found)

    def either(self, found: list[Any]) -> Query:
        parts: list[Query] = found[::2]
        flat = [
            each for part in parts for each in (part.parts if isinstance(part, Or) else (part,))
        ]
        return Or(tuple(flat)) if len(flat) > 1 else flat[0]


@cache
def _parser() -> lark.Lark:
    return lark.Lark(_GRAMMAR, parser="lalr", lexer=_Tokens, transformer=_Values())
