"""All that is derived made anew from the sources; a source itself is never written to.

Where records, counts or pages are wrong a new file of documents is made beside the old one, of all
sources that are whole, and put in its place; the old one stays under another name. Who may read the
files, and the index, are mended where they are.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from store import files
from store.documents import CableDB
from store.documents.rows import Kept as Row
from store.errors import LibraryDamaged
from store.holdings import FIELDS, LISTED, Holdings
from store.holdings.batch import add
from store.holdings.prepared import Prepared
from store.importer.intake import kept_as
from store.index import Index
from store.jobs import done
from store.library import DOCUMENTS, INDEX, Library
from store.verify import Progress, Report, Trouble, alone, beside, looked_at, opened, rows
from store.verify.check import Kept, SourceRow, check
from store.verify.pages import salvaged
from store.verify.sources import in_order

REBUILT = {"source", "record", "versions", "counts", "database"}
"""What a new file of documents puts right, as far as there are sources to make it of."""
BATCH = 4_000


class Repaired(NamedTuple):
    """What was wrong, what was done about it, and what is left for the reader to do.

    `aside` is the name under which the documents as they were are kept.
    """

    report: Report
    mended: tuple[str, ...]
    left: tuple[Trouble, ...]
    aside: str | None = None


def repair(
    library: Path,
    marks: Path,
    on_progress: Progress = lambda *_: None,
    processes: int | None = None,
) -> Repaired:
    """Look at a library, and mend what can be; nothing is written where nothing is wrong.

    Raises LibraryMissing, LibraryNewer, LibraryLocked, LibraryFull.
    """
    with alone(library):
        report = looked_at(library, marks, on_progress, processes)
        kinds = {each.kind for each in report.troubles}
        mended, left = [], [each for each in report.troubles if each.kind == "marks"]
        if "permissions" in kinds:
            if open_yet := _not_closed(library, marks):
                left.append(open_yet)
            else:
                mended.append("the files are their owner's alone")
        aside: Path | None = None
        if kinds & REBUILT or report.older:
            rebuilding = Rebuilding(library, report)
            try:
                aside = rebuilding.run(on_progress, processes)
            except LibraryDamaged as error:
                return Repaired(report, tuple(mended), _not_mended(report, error))
            left += rebuilding.left
            kept = f"{rebuilding.kept:,} versions read anew"
            mended.append(f"{kept}; the documents as they were are {aside}")
        if aside or "index" in kinds:
            mended.append(_indexed(library))
    return Repaired(report, tuple(mended), tuple(left), str(aside) if aside else None)


def _not_mended(report: Report, error: LibraryDamaged) -> tuple[Trouble, ...]:
    """Give what stays wrong where no documents could be made anew."""
    left = [each for each in report.troubles if each.kind != "permissions"]
    if str(error) not in [each.says for each in left]:
        left.append(Trouble("", "database", str(error), "restore a backup"))
    return tuple(left)


def _not_closed(library: Path, marks: Path) -> Trouble | None:
    """Give all files to their owner alone; say so where the file system knows no owners."""
    for trouble in list(beside.open_to_others(beside.files_of(library, marks))):
        path = Path(trouble.where)
        with files.where_known():
            path.chmod(path.stat().st_mode & ~beside.ONLY_MINE)
    if not any(beside.open_to_others(beside.files_of(library, marks))):
        return None
    says = f"{library} lies where files have no owners: others may use them"
    return Trouble("", "permissions", says, "mount it for yourself alone", str(library))


def _indexed(library: Path) -> str:
    Index(library / INDEX).clear()
    with Library.open(library) as made:
        made.index.current()
    return "the index is made anew"


class Rebuilding:
    """New documents made of all sources that are whole.

    `kept` counts their versions; `left` are the sources that are damaged, or gone.
    """

    def __init__(self, library: Path, report: Report) -> None:
        self._library = library
        self._report = report
        self._lost: list[int] = []
        self._seen: set[int] = set()
        self.kept = 0
        self.left: list[Trouble] = []

    def run(self, on_progress: Progress, processes: int | None) -> Path:
        """Make them beside the old ones and put them in place; give where those are kept.

        Raises LibraryDamaged where no source is found, LibraryFull.
        """
        files.sweep(self._library / DOCUMENTS)
        draft = self._library / f"{DOCUMENTS}.{os.getpid()}.tmp"
        try:
            with CableDB(draft, FIELDS, listed=LISTED) as fresh:
                with suppress(LibraryDamaged), opened(self._library) as documents:
                    held = Holdings(documents)
                    self._fill(fresh, in_order(held, self._lost), on_progress, processes)
                    if not self._lost:
                        self._remember(fresh, held)
                if self._lost or not self._seen:
                    found = salvaged(self._library / DOCUMENTS, self._seen)
                    self._fill(fresh, map(_alone, found), on_progress, processes)
                    self._say_what_is_lost()
                wrong = fresh.storage.integrity()
            if wrong or not (self.kept or self._report.versions):
                said = wrong[0] if wrong else "no source is left in it"
                raise LibraryDamaged(f"{self._library / DOCUMENTS} cannot be made anew: {said}.")
            return files.exchange(self._library / DOCUMENTS, draft)
        finally:
            for each in (draft, draft.with_name(f"{draft.name}-journal")):
                with suppress(OSError):
                    each.unlink(missing_ok=True)

    def _fill(
        self,
        fresh: CableDB,
        versions: Iterator[list[Kept]],
        on_progress: Progress,
        processes: int | None,
    ) -> None:
        """Read sources anew, in the order they came in, and keep those that are whole."""
        held, whole = Holdings(fresh), self._whole(versions, on_progress, processes)
        while batch := list(islice(whole, BATCH)):
            with fresh.storage.transaction():
                self.kept += sum(each.outcome != "same" for each in add(held, batch))

    def _whole(
        self, versions: Iterator[list[Kept]], on_progress: Progress, processes: int | None
    ) -> Iterator[Prepared]:
        for some in done(check, versions, processes):
            for each in some:
                self._seen.add(each.number)
                if each.fresh:
                    yield each.fresh
                else:
                    self.left += each.troubles
            on_progress(len(self._seen), max(len(self._seen), self._report.versions))

    def _remember(self, fresh: CableDB, held: Holdings) -> None:
        """Take over which files need not be read again: those of which no source is lost."""
        again = {kept_as(each.where) for each in self.left}
        known = chain.from_iterable(rows.each(held.files.rows, "field_path, document", []))
        wanted = (Row(n, (path,), told) for n, path, told in known if path not in again)
        table = Holdings(fresh).files
        while "" not in again and (batch := list(islice(wanted, BATCH))):
            table.put_all(batch)

    def _say_what_is_lost(self) -> None:
        """Name what is gone as far as it was seen; without a list of what there was, say that."""
        gone = [each for each in self._report.troubles if each.kind == "source"]
        if set(self._lost) <= self._seen and self._report.versions:
            return
        if gone:
            self.left = gone
        else:
            says = f"{self.kept:,} versions were found in its pages; whether that is all is unknown"
            self.left.append(Trouble("", "database", says, "import your files again, to be sure"))


def _alone(found: list[SourceRow]) -> list[Kept]:
    return [Kept(each.number, source=each, anew=True) for each in found]
