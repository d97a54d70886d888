"""The file of the documents by itself: its pages, its counts, the ladder of the list."""

from collections.abc import Iterator

from store.documents import RowStorage
from store.documents.ladder import Ladder
from store.documents.narrowing import Only
from store.documents.rows import Shelf
from store.errors import LibraryDamaged
from store.verify.trouble import REPAIR, REPLACE, Trouble


def of_pages(storage: RowStorage) -> Iterator[Trouble]:
    """Say what SQLite finds wrong with the file."""
    try:
        for line in storage.integrity():
            yield Trouble("", "database", line, REPLACE, str(storage.path))
    except LibraryDamaged as error:
        yield Trouble("", "database", str(error), REPLACE, str(storage.path))


def of_counts(shelf: Shelf) -> Iterator[Trouble]:
    """Say which counts of a table are not those of its rows."""
    try:
        wrong = list(_miscounted(shelf))
    except LibraryDamaged:
        return  # the pages are gone, which is said of them
    for says in wrong:
        yield Trouble("", "counts", f"{shelf.name}: {says}", REPAIR, str(shelf.storage.path))


def _miscounted(shelf: Shelf) -> Iterator[str]:
    [(rows, size)] = shelf.select("count(*), total(size)", Only()) or [(0, 0)]
    told = shelf.tallied()
    for what, kept, counted in (
        ("rows", told.documents, rows),
        ("bytes", told.bytes, int(size)),
    ):
        if kept != counted:
            yield f"{counted:,} {what}, counted as {kept:,}"
    if shelf.listed and not Ladder(shelf).stands():
        yield "the steps of the list are not those of its rows"
