"""All that is derived made anew from the sources; a source itself is never written to.

Where records, counts or pages are wrong a new file of documents is made beside the old one, of all
sources that are whole, and put in its place; the old one stays under another name. Who may read the
files, and the index, are mended where they are.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from store import files
from store.documents import CableDB
from store.documents.rows import Kept
from store.errors import LibraryDamaged
from store.holdings import FIELDS, LISTED, Holdings
from store.holdings.prepared import Prepared
from store.importer.intake import kept_as
from store.index import Index
from store.jobs import done
from store.library import DOCUMENTS, INDEX, Library
from store.verify import Progress, Report, Trouble, alone, beside, looked_at, opened, rows
from store.verify.check import check
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
        mended = _closed(library, marks) if "permissions" in kinds else []
        left = [each for each in report.troubles if each.kind in ("marks", "source")]
        aside: Path | None = None
        if kinds & REBUILT or report.older:
            try:
                aside, kept = _rebuilt(library, left, on_progress, processes)
            except LibraryDamaged as error:
                return Repaired(report, tuple(mended), _not_mended(report, error))
            mended.append(f"{kept:,} versions read anew; the documents as they were are {aside}")
        if aside or "index" in kinds:
            mended.append(_indexed(library))
    return Repaired(report, tuple(mended), tuple(left), str(aside) if aside else None)


def _not_mended(report: Report, error: LibraryDamaged) -> tuple[Trouble, ...]:
    """Give what stays wrong where no documents could be made anew."""
    left = [each for each in report.troubles if each.kind != "permissions"]
    if str(error) not in [each.says for each in left]:
        left.append(Trouble("", "database", str(error), "restore a backup"))
    return tuple(left)


def _closed(library: Path, marks: Path) -> list[str]:
    """Give all files to their owner alone."""
    for trouble in list(beside.open_to_others(beside.files_of(library, marks))):
        path = Path(trouble.where)
        path.chmod(path.stat().st_mode & ~beside.ONLY_MINE)
    return ["the files are their owner's alone"]


def _indexed(library: Path) -> str:
    Index(library / INDEX).clear()
    with Library.open(library) as made:
        made.refresh()
    return "the index is made anew"


def _rebuilt(
    library: Path, lost: list[Trouble], on_progress: Progress, processes: int | None
) -> tuple[Path, int]:
    """Make new documents of the sources; `lost` are those that are not whole."""
    for left in library.glob(f"{DOCUMENTS}.*.tmp*"):  # of one that was killed
        left.unlink(missing_ok=True)
    draft = library / f"{DOCUMENTS}.repaired.tmp"
    try:
        with opened(library) as documents:
            held = Holdings(documents)
            with CableDB(draft, FIELDS, listed=LISTED) as fresh:
                kept = _filled(fresh, _whole(held, on_progress, processes))
                _remember(fresh, held, {each.where for each in lost})
                wrong = fresh.storage.integrity()
        if wrong:
            raise LibraryDamaged(f"{draft} came out damaged ({wrong[0]}). See to the disk.")
        return files.exchange(library / DOCUMENTS, draft), kept
    finally:
        for each in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _whole(held: Holdings, on_progress: Progress, processes: int | None) -> Iterator[Prepared]:
    """Read all sources anew, in the order they came in; those that are damaged are left out."""
    told, total = 0, rows.last(held.sources.rows)
    for some in done(check, in_order(held), processes):
        yield from (each.fresh for each in some if each.fresh)
        told += len(some)
        on_progress(told, max(told, total))


def _filled(fresh: CableDB, versions: Iterator[Prepared]) -> int:
    held, kept = Holdings(fresh), 0
    while batch := list(islice(versions, BATCH)):
        with fresh.storage.transaction():
            kept += sum(each.outcome != "same" for each in held.add(batch))
    return kept


def _remember(fresh: CableDB, held: Holdings, lost: set[str]) -> None:
    """Take over which files need not be read again: those of which no source is lost."""
    unread = {kept_as(path) for path in lost}
    if "" in unread:
        return  # no one knows where it came from: all are read again
    known = chain.from_iterable(rows.each(held.files.rows, "field_path, document", []))
    wanted = (Kept(n, (path,), told) for n, path, told in known if path not in unread)
    table = Holdings(fresh).files
    while batch := list(islice(wanted, BATCH)):
        table.put_all(batch)
