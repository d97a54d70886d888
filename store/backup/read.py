"""A backup read with no trust in it: three names, sizes known before, sums held to at the end."""

import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from store.backup import (
    CHUNK,
    DOCUMENTS,
    LARGEST_MANIFEST,
    MANIFEST,
    MARKS,
    Manifest,
    Member,
    manifest,
)
from store.errors import LibraryNewer, Refused

MOST_TIMES = 200
"""Documents pack to a half or a tenth; what grows more was made to fill a disk."""
SLACK = 1 << 24
ENCRYPTED = 0x1
NO_BACKUP = "it is no backup of reftel"
DAMAGED = "it is damaged"


@contextmanager
def opened(file: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """Open a backup, its manifest read and held against what the archive lists; Refused."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise Refused(f"{file}: {NO_BACKUP}, but something other than a file")
    try:
        archive = ZipFile(file)
    except (BadZipFile, NotImplementedError, UnicodeError, ValueError) as error:
        raise Refused(f"{file}: {NO_BACKUP}, or damaged ({error})") from error
    with archive:
        try:
            told = _listed(archive)
        except (Refused, LibraryNewer) as error:
            raise type(error)(f"{file}: {error}") from error
        yield archive, told


def _listed(archive: ZipFile) -> Manifest:
    names = sorted(each.filename for each in archive.infolist())
    if names not in (sorted([DOCUMENTS, MANIFEST]), sorted([DOCUMENTS, MANIFEST, MARKS])):
        raise Refused(f"{NO_BACKUP}: it holds other files")
    for each in archive.infolist():
        known = each.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        if each.flag_bits & ENCRYPTED or not known:
            raise Refused(f"{NO_BACKUP}: it is packed another way")
        if each.file_size > each.compress_size * MOST_TIMES + SLACK:
            raise Refused("it would unpack to far more than it is")
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise Refused(f"{NO_BACKUP}: its manifest is too large")
    told = manifest(_whole(archive, MANIFEST, LARGEST_MANIFEST))
    for name in names:
        if name != MANIFEST and told.files.get(name, Member(-1, ""))[0] != _size(archive, name):
            raise Refused(f"{DAMAGED}: {name} is not of the size its manifest says")
    return told


def _size(archive: ZipFile, name: str) -> int:
    return archive.getinfo(name).file_size


def _whole(archive: ZipFile, name: str, most: int) -> bytes:
    return b"".join(_chunks(archive, name, most))


def _chunks(archive: ZipFile, name: str, most: int) -> Iterator[bytes]:
    """Unpack a member, `most` bytes of it and no more."""
    left = most
    try:
        with archive.open(name) as packed:
            while left and (chunk := packed.read(min(CHUNK, left))):
                left -= len(chunk)
                yield chunk
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        said = f"{DAMAGED}: {name} does not unpack"
        raise Refused(f"{archive.filename}: {said}") from error


def extracted(archive: ZipFile, name: str, member: Member, take: Callable[[bytes], object]) -> None:
    """Hand a member on, piece by piece; Refused at the end where it is not what was packed."""
    digest, size = sha256(), 0
    for chunk in _chunks(archive, name, member.bytes):
        digest.update(chunk)
        size += len(chunk)
        take(chunk)
    if (size, digest.hexdigest()) != member:
        raise Refused(f"{archive.filename}: {DAMAGED}: {name} is not what was packed")
