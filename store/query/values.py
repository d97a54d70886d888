"""The values a query is made of: frozen, nothing else.

Words are folded, and parted as the index parts them. A field is None for anywhere in a cable.
"""

from typing import NamedTuple, TypeAlias, Union


class Word(NamedTuple):
    """A plain word, folded: it, or another form of it, stands anywhere."""

    word: str
    forms: tuple[str, ...] = ()


class Words(NamedTuple):
    """Words that stand one after the other: folded, at least one; `field` is None for anywhere."""

    field: str | None
    words: tuple[str, ...]


class Prefix(NamedTuple):
    """The same, the last of them only the beginning of a word."""

    field: str | None
    words: tuple[str, ...]


class Near(NamedTuple):
    """Two words or more with at most `within` others between them, in this order or nearly so."""

    field: str | None
    words: tuple[str, ...]
    within: int


class Between(NamedTuple):
    """From `first` to `last`, both included, None for an open end.

    `field` is `date`, and the bounds days as numbers (20090722), or `level`, and they are ranks.
    """

    field: str
    first: int | None
    last: int | None


class Marked(NamedTuple):
    """What the reader has marked so: `kind` is starred, read, noted, tag or note.

    `part` are the words of the tag or note, None for any. See `store.query.marked`.
    """

    kind: str
    part: Union[Words, Prefix, Near, None] = None  # noqa: UP007


class Among(NamedTuple):
    """Some cables, by the keys they are held under."""

    keys: tuple[int, ...]


class Not(NamedTuple):
    """What must not be found."""

    part: "Query"


class And(NamedTuple):
    """Parts that must all be found: two or more, but for `EVERY`."""

    parts: tuple["Query", ...]


class Or(NamedTuple):
    """Parts, two or more, of which one must be found."""

    parts: tuple["Query", ...]


Query: TypeAlias = Union[Word, Words, Prefix, Near, Between, Marked, Among, Not, And, Or]  # noqa: UP007

EVERY = And(())
"""Finds every cable."""


def both(parts: list[Query]) -> Query | None:
    """Join parts that must all be found; None where there are none."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, And) else (part,))]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None
