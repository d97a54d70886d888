"""A small disk, and what fills it: each says what is wrong with what was said and what is left."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import LibraryFull, MarksUnsaved
from store.library import Library
from store.marks import Marks
from tests.harness import command, made, states

Fill = Callable[[Path], Iterator[str]]
SMALL, LARGE = "600k", "64m"


@contextmanager
def small(folder: Path) -> Iterator[None]:
    """Have a small disk at a folder meanwhile."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "none", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def make_room(folder: Path) -> None:
    resize(folder, LARGE)


def resize(folder: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)


def full_of_documents(folder: Path) -> Iterator[str]:
    """Add cables until there is no room, and then the rest."""
    with Library.open(folder / "library", create=True) as library:
        told = []
        try:
            for number in range(1000, 2000):
                library.add([made.given(number)])
                told.append(f"09MOSCOW{number}")
            yield "there was room for all"
        except LibraryFull:
            pass
        gone = set(told) - set(library.rows(told))
        if gone or not told:
            yield f"{len(gone)} of {len(told)} are lost"
        make_room(folder)
        library.add([made.given(number)])
        if len(library) != len(told) + 1 or library.search("interfilm").total != len(library):
            yield "not as it was, with room"


def full_of_an_import(folder: Path) -> Iterator[str]:
    """Import what has no room, and again with room."""
    with tempfile.TemporaryDirectory() as elsewhere:
        source = made.folder(Path(elsewhere) / "in", 300)
        words = ["import", source, "--library", folder / "library"]
        done = command.run(words)
        yield from said(done, folder)
        states.documents(folder / "library")
        make_room(folder)
        done = command.run(words)
        if done.code != 4 or "Traceback" in done.err:
            yield f"with room: exit code {done.code} {done.err[-500:]}"
        alone = Path(elsewhere) / "library"
        command.run(["import", source, "--library", alone])
        if states.documents(folder / "library") != states.documents(alone):
            yield "with room: not the library that was meant"
        yield from (f"{stray} is left" for stray in states.strays(folder))


def full_of_an_index(folder: Path) -> Iterator[str]:
    """Search where the index has no room."""
    make_room(folder)
    with Library.open(folder / "library", create=True) as library:
        library.add([made.given(number) for number in range(1000, 1020)])
    filler(folder)
    done = command.run(["search", "interfilm", "--count", "--library", folder / "library"])
    if (done.code, done.out) != (0, "20\n"):
        yield f"exit code {done.code}: {done.out} {done.err[-500:]}"
    (folder / "filler").unlink()
    done = command.run(["search", "interfilm", "--count", "--library", folder / "library"])
    if (done.code, done.out) != (0, "20\n"):
        yield f"with room: exit code {done.code}: {done.out} {done.err[-500:]}"


def full_of_marks(folder: Path) -> Iterator[str]:
    """Note until there is no room, and then once more."""
    marks = Marks(folder / "marks.json")
    told = 0
    try:
        for number in range(100):
            marks.note(f"09MOSCOW{number}", "n" * 9_000)
            told += 1
        yield "there was room for all"
    except MarksUnsaved:
        pass
    if len(Marks(folder / "marks.json").all()) != told:
        yield "notes are lost"
    make_room(folder)
    marks.note("09MOSCOW1869", "n" * 9_000)
    if len(Marks(folder / "marks.json").all()) != told + 1:
        yield "not as it was, with room"
    yield from (f"{stray} is left" for stray in states.strays(folder))


def full_of_practice(folder: Path) -> Iterator[str]:
    """Open the practice library where there is no room for it."""
    filler(folder)
    env = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    yield from said(command.run(["search", "exercise", "--count"], env=env), folder, lines=2)
    (folder / "filler").unlink()
    make_room(folder)
    done = command.run(["search", "exercise", "--count"], env=env)
    if done.code:
        yield f"with room: exit code {done.code}: {done.err[-500:]}"
    yield from (f"{stray} is left" for stray in states.strays(folder))


def full_of_a_backup(folder: Path) -> Iterator[str]:
    """Write a backup where there is no room, over one that is there, and with room."""
    with tempfile.TemporaryDirectory() as elsewhere:
        library = Path(elsewhere) / "library"
        source = made.folder(Path(elsewhere) / "in", 300)
        words = ["backup", folder / "kept", "--force", "--library", library]
        command.run(["import", source / "00000.txt", "--library", library])
        before = command.run(words), states.backup(folder / "kept")
        command.run(["import", source, "--library", library])
        yield from said(command.run(words), folder)
        if states.backup(folder / "kept") != before[1]:
            yield "the backup that was there is not what it was"
        make_room(folder)
        done = command.run(words)
        if done.code or states.backup(folder / "kept") == before[1]:
            yield f"with room: exit code {done.code} {done.err[-500:]}"
        yield from (f"{stray} is left" for stray in states.strays(folder))


def full_of_what_is_restored(folder: Path) -> Iterator[str]:
    """Restore where there is no room, for documents or only for marks, and with room."""
    with tempfile.TemporaryDirectory() as elsewhere:
        library, kept = Path(elsewhere) / "library", Path(elsewhere) / "kept"
        source = made.folder(Path(elsewhere) / "in", 150)
        command.run(["import", source, "--library", library])
        command.run(["star", "09MOSCOW1000", "--library", library])
        command.run(["backup", kept, "--library", library])
        words = ["restore", kept, "--library", folder / "library"]
        room = (library / "cables.db").stat().st_size + (
            1 << 12
        )  # which the note of who holds it takes
        for size in (SMALL, str(room)):
            resize(folder, size)
            yield from said(command.run(words), folder)
            left = [each.name for each in folder.iterdir() if not each.name.endswith(".lock")]
            yield from (f"with {size}, {each} is left" for each in left)
        make_room(folder)
        done = command.run(words)
        if done.code or states.documents(folder / "library") != states.documents(library):
            yield f"with room: exit code {done.code} {done.err[-500:]}"


def filler(folder: Path) -> None:
    """Fill a disk to its last byte."""
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 12))
        except OSError:
            return


def said(done: command.Done, place: Path, lines: int = 1) -> Iterator[str]:
    """Say what is wrong with how a trouble was named."""
    told = done.err.splitlines()
    if done.code != 3 or len(told) > lines or not told or str(place) not in told[-1]:
        yield f"exit code {done.code}, said {done.err[-600:]!r}"


FULL: dict[str, Fill] = {
    "documents": full_of_documents,
    "an import": full_of_an_import,
    "an index": full_of_an_index,
    "marks": full_of_marks,
    "a backup": full_of_a_backup,
    "what is restored": full_of_what_is_restored,
    "the practice library": full_of_practice,
}
