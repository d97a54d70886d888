"""What a library holds, in figures."""

from typing import NamedTuple, Self

from store.documents import FORMAT
from store.documents.field import Field
from store.library import INDEX, Library


class Info(NamedTuple):
    """What a library holds: `bytes` of text as received, first and last day, levels by count.

    `indexed` counts the cables that a search finds without the index being brought up to date.
    """

    path: str
    cables: int
    sources: int
    bytes: int
    first: str | None
    last: str | None
    levels: tuple[tuple[str, int], ...]
    generation: int
    format: int
    indexed: int

    @classmethod
    def of(cls, library: Library) -> Self:
        """Say what a library holds."""
        from store.index import Index  # loads tantivy

        held, storage = library.held, library.held.storage
        first, last = Field(held.cables.rows, "date").ends()
        mark = Index(library.path / INDEX).mark
        return cls(
            path=str(library.path),
            cables=len(library),
            sources=len(held.sources),
            bytes=held.sources.rows.tallied().bytes,
            first=first,
            last=last,
            levels=Field(held.cables.rows, "level").tally(),
            generation=storage.generation(),
            format=FORMAT,
            indexed=mark.cables if mark and mark.identity == storage.identity else 0,
        )
