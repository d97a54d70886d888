"""The parts of a query that ask for the reader's own marks, and settling them.

Neither the index nor a cable knows of marks: before a query goes to the index, each such part is
replaced by the cables that have the mark.
"""

from collections.abc import Callable, Iterable

from store.query.spans import found
from store.query.values import Among, And, Marked, Not, Or, Prefix, Query
from store.query.words import words


def settled(query: Query, keys: Callable[[Marked], Iterable[int]]) -> Query:
    """Give the query with the cables that `keys` gives in the place of each mark asked for."""
    match query:
        case And(parts):
            return And(tuple(settled(part, keys) for part in parts))
        case Or(parts):
            return Or(tuple(settled(part, keys) for part in parts))
        case Not(part):
            return Not(settled(part, keys))
        case Marked():
            return Among(tuple(keys(query)))
    return query


def matches(sought: Marked, text: str, *, whole: bool = False) -> bool:
    """Whether a note, or a tag as a `whole`, is one that was sought."""
    part = sought.part
    if part is None:
        return True
    if not whole:
        return next(found(part, text), None) is not None
    has = words(text)
    if isinstance(part, Prefix):
        *first, last = part.words
        return has[: len(first)] == tuple(first) and any(
            each.startswith(last) for each in has[len(first) : len(first) + 1]
        )
    return has == part.words
