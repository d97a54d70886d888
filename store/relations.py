"""How the cables of a library refer to each other: those that one names, those that name it."""

from typing import TYPE_CHECKING, NamedTuple

from store import reference
from store.cable import Cable
from store.row import Row

if TYPE_CHECKING:
    from store.library import Library

MOST = 500
"""The most cables given that name one."""

MOST_READ = 100
"""The most cables that are read to see whether their text names one."""


class Related(NamedTuple):
    """A cable by its id; `row` is None where the library does not have it.

    `spoken` tells that it is named in running text alone, by no REF.
    """

    id: str
    row: Row | None
    spoken: bool = False


def named(cable: Cable) -> dict[str, bool]:
    """Give the ids that a cable names, and of each whether that is in its text alone.

    Those of its REF line are first, then of what it is a copy of, then of its text.
    """
    given = [*(ref.id for ref in cable.refs), *(link.id for link in cable.links)]
    said = dict.fromkeys(filter(None, given), False)
    for mention in cable.mentions:
        for name in mention.ids:
            said.setdefault(name, True)
    return said


def refers(library: "Library", id: str) -> list[Related]:  # noqa: A002
    """Give the cables that one names, in its order; CableUnknown where it is not there itself."""
    ids = named(library.get(id))
    rows = library.rows(list(ids))
    return [Related(each, rows.get(each), spoken) for each, spoken in ids.items()]


def cited(library: "Library", id: str) -> list[Related]:  # noqa: A002
    """Give the cables that name one: in their REF lines, then in their text, the oldest first.

    MOST at most of the first; the others among the first MOST_READ that have its number.
    """
    found = [
        Related(row.id, row) for row in library.search(f'ref:"{id}"').page(0, MOST, "oldest").rows
    ]
    known = {id, *(each.id for each in found)}
    for row in library.search(spellings(id)).page(0, MOST_READ, "oldest").rows:
        if row.id not in known and named(library.get(row.id, row.version)).get(id):
            known.add(row.id)
            found.append(Related(row.id, row, spoken=True))
    return found


def spellings(id: str) -> str:  # noqa: A002
    """Give the query for the ways in which running text names a cable: `moscow 1869`, too."""
    from store.parse import identifier  # a start does without what reads cables

    mrn = identifier.split(id)
    if mrn is None:
        return f'"{id}"'
    post = reference.posts().get(mrn.post)
    names = dict.fromkeys(filter(None, (mrn.post, post and post.name)))
    numbers = (f"{mrn.number}", f"{mrn.number:06}", f"{mrn.number:08}")
    spaced = (f'"{name} {number}"' for name in names for number in dict.fromkeys(numbers))
    return " OR ".join((f'"{mrn.id}"', *spaced))
