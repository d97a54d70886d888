"""How the cables of a library refer to each other: those that one names, those that name it."""

from typing import TYPE_CHECKING, NamedTuple

from store.cable import Cable
from store.row import Row

if TYPE_CHECKING:
    from store.library import Library

MOST = 500
"""The most cables given that name one."""


class Related(NamedTuple):
    """A cable by its id; `row` is None where the library does not have it."""

    id: str
    row: Row | None


def named(cable: Cable) -> list[str]:
    """Give the ids that a cable names: of its REF line, of what it is a copy of, of its text."""
    refs = [ref.id for ref in cable.refs]
    copies = [link.id for link in cable.links]
    spoken = [name for mention in cable.mentions for name in mention.ids]
    return list(dict.fromkeys(filter(None, (*refs, *copies, *spoken))))


def refers(library: "Library", id: str) -> list[Related]:  # noqa: A002
    """Give the cables that one names, in its order; CableUnknown where it is not there itself."""
    ids = named(library.get(id))
    rows = library.rows(ids)
    return [Related(each, rows.get(each)) for each in ids]


def cited(library: "Library", id: str) -> list[Related]:  # noqa: A002
    """Give the cables that name one in their REF lines, the oldest first, MOST at most."""
    found = library.cited_by(id, 0, MOST)
    return [Related(row.id, row) for row in found.rows]
