"""Every n-th storage call made to fail: killed there, no space, an error, errors from then on.

    python -m tests.harness.faults [--only import] [--every 1] [--jobs 2]

A command is run once under strace to learn which of its calls touch its files, and then once for
each of them and each kind of fault, on the same files. Each time: what is left is the old state or
the new one; where the command did not do what it should, it says so in one line and by its exit
code; and the next run, with no fault, brings about the new state and leaves no draft. `--every 3`
tries every third call. Prints each outcome that is wrong, then a JSON line of counts a command.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from store import importer
from store.backup.made import back_up
from store.library import Library
from tests.harness import command, made, states

CALLS = (
    *("openat", "write", "writev", "pwrite64", "pwritev", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir"),
    *("mkdirat", "rmdir", "fchmod", "chmod", "fchmodat", "flock"),
)
FAULTS = {
    "kill": "signal=KILL:when={0}",
    "no space": "error=ENOSPC:when={0}",
    "error": "error=EIO:when={0}",
    "errors from then": "error=EIO:when={0}+",
}
CALL = re.compile(r"(\d+) +(\w+)\(")
ID = "09MOSCOW1001"
CODES = (0, 3, 4)
"""Exit codes that say what came of it; 0 where it was done all the same."""
PLACE = re.compile("/|standard output")
NOT_BEGUN, UNHEARD = 127, 1
"""Where the program could not be loaded, and where its last words could not be written either."""
PYTHON = "Python runtime state: core initialized"
"""What Python says where it has not begun itself."""

VARIES = re.compile(r"[\d,]+ bytes|\d{8}-\d{6}")
"""What a command says that is not the same each time: how well a time packs, and when it was."""
PLACES = ("in", "library", "kept")
OF_THE_INDEX = re.compile(r"/index/\.tmp|/index\.json\.tmp$")

State = tuple[dict[str, list[str]], dict[str, object], object]
"""Documents, marks, and what a backup says that it holds."""


class Command(NamedTuple):
    """What is run in a folder: its words, and what is there before; `derived` changes no truth.

    What has `marks_first` may be broken off between marks and documents, to be done again.
    """

    words: tuple[str, ...]
    before: Callable[[Path], object] = lambda _: None
    derived: bool = False
    marks_first: bool = False


class Outcome(NamedTuple):
    """What came of one fault."""

    call: str
    fault: str
    number: int
    wrong: tuple[str, ...]
    code: int


def filled(folder: Path) -> None:
    """Make a library that holds three cables already, and some marks."""
    with Library.open(folder / "library", create=True) as library:
        importer.run([made.folder(folder / "earlier", 3)], library)
        library.marks.star([ID])
    made.folder(folder / "in", 12)


def without_marks(folder: Path) -> None:
    filled(folder)
    (folder / "library.marks.json").unlink()


def without_index(folder: Path) -> None:
    filled(folder)
    shutil.rmtree(folder / "library" / "index")
    (folder / "library" / "index.json").unlink()


def backed_up(folder: Path) -> None:
    """Make a library, a backup of another one, and marks of both."""
    with Library.open(folder / "other", create=True) as other:
        importer.run([made.folder(folder / "more", 9)], other)
        other.marks.tag([ID], add=["other"])
    back_up(folder / "other", folder / "other.marks.json", folder / "kept")
    for each in ("other", "more"):
        shutil.rmtree(folder / each)
    (folder / "other.marks.json").unlink()
    filled(folder)


def harmed(folder: Path) -> None:
    """Make a library whose records are not what their sources say."""
    filled(folder)
    path = folder / "library" / "cables.db"
    path.write_bytes(path.read_bytes().replace(b"Embassy Moscow", b"Embassy Mascow"))


COMMANDS = {
    "a first import": Command(
        ("import", "in", "--library", "library"), lambda folder: made.folder(folder / "in", 12)
    ),
    "an import": Command(("import", "in", "--library", "library"), filled),
    "a note": Command(("note", "--replace", ID, "A granary.", "--library", "library"), filled),
    "a first star": Command(
        ("star", "09MOSCOW1000", "--library", "library"),
        without_marks,
    ),
    "a saved search": Command(
        ("searches", "--save", "x", "interfilm", "--library", "library"), filled
    ),
    "a backup": Command(("backup", "--force", "kept", "--library", "library"), backed_up),
    "a restore": Command(
        ("restore", "--force", "kept", "--library", "library"), backed_up, marks_first=True
    ),
    "a repair": Command(("verify", "--repair", "--library", "library"), harmed),
    "an index": Command(
        ("search", "interfilm", "--count", "--library", "library"), without_index, derived=True
    ),
    "the practice library": Command(("search", "exercise", "--count"), derived=True),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", choices=["", *COMMANDS])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    failed = False
    for name in [args.only] if args.only else COMMANDS:
        tried = Tried(COMMANDS[name])
        outcomes = list(tried.all(args.every, args.jobs))
        tried.close()
        for each in outcomes:
            for what in each.wrong:
                print(f"{name}: {each.call} {each.number}, {each.fault}: {what}", flush=True)
        codes = Counter(str(each.code) for each in outcomes)
        wrong = sum(bool(each.wrong) for each in outcomes)
        told = {"command": name, "faults": len(outcomes), "wrong": wrong, "exit codes": codes}
        print(json.dumps(told), flush=True)
        failed |= bool(wrong)
    return 1 if failed else 0


class Tried:
    """A command, the states before and after it, and its faults."""

    def __init__(self, tried: Command) -> None:
        self._command = tried
        self._top = Path(tempfile.mkdtemp())
        self._before = self._top / "before"
        self._before.mkdir()
        tried.before(self._before)
        self.old = self._state(self._before)
        with self._copy("after") as folder:
            log, calls = self._top / "log", ",".join(f"?{call}" for call in CALLS)
            done = self._run(folder, ["-y", "-s", "0", "-o", str(log), "-e", f"trace={calls}"])
            assert done.code == 0, done
            self.new = self._state(folder)
            self.out, self.said = done.out, done.err.splitlines()
            self.folder, self.log = str(folder), log.read_text(errors="replace")
            self.calls = sorted(set(touching(self.log, self.folder)))

    def close(self) -> None:
        shutil.rmtree(self._top)

    def all(self, every: int, jobs: int) -> Iterator[Outcome]:
        """Try every fault at every so manieth call."""
        tries = [(fault, *call) for call in self.calls[::every] for fault in FAULTS]
        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(lambda each: self.one(*each), tries)

    def one(self, fault: str, call: str, number: int) -> Outcome:
        """Try one fault."""
        with self._copy(f"{call} {number} {fault}") as folder:
            inject = f"inject={call}:{FAULTS[fault].format(number)}"
            done = self._run(folder, ["-o", "/dev/null", "-e", f"trace={call}", "-e", inject])
            wrong = list(self._wrong(done, folder))
            return Outcome(call, fault, number, tuple(wrong), done.code)

    def _wrong(self, done: command.Done, folder: Path) -> Iterator[str]:
        left = self._state(folder)
        whole = left == self.new
        between = (self.old[0], *self.new[1:])
        if left not in (self.old, self.new) and not (self._command.marks_first and left == between):
            yield "neither the old state nor the new"
        if done.code >= 0 and done.code != NOT_BEGUN and PYTHON not in done.err:
            if (
                done.code not in (*CODES, UNHEARD)
                or "Traceback" in done.err
                or "panicked" in done.err
            ):
                yield f"exit code {done.code}: {done.err[-1500:]}"
            # A fault that was got over may be told of, in more lines than are said without one.
            if done.code == 0 and not (whole and said(self.out) <= said(done.out)):
                yield f"exit code 0, and not done: {done.out}{done.err}"
            told = [line for line in done.err.splitlines() if line not in self.said]
            if done.code in CODES[1:] and (len(told) != 1 or not PLACE.search(told[0])):
                yield f"said in no line with the place: {done.err!r}"
        again = self._run(folder)
        if again.code or (self._command.derived and again.out != self.out):
            yield f"again: exit code {again.code}: {again.out}{again.err[-1500:]}"
        if self._state(folder) != self.new:
            yield "again: not the new state"
        # A draft of the index, or of its note, goes when that is next written.
        strays = [each for each in states.strays(folder) if not OF_THE_INDEX.search(each)]
        yield from (f"{stray} is left" for stray in strays)

    def _state(self, folder: Path) -> State:
        return state(folder, (str(folder), str(self._before)))

    def _copy(self, name: str) -> "Copy":
        return Copy(self._before, self._top / name.replace(" ", "_"))

    def _run(self, folder: Path, strace: Sequence[str] = ()) -> command.Done:
        before = ("strace", "-f", "-qq", *strace) if strace else ()
        home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
        clean = {key: "" for key in os.environ if key.startswith(("REFTEL", "XDG"))}
        env = {**clean, **home, "PYTHONDONTWRITEBYTECODE": "1"}
        words = [str(folder / each) if each in PLACES else each for each in self._command.words]
        done = command.run(words, before=before, env=env)
        return done._replace(out=VARIES.sub("", done.out.replace(str(folder), "")))


class Copy:
    """A folder as it was before, for one try."""

    def __init__(self, before: Path, at: Path) -> None:
        self._before, self._at = before, at

    def __enter__(self) -> Path:
        shutil.copytree(self._before, self._at)
        return self._at

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._at)


def state(folder: Path, places: Sequence[str]) -> State:
    """Give what a folder holds that is no cache, wherever it lies."""
    here = re.compile("|".join(map(re.escape, places)))
    documents = {
        name: sorted(here.sub("", row) for row in rows)
        for name, rows in states.documents(folder / "library").items()
    }
    if set(documents) <= {"tables"}:
        documents = {}  # a library that was made, and holds nothing
    held = states.backup(folder / "kept")
    return documents, states.marks(folder / "library.marks.json"), held


def said(out: str) -> set[str]:
    """Give the lines of what a command said."""
    return set(out.splitlines())


def touching(log: str, folder: str) -> Iterator[tuple[str, int]]:
    """Say which calls touch a folder: the manieth of that name that its thread makes, each."""
    made: Counter[tuple[str, str]] = Counter()
    for line in log.splitlines():
        found = CALL.match(line)
        if found is None:
            continue
        thread, call = found[1], found[2]
        made[thread, call] += 1
        reading = call == "openat" and "O_CREAT" not in line and "O_RDWR" not in line
        if folder in line and not reading:
            yield call, made[thread, call]


if __name__ == "__main__":
    sys.exit(main())
