"""Whether a library is what was taken in: each source, each record, what is counted and indexed.

Nothing is changed by looking; `store.verify.repair` makes anew what is derived.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EROFS
from pathlib import Path
from typing import NamedTuple

from store import files
from store.documents import CableDB
from store.errors import LibraryDamaged, LibraryLocked, LibraryMissing
from store.holdings import FIELDS, LISTED, Holdings
from store.library import DOCUMENTS, HOLD, INDEX
from store.verify import beside, database
from store.verify.chains import Chains
from store.verify.looking import Looking, Progress
from store.verify.trouble import Trouble

__all__ = ["Progress", "Report", "Trouble", "alone", "looked_at", "opened", "verify"]


class Report(NamedTuple):
    """What was looked at, and what is wrong.

    `older` records were made by another reading of this program, which is no damage; `unread` could
    not be read again here, such as a PDF where nothing reads those; `indexed` says how the index
    stands.
    """

    library: str
    cables: int = 0
    versions: int = 0
    older: int = 0
    unread: int = 0
    indexed: str = "not looked at"
    troubles: tuple[Trouble, ...] = ()


def verify(
    library: Path,
    marks: Path,
    on_progress: Progress = lambda *_: None,
    processes: int | None = None,
) -> Report:
    """Look at all of a library, in as many processes as there are cores unless told.

    Raises LibraryMissing, LibraryNewer, LibraryLocked; damage is in what it gives.
    """
    with alone(library):
        return looked_at(library, marks, on_progress, processes)


@contextmanager
def alone(library: Path) -> Iterator[None]:
    """Keep imports away meanwhile; LibraryMissing, LibraryLocked where one is at work."""
    if not (library / DOCUMENTS).exists():
        raise LibraryMissing(f"There is no library at {library}.")
    with ExitStack() as hold:
        try:
            hold.enter_context(files.held(library / HOLD, f"verify, process {os.getpid()}"))
        except files.HeldError as error:
            raise LibraryLocked(
                f"{library} is being written to ({error}). Try again when that is done."
            ) from error
        except PermissionError:
            pass  # who may not write may look
        except OSError as error:
            if error.errno != EROFS:
                raise
        yield


def looked_at(library: Path, marks: Path, on_progress: Progress, processes: int | None) -> Report:
    """Look at a library that is held already."""
    around = (*beside.open_to_others(beside.files_of(library, marks)), *beside.of_marks(marks))
    report = Report(str(library))
    try:
        with opened(library) as documents:
            report = _of_documents(documents, library / INDEX, report, on_progress, processes)
    except LibraryDamaged as error:  # of what all else hangs on, such as the names of the tables
        lost = Trouble("", "database", str(error), "restore a backup", str(library / DOCUMENTS))
        report = report._replace(troubles=(lost,))
    return report._replace(troubles=(*report.troubles, *around))


@contextmanager
def opened(library: Path) -> Iterator[CableDB]:
    """Open the documents of a library that may be damaged; raises what `Library.open` raises."""
    documents = CableDB(library / DOCUMENTS, FIELDS, listed=LISTED, create=False)
    try:
        yield documents
    finally:
        documents.close()


def _of_documents(
    documents: CableDB, folder: Path, report: Report, on_progress: Progress, processes: int | None
) -> Report:
    held, storage = Holdings(documents), documents.storage
    index, stands = beside.index_of(folder, storage)
    looking = Looking(held, on_progress, processes, entries=index is not None)
    chains, told = Chains(), dict[int, str]()
    troubles = list(database.of_pages(storage))
    cables = versions = older = unread = 0
    for table, each in looking.each():
        troubles += each.troubles
        if table:
            chains.take(each, newest=table == "cables")
        if each.entry:
            told[each.number] = each.entry
        cables += table == "cables"
        versions += 1
        older += each.older
        unread += each.unread
    troubles += [*looking.gone(), *chains.troubles()]
    for shelf in (held.cables.rows, held.superseded.rows, held.sources.rows, held.files.rows):
        troubles += database.of_counts(shelf)
    if index is not None:
        troubles += beside.of_index(index, folder, looking.keys, told)
    return report._replace(
        cables=cables,
        versions=versions,
        older=older,
        unread=unread,
        indexed=stands,
        troubles=tuple(troubles),
    )
