"""Volumes of Foreign Relations of the United States: TEI XML, a division a document.

The level stands in the prose of the source note alone. Editorial notes are no documents and are
said to be none. Nothing outside the file is read, and no entity but those of XML itself.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts import tei
from store.layouts.input import Input
from store.layouts.naming import checked_id, moment

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEI = re.compile(rb"<(?:\w+:)?TEI\b")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FRUS = "{http://history.state.gov/frus/ns/1.0}"
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<close>/?)(?:\w+:)?div\b(?P<rest>[^<>]*)>",
    re.DOTALL,
)
_DOCUMENT = re.compile(r"""\btype\s*=\s*["']document["']""")
_LEVEL = re.compile(
    r"\b(Top Secret|Secret|Confidential|Limited Official Use|Official Use Only|Unclassified)\b"
    r"|\bNo classification marking\b"
)
_ENTITY = re.compile(rb"<!ENTITY\b")
_VOLUME = re.compile(r"""<(?:\w+:)?TEI\b[^>]*\bxml:id\s*=\s*["']([^"'<>]+)""")
_WRAPPING = f'<TEI xmlns="{tei.NS.strip("{}")}" xmlns:frus="{_FRUS.strip("{}")}">'


def found(head: bytes) -> bool:
    """Whether an input that begins so is a volume."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and _TEI.search(head) is not None


def read(source: Input) -> Iterator[Received | Refused]:
    """Give each document of a volume, and each editorial note.

    Of a volume that is no well-formed XML the documents that are by themselves; what is not is
    refused with line and column. Raises Refused where it brings its own entities.
    """
    data = source.whole()
    entity = _ENTITY.search(data)
    if entity is not None:
        line = data.count(b"\n", 0, entity.start()) + 1
        column = entity.start() - data.rfind(b"\n", 0, entity.start())
        raise Refused("XML with entities of its own is not read", line, column)
    try:
        root = tei.tree(data)
    except Refused as error:
        yield from _singly(data, source, error)
        return
    volume = root.get(_XML_ID) or source.name.rsplit(".", 1)[0]
    _, text, encoding, findings = source.decoded(data)
    glossary = _glossary(root)
    documents = [each for each in root.iter(f"{tei.NS}div") if each.get("type") == "document"]
    if not documents:
        raise Refused("a volume of TEI without documents in it")
    for element, (start, end) in zip(documents, _places(text), strict=False):
        raw = source.original(text[start:end], encoding)
        yield _received(element, volume, raw, encoding, findings, glossary)


def _singly(data: bytes, source: Input, fault: Refused) -> Iterator[Received | Refused]:
    """Give the documents of a broken volume that are whole, refuse the others.

    Where each of them is whole the fault lies between them.
    """
    _, text, encoding, findings = source.decoded(data)
    named = _VOLUME.search(text)
    volume = named[1] if named else source.name.rsplit(".", 1)[0]
    line, counted, whole = 1, 0, True
    for start, end in _places(text):
        piece = text[start:end]
        line += text.count("\n", counted, start)
        counted = start
        try:
            [element] = tei.tree(f"{_WRAPPING}{piece}</TEI>".encode())
        except Refused as error:
            at = line + (error.line or 1) - 1
            before = len(_WRAPPING) - (start - text.rfind("\n", 0, start) - 1)
            column = (error.column or 1) - (before if at == line else 0)
            yield Refused(error.reason, at, max(column, 1))
            whole = False
            continue
        raw = source.original(piece, encoding)
        yield _received(element, volume, raw, encoding, findings, {})
    if whole:
        yield fault


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Find where each division of a document begins and ends, in the order they begin."""
    opened: list[tuple[int, bool]] = []
    ended: dict[int, int] = {}
    order = []
    for token in _TOKEN.finditer(text):
        if token["rest"] is None:
            continue
        if token["close"]:
            start, wanted = opened.pop() if opened else (0, False)
            if wanted:
                ended[start] = token.end()
            continue
        wanted = _DOCUMENT.search(token["rest"]) is not None
        if wanted:
            order.append(token.start())
        if not token["rest"].endswith("/"):
            opened.append((token.start(), wanted))
    for start in order:
        yield start, ended.get(start, len(text))


def _received(
    element: "_Element",
    volume: str,
    raw: bytes,
    encoding: str,
    findings: tuple[Finding, ...],
    glossary: dict[str, tuple[str, str]],
) -> Received:
    number = element.get(_XML_ID) or f"d{element.get('n', '')}"
    id, no_id = checked_id(f"{volume}/{number}")  # noqa: A001 - the field's own word
    note = tei.source_note(element)
    level = _LEVEL.search(note)
    editorial = element.get("subtype") == "editorial-note"
    said = (
        Finding("editorial-note", None, "An editorial note of the volume, not a document.")
        if editorial
        else Finding("as-printed", None, "As a volume prints it, without transmission header.")
    )
    listing = Listing(
        id=id,
        subject=tei.head(element) or None,
        date=_date(element),
        time=None,
        offset=None,
        level=level[1].upper() if level and level[1] and not editorial else None,
        origin=tei.place(element),
    )
    url = f"https://history.state.gov/historicaldocuments/{volume}/{number}"
    given = [("Volume", volume), ("Document", element.get("n", "")), ("URL", url), ("Source", note)]
    given += [("Kind", "editorial note")] if editorial else []
    given += [
        ("Dateline", tei.first(element, "dateline")),
        ("Signed", tei.first(element, "signed")),
    ]
    given += _glossed(element, glossary)
    attributes = tuple((name, value) for name, value in given if value)
    text, body = tei.text(element)
    said_of = (*findings, *no_id, said)
    return Received("frus", raw, text, encoding, listing, body, said_of, attributes, id)


def _date(element: "_Element") -> str | None:
    """Give the day of a document: of its dateline, else of its division."""
    dates = [each.get("when", "") for each in element.iter(f"{tei.NS}date")]
    for when in (*dates[:1], element.get(f"{_FRUS}doc-dateTime-min", "")):
        day, _ = moment(when[:10])
        if day is not None:
            return day
    return None


def _glossary(root: "_Element") -> dict[str, tuple[str, str]]:
    """Read the lists of persons and terms: what `#p_AJ1` stands for, name and description."""
    glossary = {}
    for item in root.iter(f"{tei.NS}item"):
        for tag in ("persName", "term"):
            for name in item.iter(f"{tei.NS}{tag}"):
                key = name.get(_XML_ID)
                if key is not None:
                    whole = tei.words(item)
                    known = tei.words(name).rstrip(",")
                    glossary[key] = (known, whole.removeprefix(tei.words(name)).lstrip(" ,:"))
    return glossary


def _glossed(element: "_Element", glossary: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the persons and terms of a document with what the volume says of them, each once."""
    seen: dict[str, tuple[str, str]] = {}
    for tag, name in (("persName", "Person"), ("gloss", "Term")):
        for each in element.iter(f"{tei.NS}{tag}"):
            key = (each.get("corresp") or each.get("target") or "").removeprefix("#")
            if key in glossary:
                known, said = glossary[key]
                seen[key] = (name, f"{known}: {said}" if said else known)
    return list(seen.values())
