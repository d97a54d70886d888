"""kill -9 at random moments, and what is left.

    python -m tests.harness.kills [--kills 500] [--only import]

After each kill: the documents are whole, the marks can be read, each change that was told is there,
nothing else is half there, no draft is left, and the next run of the same goes on. Prints one JSON
line of counts a victim.
"""

import argparse
import json
import random
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from store import importer
from store.backup.made import back_up
from store.backup.restored import restore
from store.errors import ReftelError
from store.info import Info
from store.library import Library
from store.marks import Marks
from store.practice import practice
from store.verify.repair import repair
from tests.harness import made, states
from tests.harness.command import ROOT
from tests.harness.victim import ELSEWHERE, PLACE

FILES = 400
LONGEST = {"import": 0.9, "practice": 0.6, "verify": 1.5, "repair": 2.0}
"""Seconds from the first word of a process to the kill, at most; 0.3 of the others."""


DERIVING = ("reindex", "verify", "repair", "backup", "restore")
"""Victims that leave the documents as they are."""


class Killed:
    """One folder, and the kills in it."""

    def __init__(self, name: str, folder: Path, draw: random.Random) -> None:
        self.name = name
        self.folder = folder
        self._draw = draw
        self.acknowledged: list[str] = []
        self.ended = 0
        self.wrong: list[str] = []

    def kill(self) -> None:
        """Start the victim where the last one came to, and kill it after a while."""
        first = int(self.acknowledged[-1].split()[0]) + 1 if self._counts() else 0
        given = [self.name, str(self.folder), str(first if self.name != "import" else 0)]
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.harness.victim", *given],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        # From its start on, but not always: most of that is Python's own.
        if self._draw.random() < 0.8:
            assert process.stdout
            select.select([process.stdout], [], [], 60)
        with suppress(subprocess.TimeoutExpired):
            process.wait(self._draw.uniform(0, LONGEST.get(self.name, 0.3)))
        self.ended += process.poll() == 0
        process.kill()
        out, err = process.communicate()
        self.acknowledged += [line for line in out.decode().split("\n")[:-1] if line != "end"]
        if err and process.returncode not in (0, -9):
            self.wrong.append(err.decode()[-1500:])

    def _counts(self) -> bool:
        return bool(self.acknowledged) and self.name in ("add", "marks")

    def look(self) -> None:
        """Note what is not as it is to be."""
        try:
            self.wrong += CHECKS[self.name](self.folder, self.acknowledged)
        except Exception as error:
            self.wrong.append(f"{type(error).__name__}: {error}")

    def again(self) -> None:
        """Begin anew where the victim came to its end."""
        if self.ended:
            shutil.rmtree(self.folder / "library")
            self.acknowledged, self.ended = [], 0


def cables_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    states.documents(folder / "library")
    if not (folder / "library" / "cables.db").exists():
        if acknowledged:
            yield "the library is gone"
        return
    with Library.open(folder / "library") as library:
        for told in acknowledged:
            id, _, version = told.rpartition(" ")  # noqa: A001
            if not library.raw(id, int(version)):
                yield f"{told} is gone"
        if library.search("interfilm").total != len(library):
            yield "a search does not find all"


def added_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    yield from cables_there(folder, [f"09MOSCOW{each} 1" for each in acknowledged[-50:]])
    if acknowledged:
        with Library.open(folder / "library") as library:
            if len(library) - len(acknowledged) not in range(3 + len(acknowledged)):
                yield f"{len(library)} cables, {len(acknowledged)} told"


def marks_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    if not (folder / "marks.json").exists():
        if acknowledged:
            yield "the marks are gone"
        return
    marks = Marks(folder / "marks.json")
    marks.star(["after"])
    has = {mark.id: mark for mark in marks.all()}
    saved = {search.name for search in marks.searches.all()}
    for told in acknowledged:
        number, kind = told.split()
        mark = has.get(f"09MOSCOW{number}")
        there = mark and (mark.starred, mark.tags, mark.notes, mark.position, f"s{number}" in saved)
        if not there or not there[int(kind)]:
            yield f"{told} is gone"


def same_documents(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    before = folder / "before.json"
    now = json.dumps(states.documents(folder / "library"))
    if not before.exists():
        before.write_text(now)
    elif before.read_text() != now.replace(ELSEWHERE, PLACE):  # harmed, and not mended yet
        yield "the documents are not what they were"
    with Library.open(folder / "library") as library:
        if library.search("interfilm").total != len(library):
            yield "a search does not find all"


def practice_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    with practice(folder / "practice") as library:
        if not len(library) == Info.of(library).indexed >= 30:
            yield f"the practice library has {len(library)} cables"


def backup_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    """Restore what there is of a backup: the one before, or the new one."""
    if not (folder / "backup").exists():
        if acknowledged:
            yield "the backup is gone"
        return
    restore(folder / "backup", folder / "tried", folder / "tried.json", force=True)
    if states.documents(folder / "tried") != states.documents(folder / "library"):
        yield "the backup does not hold the library"
    shutil.rmtree(folder / "tried")


def restored_there(folder: Path, acknowledged: list[str]) -> Iterator[str]:
    there = states.documents(folder / "restored")
    if there and there != states.documents(folder / "library"):
        yield "what was restored is not what was backed up"


CHECKS: dict[str, Callable[[Path, list[str]], Iterator[str]]] = {
    "import": cables_there,
    "add": added_there,
    "marks": marks_there,
    "reindex": same_documents,
    "verify": same_documents,
    "repair": same_documents,
    "practice": practice_there,
    "backup": backup_there,
    "restore": restored_there,
}


def ended(name: str, folder: Path) -> Iterator[str]:
    """Do the same once more to its end; nothing that was killed may have left a draft for ever."""
    if name in ("import", "add"):
        with Library.open(folder / "library", create=True) as library:
            importer.run([folder / "in"], library)
            library.index.current()
    elif name == "marks":
        Marks(folder / "marks.json").star(["the last"])
    elif name == "practice":
        (folder / "practice" / "seeds").unlink()
        practice(folder / "practice").close()
    elif name == "backup":
        back_up(folder / "library", folder / "marks.json", folder / "backup", force=True)
    elif name == "restore":
        restore(folder / "backup", folder / "restored", folder / "restored.json", force=True)
    else:
        repair(folder / "library", folder / "marks.json", lambda *_: None)
        with Library.open(folder / "library") as library:
            library.index.current(anew=True)
        now = json.dumps(states.documents(folder / "library"))
        if now != (folder / "before.json").read_text():
            yield "the documents are not what they were in the end"
    for each in states.strays(folder):
        yield f"{each} is left"


def killed(name: str, kills: int, seed: int = 0, files: int = FILES) -> dict[str, object]:
    """Kill a victim so many times; say what is wrong."""
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at)
        made.folder(folder / "in", files)
        one = Killed(name, folder, random.Random(seed))
        if name in DERIVING:
            with Library.open(folder / "library", create=True) as library:
                importer.run([folder / "in"], library)
                library.marks.star(["x"])
            back_up(folder / "library", folder / "library.marks.json", folder / "backup")
            one.look()
        acknowledged = 0
        for _ in range(kills):
            before = len(one.acknowledged)
            one.kill()
            acknowledged += len(one.acknowledged) - before
            one.look()
            if name == "import":
                one.again()
        try:
            one.wrong += ended(name, folder)
        except ReftelError as error:
            one.wrong.append(f"the next run: {error}")
    wrong = sorted(set(one.wrong))
    return {"victim": name, "kills": kills, "acknowledged": acknowledged, "wrong": wrong}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--only", choices=sorted(CHECKS))
    args = parser.parse_args()
    names = [args.only] if args.only else sorted(CHECKS)
    failed = False
    for number, name in enumerate(names):
        share = args.kills // len(names) + (number < args.kills % len(names))
        begun = time.monotonic()
        told = killed(name, share)
        told["seconds"] = round(time.monotonic() - begun)
        print(json.dumps(told), flush=True)
        failed |= bool(told["wrong"])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
