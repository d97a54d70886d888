"""A backup put in the place of a library: seen to be whole first, then moved there at once."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from store import files
from store.backup import DOCUMENTS, MARKS, Manifest, Progress
from store.backup.read import extracted, opened
from store.documents import CableDB
from store.errors import LibraryDamaged, LibraryFull, LibraryLocked, LibraryNewer, Refused
from store.holdings import FIELDS, LISTED, Holdings
from store.library import DOCUMENTS as IN_LIBRARY
from store.library import HOLD, INDEX, make_folder
from store.marks.form import checked

PATIENCE = 5.0


class Restored(NamedTuple):
    """What a backup said of itself, and where what was there before is kept."""

    manifest: Manifest
    aside: tuple[str, ...] = ()


def restore(
    file: Path,
    library: Path,
    marks: Path,
    on_progress: Progress = lambda *_: None,
    *,
    force: bool = False,
) -> Restored:
    """Make the library at a folder, and its marks, what a backup holds.

    What is there is kept under another name, and touched only by `force`. Raises Refused for what
    is no whole backup, LibraryFull, LibraryLocked, LibraryNewer, LibraryDamaged, OSError.
    """
    marks = Path(os.path.realpath(marks))  # a link stays one
    with opened(file) as (archive, manifest):
        _make_room(manifest, library)
        own = _marks_of(archive, manifest, marks)
        if not force:
            _see_free(library, marks, own)
        new = not library.exists()
        make_folder(library, library / IN_LIBRARY)
        try:
            with _alone(library), _draft(library) as draft:
                _extract(archive, manifest, draft, on_progress)
                _see_whole(draft, file, manifest)
                with _marked(marks, own, draft) as aside:
                    return Restored(manifest, (*_moved(draft, library), *aside))
        except BaseException:
            if new:
                _take_away(library)
            raise


def _make_room(manifest: Manifest, library: Path) -> None:
    folder = next(each for each in (library, *library.absolute().parents) if each.exists())
    needed = sum(each.bytes for each in manifest.files.values())
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise LibraryFull(f"{folder} has {free:,} bytes free; {needed:,} are needed. Make room.")


def _marks_of(archive: ZipFile, manifest: Manifest, marks: Path) -> bytes | None:
    """Give the marks in a backup, seen to be marks."""
    if MARKS not in manifest.files:
        return None
    taken: list[bytes] = []
    extracted(archive, MARKS, manifest.files[MARKS], taken.append)
    data = b"".join(taken)
    checked(data, marks)
    return data


def _see_free(library: Path, marks: Path, own: bytes | None) -> None:
    """Refuse to put anything in the place of what holds something."""
    if (library / IN_LIBRARY).exists() and _holds_any(library):
        raise Refused(
            f"{library} holds a library already; name another (--library DIR), or --force keeps it"
            " under another name"
        )
    if own is not None and marks.exists() and marks.read_bytes() != own:
        raise Refused(f"{marks} holds marks already; --force keeps them under another name")


def _holds_any(library: Path) -> bool:
    try:
        with CableDB(library / IN_LIBRARY, FIELDS, listed=LISTED, create=False) as documents:
            return len(Holdings(documents).cables) > 0
    except LibraryDamaged:
        return True


@contextmanager
def _alone(library: Path) -> Iterator[None]:
    try:
        with files.held(library / HOLD, f"restore, process {os.getpid()}"):
            yield
    except files.HeldError as error:
        raise LibraryLocked(
            f"{library} is being written to ({error}). Try again when that is done."
        ) from error


@contextmanager
def _draft(library: Path) -> Iterator[Path]:
    files.sweep(library / IN_LIBRARY)
    draft = library / f"{IN_LIBRARY}.{os.getpid()}.tmp"
    files.reserve(draft)
    try:
        yield draft
    finally:
        for each in (draft, draft.with_name(f"{draft.name}-journal")):
            each.unlink(missing_ok=True)


def _extract(archive: ZipFile, manifest: Manifest, draft: Path, on_progress: Progress) -> None:
    member, done = manifest.files[DOCUMENTS], 0
    with files.named(draft), draft.open("r+b") as handle:

        def take(chunk: bytes) -> None:
            nonlocal done
            handle.write(chunk)
            done += len(chunk)
            on_progress(done, member.bytes)

        extracted(archive, DOCUMENTS, member, take)
        handle.flush()
        os.fsync(handle.fileno())


def _see_whole(draft: Path, file: Path, manifest: Manifest) -> None:
    try:
        with CableDB(draft, FIELDS, listed=LISTED, create=False) as documents:
            wrong = documents.storage.integrity()
            if not wrong and len(Holdings(documents).cables) == manifest.cables:
                return
    except LibraryDamaged as error:
        raise Refused(f"{file}: its documents are damaged") from error
    except LibraryNewer as error:
        raise LibraryNewer(f"{file}: a newer reftel wrote its documents. Upgrade first.") from error
    raise Refused(f"{file}: its documents are damaged ({wrong[0] if wrong else 'cables miss'})")


@contextmanager
def _marked(marks: Path, own: bytes | None, draft: Path) -> Iterator[tuple[str, ...]]:
    """Have the marks in place, while `draft` gets there; give the name of those that were there.

    They go first: where they have no room, or it is killed between the two, it can be done again.
    """
    if own is None or (marks.exists() and marks.read_bytes() == own):
        yield ()
        return
    files.make_private(marks.parent)
    with _marks_alone(marks):
        aside = files.unused(marks) if marks.exists() else None
        if aside:
            files.keep(marks, aside)
        files.replace(marks, own, alone=True)
        try:
            yield (str(aside),) if aside else ()
        except BaseException:
            if draft.exists():  # and so not in place
                aside.replace(marks) if aside else marks.unlink()
            raise


@contextmanager
def _marks_alone(marks: Path) -> Iterator[None]:
    try:
        with files.alone(marks.with_name(f"{marks.name}.lock"), PATIENCE):
            yield
    except files.HeldError as error:
        raise LibraryLocked(
            f"{marks}: another process is writing marks. Try again when it is done."
        ) from error


def _moved(draft: Path, library: Path) -> Iterator[str]:
    """Put documents in place; give the name of those there were. The index of others goes."""
    library.joinpath(f"{INDEX}.json").unlink(missing_ok=True)
    place = library / IN_LIBRARY
    if place.exists():
        yield str(files.exchange(place, draft))
    else:
        draft.replace(place)
        files.sync(library)


def _take_away(library: Path) -> None:
    """Remove the folder of a library that did not come to be."""
    with suppress(OSError):
        library.joinpath(HOLD).unlink(missing_ok=True)
        library.rmdir()
