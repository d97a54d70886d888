"""The codes of a cable, where they stand in its text: what a reader may ask the meaning of.

Routing indicators, precedence, date-time group, signals, captions, the E.O. line, TAGS; and the
cables it refers to, in the REF line and in running text. `store.explain` says what each means.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.cable import Cable

CABLE = "cable"
"""The kind of a code that is the id of another cable."""


class Code(NamedTuple):
    """A code: `text` as printed, but for a `cable`, which goes by its id.

    The other kinds: transmission, precedence, routing, station, security, signal, dtg, marking,
    caption, order (the E.O. line), reason, tag.
    """

    kind: str
    text: str


class Placed(NamedTuple):
    """A code and the part of the text it stands in."""

    start: int
    end: int
    code: Code


_ROUTING = (("routing", r"R[A-Z]{3,8}(?![A-Z])"),)
_ADDRESSEES = (
    ("routing", r"(?<![A-Z])R[A-Z]{3,8}(?=/)"),
    ("precedence", r"(?<![A-Z])(?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)(?![A-Z])"),
)
_IN_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "transmission": (("transmission", r".+"),),
    "routing": (("precedence", r"^[ZOPRY]{2}"), *_ROUTING),
    "station": (*_ROUTING, ("station", r"#.+")),
    "security": (
        ("signal", r"\bZ[A-Z0-9]{2,3}\b"),
        ("security", r"\b[UECST]{3}[A-Z]{2}(?:/[A-Z]{5})?\b"),
    ),
    "dtg": (
        ("precedence", r"\b[ZOPRYzopry](?= )"),
        ("dtg", r"\d{6}[Zz] *[A-Za-z]{3} *\d{2,4}"),
        ("signal", r"\bZ[A-Z]{2}[0-9]?\b"),
    ),
    "to": _ADDRESSEES,
    "info": _ADDRESSEES,
    "xmt": _ADDRESSEES,
    "marking": (("marking", r".*\S"),),
    "eo": (("order", r"\S.*"),),
    "classified_by": (("reason", r"\b1\.[45] ?\([a-h]\)"),),
}
"""By field, the codes that stand in it, as patterns that are compiled when first met: a list loads
them and meets none. The words of TAGS, captions and REFs are already read."""


def placed(cable: "Cable") -> list[Placed]:
    """Find the codes of a cable in its text, sorted and apart from each other."""
    found = [*mentioned(cable)]
    for field, start, end in cable.spans:
        if field in _IN_FIELDS:
            found += _matched(cable.text, field, start, end)
        elif field == "tags":
            found += _named(cable.text, start, end, [Code("tag", code) for code in cable.tags])
        elif field == "captions":
            captions = [Code("caption", caption) for caption in cable.captions]
            found += _named(cable.text, start, end, captions)
        elif field == "refs":
            found += _refs(cable, start, end)
    return _apart(sorted(found))


def mentioned(cable: "Cable") -> list[Placed]:
    """Find the cables that the running text speaks of; several together go by the first of them."""
    return _apart(
        sorted(Placed(start, end, Code(CABLE, ids[0])) for ids, start, end in cable.mentions if ids)
    )


def _matched(text: str, field: str, start: int, end: int) -> Iterator[Placed]:
    for kind, pattern in _IN_FIELDS[field]:
        for found in re.finditer(pattern, text[start:end]):
            yield Placed(start + found.start(), start + found.end(), Code(kind, found[0]))


def _named(text: str, start: int, end: int, codes: list[Code]) -> Iterator[Placed]:
    """Find codes in the order in which they were read; one that was respelt is passed over."""
    for code in codes:
        at = text.find(code.text, start, end)
        if at >= 0:
            yield Placed(at, at + len(code.text), code)
            start = at + len(code.text)


def _refs(cable: "Cable", start: int, end: int) -> Iterator[Placed]:
    for ref in cable.refs:
        words = r"\s+".join(map(re.escape, ref.text.split()))
        found = re.compile(words).search(cable.text, start, end) if words else None
        if found is not None:
            start = found.end()
            if ref.id is not None:
                yield Placed(found.start(), found.end(), Code(CABLE, ref.id))


def _apart(found: list[Placed]) -> list[Placed]:
    kept: list[Placed] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
