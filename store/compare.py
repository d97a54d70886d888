"""Two versions of a cable, paragraph by paragraph: what a later release shows that one before hid.

Paragraphs are alike when their words are, however the lines fall and whatever their marks.
"""

from collections.abc import Sequence
from typing import NamedTuple

from store.cable import Cable, Paragraph
from store.parse.copies import without
from store.reading import reading


class Change(NamedTuple):
    """A paragraph in both versions: `kind` is same, changed, added or removed.

    `old` is None for one that was added, `new` for one that was removed.
    """

    kind: str
    old: Paragraph | None
    new: Paragraph | None


class Differing(NamedTuple):
    """A field in both versions, as words: `SUBJECT`, `TAGS`; "" where a version has none."""

    field: str
    old: str
    new: str


def differing(old: Cable, new: Cable) -> tuple[Differing, ...]:
    """Give the fields above and below the paragraphs that are not alike."""
    fields = zip(_fields(old), _fields(new), strict=True)
    return tuple(
        Differing(name, before, after)
        for (name, before), (_, after) in fields
        if before.split() != after.split()
    )


def _fields(cable: Cable) -> tuple[tuple[str, str], ...]:
    return (
        ("LEVEL", cable.level or ""),
        ("CAPTIONS", " ".join(cable.captions)),
        ("DTG", cable.header.dtg.text if cable.header.dtg else ""),
        ("E.O.", cable.eo.text if cable.eo else ""),
        ("TAGS", " ".join(cable.tags)),
        ("SUBJECT", cable.subject or ""),
        ("REF", "; ".join(ref.id or ref.text for ref in cable.refs)),
        ("CLASSIFIED", cable.classified_by or ""),
        ("SIGNED", cable.signature or ""),
    )


def compare(old: Cable, new: Cable) -> tuple[Change, ...]:
    """Give every paragraph of both versions once, in their order."""
    from difflib import SequenceMatcher  # needed for two versions only

    before, after = _words(old), _words(new)
    found: list[Change] = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            pairs = zip(old.paragraphs[a:b], new.paragraphs[c:d], strict=True)
            found += [Change(_kind(*pair), *pair) for pair in pairs]
        else:
            found += _paired(old.paragraphs[a:b], new.paragraphs[c:d])
    return tuple(found)


def words_of(cable: Cable, paragraph: Paragraph) -> str:
    """Give the words of a paragraph in one line."""
    return " ".join(reading(cable.text, paragraph.words, paragraph.end, cable.page_breaks).split())


def _words(cable: Cable) -> list[str]:
    return [without(words_of(cable, paragraph)) for paragraph in cable.paragraphs]


def _kind(old: Paragraph, new: Paragraph) -> str:
    return "same" if (old.number, old.portion) == (new.number, new.portion) else "changed"


def _paired(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Change]:
    """Pair paragraphs whose words differ by their numbers, in order; the rest came or went."""
    found: list[Change] = []
    position = 0
    for paragraph in new:
        at = next((i for i in range(position, len(old)) if old[i].number == paragraph.number), None)
        if at is None:
            found.append(Change("added", None, paragraph))
            continue
        found += [Change("removed", gone, None) for gone in old[position:at]]
        found.append(Change("changed", old[at], paragraph))
        position = at + 1
    return found + [Change("removed", gone, None) for gone in old[position:]]
