"""Entries of cables that a library holds: what a worker does when an index is made anew."""

from collections.abc import Sequence
from pathlib import Path

from store.errors import LibraryDamaged
from store.holdings.stored import Stored, cable
from store.index.entry import entry


def entries(path: Path, held: Sequence[Stored]) -> list[tuple[int, str]]:
    """Make the entries of some cables, by key; LibraryDamaged names the file at `path`."""
    made = []
    for each in held:
        try:
            made.append((each.key, entry(cable(each))))
        except (KeyError, TypeError, IndexError, ValueError) as error:
            raise LibraryDamaged(
                f"{path} holds a damaged record. reftel verify --repair makes it anew."
            ) from error
    return made
