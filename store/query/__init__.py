"""What the reader asked: one line of text to a small tree of values, and where it stands in a text.

A line is terms, all of which a cable must match: words, "phrases", `pri*`, `"release group"~5`
(near) and `field:value`; `-` before a term excludes it, `or` and brackets part and join. Case and
accents do not count; punctuation parts words, so `bit-torrent` is the phrase `bit torrent`. A
plain word finds its other forms too; in quotes or behind a field it is exact. `is:starred`,
`tag:mine/…` and `note:…` ask for the reader's own marks; see `store.query.marked`.
"""

from store.query.line import parse
from store.query.spans import spans
from store.query.values import EVERY, And, Between, Near, Not, Or, Prefix, Query, Word, Words
from store.query.words import fold, words

__all__ = [
    "EVERY",
    "And",
    "Between",
    "Near",
    "Not",
    "Or",
    "Prefix",
    "Query",
    "Word",
    "Words",
    "fold",
    "parse",
    "spans",
    "words",
]
