"""A disk that is full, and files that are not what they were: what is said, and what is lost.

    python -m tests.harness.disks

A small tmpfs is filled by what is written to it: documents, index, marks, a backup, what is
restored, the practice library; then room is made, and the same is done to its end. (Mounting needs
root; else that part is left out, and said so.) A library that may only be read is read, and says so
where it is to be written. Then each file is made unreadable, emptied, cut, filled with noise, made
of another program or a newer form, or taken away: a command has to say so in one line with the
place and exit code 3, and leave what it found alone, or, where the file is derived, answer as if
nothing had been. Prints one JSON line.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from store import importer
from store.errors import LibraryDamaged, LibraryMissing
from store.library import Library
from store.marks import Marks
from tests.harness import command, made, states
from tests.harness.full import FULL, Fill, said, small


def main() -> int:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    wrong: list[str] = []
    tried = 0
    full = os.geteuid() == 0
    for name, fill in FULL.items() if full else ():
        with tempfile.TemporaryDirectory() as folder, small(Path(folder)):
            wrong += [f"full disk, {name}: {what}" for what in fill(Path(folder))]
        tried += 1
    with tempfile.TemporaryDirectory() as folder:
        wrong += [f"read-only: {what}" for what in read_only(Path(folder))]
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


def read_only(folder: Path) -> Iterator[str]:
    """Take from a library that it may be written to: what reads it goes on, the rest is refused."""
    home, marks = folder / "library", folder / "library.marks.json"
    made.folder(folder / "in", 9)
    with Library.open(home, create=True) as library:
        importer.run([folder / "in" / "00000.txt"], library)
        library.marks.star(["09MOSCOW1000"])
        library.index.current()
    before = states.documents(home), marks.read_bytes()
    below = [folder, home, *home.rglob("*"), marks]
    for each in below:
        each.chmod(0o500 if each.is_dir() else 0o400)
    for words in (["search", "interfilm"], ["show", "09MOSCOW1000"], ["info"], ["verify"]):
        done = command.run([*words, "--library", home], anyone=True)
        if done.code or done.err:
            yield f"{words[0]}: exit code {done.code}, said {done.err!r}"
    for words in (["import", str(folder / "in")], ["star", "09MOSCOW1000", "--off"]):
        done = command.run([*words, "--library", home], anyone=True)
        yield from (f"{words[0]}: {what}" for what in said(done, folder))
    for each in below:
        each.chmod(0o700 if each.is_dir() else 0o600)
    if (states.documents(home), marks.read_bytes()) != before:
        yield "it was written to"


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("other.db"))
    path.with_name("other.db").replace(path)


def documents_gone(lose: Callable[[Path], object], folder: Path) -> Iterator[str]:
    """Take the documents away from under an open library: what is added then is refused."""
    with Library.open(folder / "library", create=True) as library:
        library.add([made.given(1869)])
        lose(folder / "library" / "cables.db")
        try:
            library.add([made.given(1870)])
            yield "what no one finds again was taken"
        except (LibraryMissing, LibraryDamaged) as error:
            if str(folder) not in str(error):
                yield f"said {error}"


def deleted_marks(folder: Path) -> Iterator[str]:
    marks = Marks(folder / "marks.json")
    marks.star(["x"])
    (folder / "marks.json").unlink()
    marks.star(["y"])
    if {mark.id for mark in Marks(folder / "marks.json").all()} != {"x", "y"}:
        yield "marks are lost"


LOSSES: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "moved": lambda path: path.rename(path.with_name("moved.db")),
    "replaced": replaced,
    "deleted with their folder": lambda path: shutil.rmtree(path.parent),
    "emptied": emptied,
    "cut": cut,
    "made noise": noise,
}
WHILE_OPEN: dict[str, Fill] = {
    **{f"documents {name}": partial(documents_gone, lose) for name, lose in LOSSES.items()},
    "marks deleted": deleted_marks,
}

if __name__ == "__main__":
    sys.exit(main())
