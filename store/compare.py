"""Two versions of a cable, paragraph by paragraph: what a later release shows that one before hid.

Paragraphs are alike when their words are, however the lines fall and whatever their marks.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from store.cable import Cable, Paragraph
from store.parse.copies import without
from store.reading import reading

MOST = 1_000_000
"""Pairs of like words, or paragraphs, that are gone through: the work of a second at the most."""

Step = tuple[str, int, int, int, int]
"""What leads from one row of words to another, as difflib's SequenceMatcher tells it."""


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
    found: list[Change] = []
    for step, a, b, c, d in steps(_words(old), _words(new)):
        if step == "equal":
            pairs = zip(old.paragraphs[a:b], new.paragraphs[c:d], strict=True)
            found += [Change(_kind(*pair), *pair) for pair in pairs]
        else:
            found += _paired(old.paragraphs[a:b], new.paragraphs[c:d])
    return tuple(found)


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Give the steps from one row of words to another, what is the same among them.

    Where more than MOST pairs are alike between the first that differ and the last, all of those
    differ: the work grows with the pairs.
    """
    first = _alike(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - first
    last = _alike(islice(zip(reversed(old), reversed(new), strict=False), rest))
    found: list[Step] = [("equal", 0, first, 0, first)] if first else []
    for step, a, b, c, d in _between(old[first : len(old) - last], new[first : len(new) - last]):
        found.append((step, first + a, first + b, first + c, first + d))
    if last:
        found.append(("equal", len(old) - last, len(old), len(new) - last, len(new)))
    return found


def _between(old: Sequence[str], new: Sequence[str]) -> Sequence[Step]:
    """Give the steps between rows that neither begin nor end alike."""
    from difflib import SequenceMatcher  # needed for two versions only

    others = Counter(new)
    if sum(count * others[word] for word, count in Counter(old).items()) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """Count the pairs that are alike before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


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
