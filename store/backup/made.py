"""Making a backup: a copy of one moment, written beside its place, read back, put there whole."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from store import files
from store.backup import CHUNK, DOCUMENTS, MANIFEST, MARKS, Manifest, Member, Progress
from store.backup.read import extracted, opened
from store.documents import CableDB
from store.errors import LibraryDamaged, LibraryFull, LibraryLocked, LibraryMissing, Refused
from store.holdings import FIELDS, LISTED, Holdings
from store.library import DOCUMENTS as IN_LIBRARY
from store.marks.form import checked

LEVEL = 1
"""What is packed already gains little by more, and the rest takes three times as long."""


def back_up(
    library: Path,
    marks: Path,
    file: Path,
    on_progress: Progress = lambda *_: None,
    *,
    force: bool = False,
) -> Manifest:
    """Write a library and its marks to `file`, over one that is there only by `force`.

    A link stays one: what it leads to is written. Raises LibraryMissing, LibraryDamaged,
    LibraryFull, LibraryLocked, MarksDamaged; Refused, OSError.
    """
    if not (library / IN_LIBRARY).exists():
        raise LibraryMissing(f"There is no library at {library}.")
    if os.path.lexists(file) and not force:
        raise Refused(f"{file} is there already; --force writes over it")
    file = Path(os.path.realpath(file))
    if file.exists() and not file.is_file():
        raise Refused(f"{file} is there already, and no file to be written over")
    own = marks.read_bytes() if marks.exists() else None
    if own is not None:
        checked(own, marks)
    with _draft(file) as draft:
        copy = _place_for_copy(library, draft)
        try:
            cables = _copied(library, copy)
            made = _written(draft, copy, cables, own, on_progress)
        finally:
            copy.unlink(missing_ok=True)
        _seen_through(draft)
        if force:
            draft.replace(file)
        else:
            _linked(draft, file)
        files.sync(file.absolute().parent)
    return made


@contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """Give a file beside `file` that is no other's; one that a killed one left is taken over."""
    draft = file.with_name(f"{file.name}.part")
    try:
        with files.alone(draft, 0):
            try:
                yield draft
            finally:
                draft.unlink(missing_ok=True)
    except files.HeldError as error:
        raise LibraryLocked(f"{file} is being written by another process.") from error


def _place_for_copy(library: Path, draft: Path) -> Path:
    """Name a file for the copy: in the library, unless no one may write there."""
    place = library / IN_LIBRARY
    if os.access(library, os.W_OK):
        files.sweep(place)
        return place.with_name(f"{place.name}.{os.getpid()}.tmp")
    copy = draft.with_name(f"{draft.name}.db")
    copy.unlink(missing_ok=True)
    return copy


def _copied(library: Path, copy: Path) -> int:
    """Copy the documents as they are at one moment; give how many cables they are."""
    with CableDB(library / IN_LIBRARY, FIELDS, listed=LISTED, create=False) as documents:
        needed = (library / IN_LIBRARY).stat().st_size
        free = shutil.disk_usage(copy.absolute().parent).free
        if free < needed:
            raise LibraryFull(
                f"{copy.absolute().parent} has {free:,} bytes free; {needed:,} are needed to begin."
            )
        documents.storage.snapshot(copy, lambda *_: None)
    with CableDB(copy, FIELDS, listed=LISTED, create=False) as copied:
        return len(Holdings(copied).cables)


def _written(
    draft: Path, copy: Path, cables: int, own: bytes | None, on_progress: Progress
) -> Manifest:
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    members = {}
    with files.named(draft), draft.open("r+b") as handle:
        handle.truncate()
        with files.where_known():
            os.fchmod(handle.fileno(), 0o600)
        with ZipFile(handle, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            with copy.open("rb") as source:
                members[DOCUMENTS] = _packed(archive, DOCUMENTS, source, on_progress)
            if own is not None:
                members[MARKS] = _packed(archive, MARKS, BytesIO(own), lambda *_: None)
            manifest = Manifest(made, cables, members)
            archive.writestr(_info(MANIFEST), manifest.written())
        handle.flush()
        os.fsync(handle.fileno())
    return manifest


def _packed(archive: ZipFile, name: str, source: IO[bytes], on_progress: Progress) -> Member:
    total = source.seek(0, os.SEEK_END)
    source.seek(0)
    digest, done = sha256(), 0
    with archive.open(_info(name), "w", force_zip64=True) as packed:
        while chunk := source.read(CHUNK):
            packed.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            on_progress(done, total)
    return Member(done, digest.hexdigest())


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, time.gmtime()[:6])
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _seen_through(draft: Path) -> None:
    """Read back what was written, to the last byte."""
    try:
        with opened(draft) as (archive, manifest):
            for name, member in manifest.files.items():
                extracted(archive, name, member, lambda _: None)
    except Refused as error:
        raise LibraryDamaged(f"{draft} came out damaged ({error}). See to the disk.") from error


def _linked(draft: Path, file: Path) -> None:
    """Give the draft its name, unless something has taken that meanwhile."""
    try:
        files.put(draft, file)
    except FileExistsError:
        raise Refused(f"{file} is there already; --force writes over it") from None
