"""What a list, and the sentence of a hit, take from the document of a cable.

Apart from `store.holdings.record`, which knows all the values there are in one: a search goes
without them.
"""

import json
from typing import Any

from store.row import Prose, Row, Stretch
from store.severity import SERIOUS

ORDER = "order"
"""The key of the list: later cables have greater ones, and no two cables share one."""

KEYS = ("id", ORDER, "date", "origin", "level")
"""The fields of a record that have an index."""

VERSION = "version"
"""The key of a cable's version: what a library adds, not the one who reads the cable."""

WORDS_AND_END = slice(4, 6)
"""Where a paragraph's row has the offsets of its prose."""

START_AND_END = slice(0, 2)
"""Where a page break's row has its offsets."""


def to_row(key: int, record: dict[str, Any]) -> Row:
    """Give what a list shows of a document."""
    return Row(
        key,
        record["id"],
        record.get("date"),
        record.get("origin"),
        record.get("level"),
        record.get("subject"),
        record.get(VERSION, 1),
        serious=any(found[0] in SERIOUS for found in record.get("findings", ())),
    )


def glance(record: dict[str, Any]) -> str:
    """Write what a list shows of a document, whole but for the key, as JSON."""
    return json.dumps(to_row(0, record)[1:], separators=(",", ":"))


def glanced(key: int, glance: str) -> Row:
    """Read what `glance` wrote."""
    return Row(key, *json.loads(glance))


def prose(record: dict[str, Any], text: str) -> Prose:
    """Give what the sentence of a hit is made from: of a document, and its text as received."""
    return Prose(
        text,
        record.get("subject") or "",
        [Stretch(*row[WORDS_AND_END]) for row in record.get("paragraphs", ())],
        [Stretch(*row[START_AND_END]) for row in record.get("page_breaks", ())],
    )
