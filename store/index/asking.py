"""A query as tantivy is asked it.

Where results come by relevance, a word as it was typed weighs more than its other forms, and in
the subject more than in the text; what names no word of the text (a date, a level) weighs nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import tantivy
from tantivy import Occur

from store.index.schema import SCHEMA, TEXT
from store.query import And, Between, Near, Not, Or, Prefix, Query, Word, Words
from store.query.values import Among
from store.query.words import is_short, joined

IN_SUBJECT = 2.0
OTHER_FORM = 0.3
LONGEST_BEGINNING = 900
"""Bytes: tantivy takes no pattern of 1,000; no word has so many, nor an id or a tag."""
MOMENTS_A_DAY = 1_000_000
"""A moment is a day as a number with six digits of time behind it."""


def asked(query: Query) -> Any:
    """Give tantivy's form of a query."""
    match query:
        case And(parts):
            return _all(parts)
        case Or(parts):
            return _any(asked(part) for part in parts)
        case Not():
            return _all((query,))
        case Between():
            return _silent(_between(query))
        case Among(keys):
            return _silent(tantivy.Query.term_set_query(SCHEMA, "key", list(keys)))
        case Word() | Words(None) | Prefix(None) | Near(None):
            return _somewhere(query)
        case Words(str(field), words):
            return _in(field, _phrase(field, words))
        case Prefix(str(field), words):
            return _in(field, _prefix(field, words))
        case Near(str(field), words, within):
            return _in(field, _near(field, words, within))
    raise TypeError(query)


def _somewhere(query: Query) -> Any:
    match query:
        case Word(word, forms):
            others = [_term(field, form) for form in forms for field in ("body", "subject")]
            return _any(
                [_anywhere((word,), _phrase), *(_boost(OTHER_FORM, each) for each in others)]
            )
        case Words(None, words):
            return _anywhere(words, _phrase)
        case Prefix(None, (word,)) if is_short(word):
            # One letter begins a tenth of all words there are: too many to look through.
            return _any((_silent(_term("short", word)), _anywhere((word,), _phrase)))
        case Prefix(None, words):
            return _any((_anywhere(words, _prefix), _phrase("body", words)))
        case Near(None, words, within):
            return _any(_near(field, words, within) for field in ("body", "subject"))
    raise TypeError(query)


def _all(parts: Sequence[Query]) -> Any:
    clauses = [
        (Occur.MustNot, asked(part.part)) if isinstance(part, Not) else (Occur.Must, asked(part))
        for part in parts
    ]
    if all(isinstance(part, Not) for part in parts):
        clauses.append((Occur.Must, tantivy.Query.all_query()))
    return tantivy.Query.boolean_query(clauses)


def _any(queries: Iterable[Any]) -> Any:
    every = list(queries)
    if len(every) == 1:
        return every[0]
    return tantivy.Query.boolean_query([(Occur.Should, query) for query in every])


def _anywhere(words: Sequence[str], made: Any) -> Any:
    """Look in the text, the subject and the id; a subject weighs more."""
    subject = _boost(IN_SUBJECT, made("subject", words))
    return _any((made("body", words), subject, _silent(made("id", words))))


def _in(field: str, query: Any) -> Any:
    return query if field in ("subject", "body") else _silent(query)


def _phrase(field: str, words: Sequence[str]) -> Any:
    """Look for words that follow one another, or for a whole value."""
    if field not in TEXT:
        return _term(field, joined(field, words))
    if len(words) == 1:
        return _term(field, words[0])
    return tantivy.Query.phrase_query(SCHEMA, field, list(words))


def _prefix(field: str, words: Sequence[str]) -> Any:
    """Look for the beginning of a word, or of a value; none begins with more than is looked for."""
    parts = words if field in TEXT else (joined(field, words),)
    if any(len(part.encode()) > LONGEST_BEGINNING for part in parts):
        return tantivy.Query.empty_query()
    beginning = f"{parts[-1]}.*"
    if len(parts) > 1:
        return tantivy.Query.regex_phrase_query(SCHEMA, field, [*parts[:-1], beginning])
    return tantivy.Query.regex_query(SCHEMA, field, beginning)


def _near(field: str, words: Sequence[str], within: int) -> Any:
    if field not in TEXT:
        return _phrase(field, words)
    return tantivy.Query.phrase_query(SCHEMA, field, list(words), within)


def _between(query: Between) -> Any:
    first, last = query.first, query.last
    if query.field == "date":
        first = (first or 0) * MOMENTS_A_DAY
        last = None if last is None else (last + 1) * MOMENTS_A_DAY - 1
    name = "moment" if query.field == "date" else "rank"
    return tantivy.Query.range_query(SCHEMA, name, tantivy.FieldType.Integer, first, last)


def _term(field: str, value: str) -> Any:
    return tantivy.Query.term_query(SCHEMA, field, value)


def _boost(factor: float, query: Any) -> Any:
    return tantivy.Query.boost_query(query, factor)


def _silent(query: Any) -> Any:
    return tantivy.Query.const_score_query(query, 0.0)
