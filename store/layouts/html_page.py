"""A saved page of a public collection: the telegram in `pre` elements, the listing in a table.

The level is read from the text of the last table alone: the sidebar lists every level, and the
titles of its links are shifted against their texts. Older pages have no column Released.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.cable import Listing, Received
from store.errors import Refused
from store.layouts.input import Input
from store.layouts.naming import checked_id, dated, extract, joined, named

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGE = re.compile(rb"""(?i)<table[^>]{0,200}class=["']?cable\b|Viewing cable""")
_NEXT = re.compile(rb"(?i)\n(?=<!DOCTYPE html)")
_END = re.compile(rb"(?i)</html>[ \t\r]{0,9}\n(?=\s{0,9}<)")
_TITLE = re.compile(r"Viewing cable\s+([^\s,]+)\s*,?\s*(.*)", re.DOTALL)


def found(head: bytes) -> bool:
    """Whether an input that begins so is such a page."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and _PAGE.search(head) is not None


def read(source: Input) -> Iterator[Received | Refused]:
    """Give the cable of each page; a page without a text is refused with its line."""
    for part in source.parts(_NEXT, _END):
        if isinstance(part, Refused):
            yield part
            continue
        raw, page, encoding, findings = source.decoded(part.data)
        tree = _tree(page)
        texts = ["".join(map(str, each.itertext())) for each in tree.iter("pre")]
        if not texts:
            yield Refused("a page without the text of a cable", part.line, 1)
            continue
        cells = _cells(tree)
        title = _title(tree)
        text = joined("\n".join(texts[:-1]), texts[-1])
        id, no_id = checked_id(cells.pop("Reference ID", title[0]))  # noqa: A001
        day, time, no_date = dated(cells.pop("Created", ""))
        level, origin = cells.pop("Classification", None), cells.pop("Origin", None)
        begin, partial = extract(text)
        listing = Listing(id, title[1], day, time, "+0000" if time else None, level, origin)
        yield Received(
            "html",
            raw,
            text,
            encoding,
            listing,
            begin,
            (*findings, *no_id, *no_date, *partial),
            tuple(cells.items()),
            id or named(raw),
        )


def _tree(page: str) -> "_Element":
    """Read a page as browsers do, nothing fetched; a NUL would end it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    words = page.lstrip("\ufeff").replace("\0", "\ufffd")
    root = etree.fromstring(words.encode(), parser)
    return root if root is not None else etree.Element("html")


def _cells(tree: "_Element") -> dict[str, str]:
    """Give the last table of a cable as its headings and what stands below them."""
    tables = [each for each in tree.iter("table") if "cable" in (each.get("class") or "").split()]
    if not tables:
        return {}
    rows = [[_words(cell) for cell in row.iter("th", "td")] for row in tables[-1].iter("tr")]
    rows = [row for row in rows if row]
    if len(rows) < 2:
        return {}
    return {name: value for name, value in zip(rows[0], rows[1], strict=False) if name and value}


def _title(tree: "_Element") -> tuple[str, str | None]:
    """Give id and subject of the page's heading."""
    for heading in tree.iter("h3", "title"):
        title = _TITLE.search(_words(heading))
        if title is not None:
            return title[1], title[2] or None
    return "", None


def _words(element: "_Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())
