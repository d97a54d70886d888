"""Every source that a library holds, in the order they came in, with the record that names it."""

import re
from collections.abc import Iterator
from typing import Any

from store.holdings import Holdings
from store.verify import rows
from store.verify.check import Kept, SourceRow

COLUMNS = "document, raw, size"
_NUMBER = re.compile(r',"text":(\d{1,18})[^{}\[\]]{0,60}\}$')


def number(document: Any) -> int | None:
    """Read the number of its source off the end of a record; None where it names none."""
    found = _NUMBER.search(document) if isinstance(document, str) else None
    return int(found[1]) if found else None


def in_order(held: Holdings, lost: list[int]) -> Iterator[list[Kept]]:
    """Give all sources to be read anew, some at a time; `lost` gets those that cannot be read."""
    tables = (held.superseded.rows, held.cables.rows)
    named: tuple[dict[int, int], ...] = ({}, {})
    for shelf, by_source in zip(tables, named, strict=True):
        for found in rows.each(shelf, "document", []):
            texts = ((number(document), row) for row, document in found)
            by_source.update((text, row) for text, row in texts if text is not None)
    for found in rows.each(held.sources.rows, COLUMNS, lost):
        records: dict[int, str] = {}
        for shelf, by_source in zip(tables, named, strict=True):
            wanted = {by_source[row[0]]: row[0] for row in found if row[0] in by_source}
            read = rows.some(shelf, "document", list(wanted))
            records |= {wanted[row]: document for row, (document,) in read.items()}
        yield [
            Kept(row[0], document=records.get(row[0]), source=SourceRow(*row), anew=True)
            for row in found
        ]
