"""The fields of the index, and how their texts are taken apart."""

from typing import Any

import tantivy

FORMAT = 7
"""Counts the changes of what is below, so that an index of another form is built anew."""

LONGEST_WORD = 255
TEXT = ("subject", "body", "origin", "from", "to", "in")
"""Fields of words, which have positions."""
EXACT = ("id", "post", "ref", "tag", "caption", "portion", "level")
"""Fields of whole values."""
TAGS = (*(f"by_tag_{place}" for place in range(6)), "by_tag_more")
"""The first tags of a cable have a column each, the rest one together: to count a column with one
value a cable takes a third of the time."""
FACETS = {
    "level": ("by_level",),
    "origin": ("by_origin",),
    "tag": TAGS,
    "year": ("year",),
    "month": ("month",),
}
"""Fields that are counted by value, and the columns that have the values as people read them."""
NUMBERS = ("moment", "rank", "year", "month")


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", indexed=True, fast=True)
    for name in TEXT:
        builder.add_text_field(name, tokenizer_name="words")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("short", tokenizer_name="words", index_option="basic")
    for name in (column for columns in FACETS.values() for column in columns):
        if name not in NUMBERS:
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True)
    return builder.build()


SCHEMA = _schema()
ANALYZERS = {
    "words": tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    .filter(tantivy.Filter.remove_long(LONGEST_WORD))
    .build(),
}
"""How texts are taken apart: entries come as the words of a query, with blanks between."""
