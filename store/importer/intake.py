"""What an import does to a library: hold it, take cables in, remember files, feed the index."""

import errno
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from store import files
from store.documents.field import Field
from store.documents.narrowing import indexable
from store.documents.rows import Kept, encode
from store.errors import LibraryFull, LibraryLocked
from store.holdings import Holdings, batch
from store.holdings.batch import Added
from store.holdings.prepared import Prepared
from store.holdings.record import READING
from store.importer.walk import Found, Refusal
from store.index import BusyError, Feed, Mark
from store.library import DOCUMENTS, HOLD, Library
from store.upkeep import Upkeep

UNINDEXED = 50_000
"""How many cables the index may be behind: a commit of it takes seconds, to make it up minutes."""
FRESH = 2_000_000_000
"""Nanoseconds: what is written so soon before it is read may be written again in the same tick."""


class Known(NamedTuple):
    """What is remembered of a file: how many of its cables were taken in, and what was refused.

    `whole` is false where an import broke off within it; `largest` is what a cable might have then.
    """

    file: Found
    cables: int
    refused: tuple[Refusal, ...] = ()
    whole: bool = True
    largest: int = 0


class Intake:
    """A library while an import holds it."""

    def __init__(self, holdings: Holdings, upkeep: Upkeep) -> None:
        self._storage = holdings.storage
        self._holdings = holdings
        self._upkeep = upkeep
        self._open = ExitStack()
        self._feed: Feed | None = None
        self._feeding = True
        self._unindexed = 0
        self._fed = self._reflected = Mark(holdings.storage.identity, 0, 0)

    def known(self, found: Sequence[Found], largest: int) -> dict[str, Known]:
        """Find what is remembered of files, as `remembered` does."""
        return remembered(self._holdings, found, largest)

    def take(self, cables: Sequence[tuple[Prepared, str]], known: Sequence[Known]) -> list[Added]:
        """Take in cables with their entries for the index, and remember files, all or none.

        Raises what `Library.add` raises.
        """
        with self._storage.transaction():
            before = Mark(*self._fed[:1], self._storage.generation(), len(self._holdings.cables))
            added = batch.add(self._holdings, [cable for cable, _ in cables])
            self._remember(known)
            held = len(self._holdings.cables)
        fresh = [
            (each.key, entry)
            for (_, entry), each in zip(cables, added, strict=True)
            if each.outcome != "same"
        ]
        after = before.generation + bool(fresh or known)
        self._tell(before, before._replace(generation=after, cables=held), fresh)
        return added

    def _remember(self, known: Sequence[Known]) -> None:
        table = self._holdings.files
        latest = {kept_as(each.file.place): each for each in known}
        numbers: dict[str, int] = {}
        for number, document in Field(table.rows, "path").documents(sorted(latest)):
            numbers[table.rows.decode(document)["path"]] = number
        free = table.next_id()
        rows = []
        for key, each in latest.items():
            if key not in numbers:
                numbers[key], free = free, free + 1
            rows.append(Kept(numbers[key], (key,), encode(_remembered(key, each))))
        table.put_all(rows)

    def _tell(self, before: Mark, after: Mark, entries: Sequence[tuple[int, str]]) -> None:
        """Feed the index; where that fails it is left to the next search to bring it up to date."""
        if not self._feeding or (self._feed is None and not entries):
            return
        try:
            if self._feed is None:
                self._feed, behind = self._opened(before)
                entries = () if behind else entries
            elif before != self._fed:  # another process has written what is not known here
                self._feed, self._feeding = None, False
                return
            for key, entry in entries:
                self._feed.add(key, entry)
            self._fed = after
            self._unindexed += len(entries)
            if self._unindexed >= UNINDEXED or not before.cables:
                self.index()  # of a first import the first batch at once: one may search it
        except (BusyError, ValueError, OSError, LibraryLocked):
            self._feed, self._feeding = None, False

    def _opened(self, before: Mark) -> tuple[Feed, bool]:
        """Open the index; True where it had been behind, and was made to reflect even the batch."""
        index = self._upkeep.as_of(before)
        behind = index is None
        feed = self._open.enter_context((index or self._upkeep.current()).feeding())
        return feed, behind

    def index(self) -> None:
        """Have the index reflect all that was taken in."""
        if self._feed is not None and self._fed != self._reflected:
            self._feed.commit(self._fed)
            self._reflected, self._unindexed = self._fed, 0

    def finish(self) -> None:
        """Let go of the index, made good where it could not be fed."""
        with suppress(ValueError, OSError):
            self.index()
        with suppress(ValueError, OSError):
            self._open.close()
        with suppress(LibraryLocked):  # another process is at it
            self._upkeep.current()

    def drop(self) -> None:
        """Let go of the index as it is."""
        with suppress(ValueError, OSError):
            self._open.close()


@contextmanager
def importing(library: Library) -> Iterator[Intake]:
    """Hold a library against other imports, to take in many cables; LibraryLocked."""
    with held(library.path):
        taking = Intake(library.held, library.index)
        try:
            yield taking
        except BaseException:
            taking.drop()
            raise
        taking.finish()


def remembered(holdings: Holdings, found: Sequence[Found], largest: int) -> dict[str, Known]:
    """Find what is remembered of files that are, by size and time, as they were then, by place.

    What was refused by another reading, or for another limit, is no longer known.
    """
    places = {kept_as(each.place): each for each in found}
    rows = holdings.files.rows
    known = {}
    for _, document in Field(rows, "path").documents(sorted(places)):
        told = rows.decode(document)
        file = places[told["path"]]
        refused = tuple(Refusal(file.path, *each) for each in told.get("refused", ()))
        as_it_was = (told["size"], told["written"]) == (file.size, file.written)
        if as_it_was and (not refused or _terms(told) == (READING, largest)):
            whole = not told.get("part", False)
            known[file.place] = Known(file, told["cables"], refused, whole)
    return known


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a library against other imports; LibraryLocked names the one that has it."""
    now = time.strftime("%Y-%m-%d %H:%M:%S")
    try:
        with files.held(folder / HOLD, f"import, process {os.getpid()}, since {now}"):
            files.sweep(folder / DOCUMENTS)
            yield
    except files.HeldError as error:
        who = f" ({error})" if str(error) else ""
        raise LibraryLocked(
            f"{folder} is held by another process{who}. Try again when it is done."
        ) from error
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise LibraryLocked(
                f"{folder} cannot be written to: it is read-only for you."
            ) from error
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise LibraryFull(f"{folder} cannot be written: no space left. Make room.") from error
        raise


def kept_as(place: str) -> str:
    """Spell a path so that an index can hold it: a name need not be text."""
    return place if indexable(place) is not None else f"hex:{os.fsencode(place).hex()}"


def _terms(told: dict[str, Any]) -> tuple[object, object]:
    return told["reading"], told.get("largest")


def _remembered(key: str, known: Known) -> dict[str, object]:
    file, cables, refused, whole, largest = known
    told: dict[str, object] = {"path": key, "size": file.size, "written": file.written}
    told["cables"] = cables
    if refused:
        told |= {"refused": [each[1:] for each in refused], "reading": READING, "largest": largest}
    return told if whole else told | {"part": True}
