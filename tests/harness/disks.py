"""A disk that is full, and files that are not what they were: what is said, and what is lost.

    python -m tests.harness.disks

A small tmpfs is filled by what is written to it: documents, index, marks, the practice library;
then room is made, and the same is done to its end. (Mounting needs root; else that part is left
out, and said so.) Then each file is made unreadable, emptied, cut, filled with noise, made of
another program or a newer form, or taken away: a command has to say so in one line with the place
and exit code 3, and leave what it found alone, or, where the file is derived, answer as if nothing
had been. Prints one JSON line.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from store import importer
from store.errors import LibraryFull, LibraryMissing, MarksUnsaved
from store.library import Library
from store.marks import Marks
from tests.harness import command, made, states

Fill = Callable[[Path], Iterator[str]]
SMALL, LARGE = "600k", "64m"


def main() -> int:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    wrong: list[str] = []
    tried = 0
    full = os.geteuid() == 0
    for name, fill in FULL.items() if full else ():
        with tempfile.TemporaryDirectory() as folder, small(Path(folder)):
            wrong += [f"full disk, {name}: {what}" for what in fill(Path(folder))]
        tried += 1
    for event, broken in EVENTS.items():
        for victim in VICTIMS:
            wrong += [f"{event}, {victim.name}: {what}" for what in found(broken, victim)]
            tried += 1
    for name, open_ in WHILE_OPEN.items():
        with tempfile.TemporaryDirectory() as folder:
            wrong += [f"while open, {name}: {what}" for what in open_(Path(folder))]
        tried += 1
    print(json.dumps({"tried": tried, "full disks": full or "left out: not root", "wrong": wrong}))
    return 1 if wrong else 0


@contextmanager
def small(folder: Path) -> Iterator[None]:
    """Have a small disk at a folder meanwhile."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "none", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def make_room(folder: Path) -> None:
    subprocess.run(["mount", "-o", f"remount,size={LARGE}", folder], check=True)


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
    "the practice library": full_of_practice,
}


class Victim(NamedTuple):
    """A file beside a folder, the command that needs it, and whether it can be made again."""

    name: str
    file: str
    words: tuple[str, ...]
    derived: bool = False


VICTIMS = (
    Victim("documents, read", "library/cables.db", ("search", "interfilm", "--count")),
    Victim("documents, written", "library/cables.db", ("import", "in/00001.txt")),
    Victim("index", "library/index/meta.json", ("search", "interfilm", "--count"), derived=True),
    Victim("note of the index", "library/index.json", ("search", "raid", "--count"), derived=True),
    Victim("marks", "library.marks.json", ("star", "09MOSCOW1001")),
)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def noise(path: Path) -> None:
    path.write_bytes(random.Random(0).randbytes(path.stat().st_size))


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


def newer(path: Path) -> None:
    """Have a later reftel write it."""
    if path.suffix == ".db":
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 999")
        connection.close()
    else:
        data = path.read_bytes()
        path.write_bytes(data.replace(b'"version": ', b'"version": 99').replace(b't": ', b't": 99'))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def shut(path: Path) -> None:
    path.chmod(0)


EVENTS = {
    "emptied": emptied,
    "cut": cut,
    "noise": noise,
    "zeros": zeros,
    "a foreign database": foreign,
    "a newer form": newer,
    "a folder": a_folder,
    "no permission": shut,
}


def found(broken: Callable[[Path], object], victim: Victim) -> Iterator[str]:
    """Break a file, and say what is wrong with what the command then does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made.folder(folder / "in", 9)
        with Library.open(folder / "library", create=True) as library:
            importer.run([folder / "in" / "00000.txt"], library)
            library.marks.star(["09MOSCOW1000"])
        path = folder / victim.file
        broken(path)
        before = held(path)
        words = [str(folder / each) if each.startswith("in/") else each for each in victim.words]
        done = command.run([*words, "--library", folder / "library"], anyone=True)
        if victim.derived:
            if (done.code, done.out, done.err) != (0, "1\n", ""):
                yield f"exit code {done.code}: {done.out} {done.err[-600:]}"
            return
        yield from said(done, folder)
        if held(path) != before:
            yield "what was found is written over"


def held(path: Path) -> bytes | list[str]:
    return sorted(each.name for each in path.iterdir()) if path.is_dir() else path.read_bytes()


def deleted_documents(folder: Path) -> Iterator[str]:
    yield from _documents_gone(folder, lambda path: path.unlink())


def moved_documents(folder: Path) -> Iterator[str]:
    yield from _documents_gone(folder, lambda path: path.rename(path.with_name("moved.db")))


def deleted_library(folder: Path) -> Iterator[str]:
    yield from _documents_gone(folder, lambda path: shutil.rmtree(path.parent))


def replaced_documents(folder: Path) -> Iterator[str]:
    def replace(path: Path) -> None:
        shutil.copy(path, path.with_name("other.db"))
        path.with_name("other.db").replace(path)

    yield from _documents_gone(folder, replace)


def _documents_gone(folder: Path, lose: Callable[[Path], object]) -> Iterator[str]:
    """Take the documents away from under an open library: what is added then is refused."""
    with Library.open(folder / "library", create=True) as library:
        library.add([made.given(1869)])
        lose(folder / "library" / "cables.db")
        try:
            library.add([made.given(1870)])
            yield "what no one finds again was taken"
        except LibraryMissing as error:
            if str(folder) not in str(error):
                yield f"said {error}"


def deleted_marks(folder: Path) -> Iterator[str]:
    marks = Marks(folder / "marks.json")
    marks.star(["x"])
    (folder / "marks.json").unlink()
    marks.star(["y"])
    if {mark.id for mark in Marks(folder / "marks.json").all()} != {"x", "y"}:
        yield "marks are lost"


WHILE_OPEN: dict[str, Fill] = {
    "documents deleted": deleted_documents,
    "documents moved": moved_documents,
    "documents replaced": replaced_documents,
    "library deleted": deleted_library,
    "marks deleted": deleted_marks,
}

if __name__ == "__main__":
    sys.exit(main())
