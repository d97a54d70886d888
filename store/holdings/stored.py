"""A cable as its rows have it, to be read by whichever process has the time."""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from store.documents.rows import unpack

if TYPE_CHECKING:
    from store.cable import Cable


class Stored(NamedTuple):
    """What the rows of a cable hold, cheap to hand from one process to another.

    `record` and `source` are JSON objects, as in `store.holdings.prepared`; `packed` the bytes as
    received, None where they are gone.
    """

    key: int
    record: str
    source: str
    packed: bytes | None


def cable(stored: Stored) -> "Cable":
    """Build a cable, unchecked, with its text as far as it can be had.

    Raises KeyError, TypeError, IndexError, ValueError for a record that is damaged.
    """
    from store.holdings.record import from_record

    text = spelt(json.loads(stored.source), unpack(stored.packed) or b"", "replace")
    return from_record(json.loads(stored.record), text)


def spelt(source: dict[str, Any], raw: bytes, errors: str) -> str:
    """Give the text of a source: the bytes decoded, unless they do not spell it."""
    return str(source["text"]) if "text" in source else raw.decode(source["encoding"], errors)
