"""The text of a document in TEI: its parts as paragraphs, notes by their numbers below."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from store.errors import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"(?:, use XML_PARSE_HUGE option)?, line \d+, column \d+$| line \d+(?= and )")
NS = "{http://www.tei-c.org/ns/1.0}"
_BLOCKS = frozenset(
    f"{NS}{name}"
    for name in ("head", "p", "opener", "closer", "dateline", "item", "salute", "signed", "row")
)


def tree(data: bytes) -> "_Element":
    """Parse XML; Refused with line and column where it is broken or nested too deep."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = _PLACE.sub("", (error.msg or "not well-formed").splitlines()[0])
        raise Refused(f"broken XML: {why}", line, column) from error


def words(element: "_Element", *, notes: bool = True) -> str:
    """Give the words of an element on one line, with those of its notes or without."""
    return " ".join("".join(_pieces(element, notes=notes)).split())


def _pieces(element: "_Element", *, notes: bool) -> Iterator[str]:
    """Give the text of an element, piece by piece; a list instead of recursion: XML is deep."""
    ahead: list[_Element | str] = [element]
    first = True
    while ahead:
        at = ahead.pop()
        if isinstance(at, str):
            yield at
            continue
        inner = isinstance(at.tag, str) and (notes or at.tag != f"{NS}note" or first)
        if not first and at.tail:
            ahead.append(at.tail)
        if not inner:
            if isinstance(at.tag, str):
                yield _mark(at)
            continue
        first = False
        ahead.extend(reversed(at))
        if at.text:
            ahead.append(at.text)


def _mark(note: "_Element") -> str:
    """Mark the place of a note by its number; a source note has none."""
    number = note.get("n")
    return f" [{number}]" if number and note.get("type") != "source" else ""


def head(element: "_Element") -> str:
    """Give the heading of a document."""
    found = element.find(f"{NS}head")
    return words(found, notes=False) if found is not None else ""


def place(element: "_Element") -> str | None:
    """Give the place of the first dateline."""
    for dateline in element.iter(f"{NS}dateline"):
        for name in dateline.iter(f"{NS}placeName"):
            return words(name) or None
    return None


def first(element: "_Element", name: str) -> str:
    """Give the words of the first element of a name, "" where there is none."""
    return next((words(each, notes=False) for each in element.iter(f"{NS}{name}")), "")


def source_note(element: "_Element") -> str:
    """Give the source notes, of the heading or set in the text (`rend="inline"`)."""
    notes = [
        words(note)
        for note in element.iter(f"{NS}note")
        if note.get("type") == "source" or note.get("rend") == "inline"
    ]
    return " ".join(filter(None, notes))


def text(element: "_Element") -> tuple[str, int]:
    """Give a document as text, a paragraph a block, notes below; and where it begins.

    That is below its heading and dateline, which are no paragraphs of it.
    """
    elements = list(_blocks(element))
    above = list(takewhile(lambda each: _is_above(each, element), elements))
    top = [part for part in (words(each, notes=False) for each in above) if part]
    blocks = [words(each, notes=False) for each in elements[len(above) :]]
    numbered = [
        f"[{note.get('n')}] {words(note)}"
        for note in element.iter(f"{NS}note")
        if note.get("n") and note.get("type") != "source"
    ]
    source = source_note(element)
    parts = [part for part in (*top, *blocks, source, *numbered) if part]
    return "\n\n".join(parts) + "\n", sum(len(part) + 2 for part in top)


def _is_above(block: "_Element", document: "_Element") -> bool:
    return block.tag == f"{NS}dateline" or (
        block.tag == f"{NS}head" and block.getparent() is document
    )


def _blocks(element: "_Element") -> Iterator["_Element"]:
    """Give the innermost blocks of a document in order, notes left out."""
    inner: set[_Element] = set()
    for each in element.iter(*_BLOCKS):
        for above in each.iterancestors():
            if above is element:
                break
            inner.add(above)
    for each in element.iter(*_BLOCKS):
        if each not in inner and not any(
            above.tag == f"{NS}note" for above in each.iterancestors(f"{NS}note")
        ):
            yield each
