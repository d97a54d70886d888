"""Two processes at once on one library.

    python -m tests.harness.pairs [--cables 3000] [--writes 1000]

Two imports: the second is refused by the name of the first. An import, and readers meanwhile:
commands and the app go on. Two writers of marks, and two of cables, that many writes each: none is
lost. Prints a JSON line for each.
"""

import argparse
import json
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store import importer
from store.library import Library
from store.marks import Marks
from tests.harness import command, made, states
from tests.harness.command import ROOT

Told = dict[str, object]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cables", type=int, default=3000)
    parser.add_argument("--writes", type=int, default=1000)
    args = parser.parse_args()
    failed = False
    tries: list[Callable[[Path], Told]] = [
        lambda folder: imports(folder, args.cables),
        lambda folder: readers(folder, args.cables),
        lambda folder: writers(folder, "marks", args.writes),
        lambda folder: writers(folder, "add", args.writes),
    ]
    for each in tries:
        with tempfile.TemporaryDirectory() as folder:
            told = each(Path(folder))
        print(json.dumps(told), flush=True)
        failed |= bool(told["wrong"])
    return 1 if failed else 0


def imports(folder: Path, cables: int) -> Told:
    """Import twice at once."""
    made.folder(folder / "in", cables)
    first = importing(folder)
    second = command.run(["import", folder / "in", "--library", folder / "library"])
    named = f"held by another process (import, process {first.pid}," in second.err
    code = first.wait()
    wrong = [] if second.code == 3 and named else [f"the second: {second.code} {second.err}"]
    wrong += [f"the first: exit code {code}"] if code != 4 else []
    with Library.open(folder / "library") as library:
        report = importer.run([folder / "in"], library)
        wrong += [f"{report.new} were missing"] if report.new + report.version else []
    return {"two": "imports", "wrong": wrong}


def readers(folder: Path, cables: int) -> Told:
    """Read while an import is at work, by commands and in the app."""
    made.folder(folder / "first", 20)
    made.folder(folder / "in", cables)
    home = folder / "library"
    with Library.open(home, create=True) as library:
        importer.run([folder / "first"], library)
    app, screen = opened(home)
    first = importing(folder)
    wrong: list[str] = []
    asked = 0
    while first.poll() is None or asked < 3:
        for words in (["search", "interfilm", "--count"], ["show", "09MOSCOW1000"], ["info"]):
            done = command.run([*words, "--library", home])
            wrong += [f"{words[0]}: {done.code} {done.err}"] if done.code or done.err else []
            asked += 1
            os.write(screen, b"jk")
            drawn(screen)
    wrong += [f"the import: exit code {first.returncode}"] if first.returncode != 4 else []
    wrong += ["the app has ended"] if app.poll() is not None else []
    os.write(screen, b"Q")
    until = time.monotonic() + 20
    while app.poll() is None and time.monotonic() < until:
        drawn(screen)
    wrong += [] if app.poll() == 0 else [f"the app: exit code {app.poll()}"]
    return {"two": "an import and readers", "asked": asked, "wrong": wrong}


def writers(folder: Path, victim: str, writes: int) -> Told:
    """Write by two processes until each has written so often; count what is there."""
    made.folder(folder / "in", 1)
    begun = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.harness.victim", victim, str(folder), str(first)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in (1000, 5000)
    ]
    told: list[str] = []
    for each in begun:
        assert each.stdout
    waiting = {each.stdout: writes for each in begun if each.stdout}
    wrong: list[str] = []
    while waiting:
        for pipe in select.select(list(waiting), [], [])[0]:
            line = pipe.readline()
            told += [line.strip()] if line else []
            wrong += [] if line else ["a writer has ended by itself"]
            waiting[pipe] -= 1
            if not waiting[pipe] or not line:
                del waiting[pipe]
    for each in begun:
        each.kill()
        each.communicate()
    wrong += missing(folder, victim, told)
    return {"two": f"writers, {victim}", "written": len(told), "wrong": wrong}


def missing(folder: Path, victim: str, told: list[str]) -> Iterator[str]:
    """Name what was told and is not there."""
    if victim == "marks":
        kinds = {"0": "starred", "1": "tags", "2": "notes", "3": "position"}
        has = {mark.id: mark for mark in Marks(folder / "marks.json").all()}
        searches = {each.name for each in Marks(folder / "marks.json").searches.all()}
        for number, kind in map(str.split, told):
            mark = has.get(f"09MOSCOW{number}")
            there = mark and getattr(mark, kinds.get(kind, "id"))
            if not there or (kind == "4" and f"s{number}" not in searches):
                yield f"{number} {kind}"
    else:
        states.documents(folder / "library")
        with Library.open(folder / "library") as library:
            held = library.rows([f"09MOSCOW{number}" for number in told])
            yield from (number for number in told if f"09MOSCOW{number}" not in held)


def importing(folder: Path) -> "subprocess.Popen[bytes]":
    """Begin an import, and wait until it holds the library."""
    words = command.words("import", folder / "in", "--library", folder / "library")
    process = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    lock = folder / "library" / "import.lock"
    while process.poll() is None and not (lock.exists() and lock.read_bytes()):
        time.sleep(0.01)
    return process


def opened(library: Path) -> "tuple[subprocess.Popen[bytes], int]":
    """Open the app on a terminal of its own."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command.words("--library", library),
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    while b"09MOSCOW" not in drawn(ours, 20):
        pass
    return process, ours


def drawn(screen: int, seconds: float = 0.05) -> bytes:
    """Read what the app draws."""
    written = b""
    while select.select([screen], [], [], seconds)[0]:
        try:
            written += os.read(screen, 65536)
        except OSError:
            break  # it has ended
        seconds = 0.05
    return written


if __name__ == "__main__":
    sys.exit(main())
