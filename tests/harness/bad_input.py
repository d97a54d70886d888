"""Every class of bad input, each imported by a process of its own beside a good cable.

    python -m tests.harness.bad_input [--only WORD]

A class fails where the process ends in a traceback or by a code that is none of its own, takes more
than 2 seconds or 300 MB, leaves out the good cable, keeps other bytes than came, or says nothing of
what it does not keep. Prints a line for each that fails, then one JSON line of counts.
"""

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from store.layouts.unpacking import unpacked
from store.library import Library
from tests.harness import command
from tests.harness.classes import (
    binaries,
    bombs,
    displays,
    floods,
    letters,
    places,
    sizes,
    structured,
    structures,
)
from tests.harness.classes.made import ANY, SEED, Bad

GROUPS = {
    module.__name__.rpartition(".")[2]: module.CLASSES
    for module in (
        sizes,
        binaries,
        bombs,
        letters,
        floods,
        structures,
        displays,
        structured,
        places,
    )
}
GOOD = SEED.replace(b"1869", b"9999")
SECONDS, MEGABYTES = 2.0, 300.0
TEXTS = ("listing", "plain")


class Imported(NamedTuple):
    """What became of a class: the report of the import, what it said, and what it cost."""

    code: int
    report: dict[str, Any]
    said: str
    seconds: float
    megabytes: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="classes whose name has this in it")
    args = parser.parse_args()
    each = [(group, bad) for group in GROUPS for bad in GROUPS[group] if args.only in bad.name]
    failed, slowest, largest = 0, (0.0, ""), (0.0, "")
    for group, bad in each:
        seconds, megabytes, wrong = apart(partial(judged, bad))
        slowest = max(slowest, (round(seconds, 2), bad.name))
        largest = max(largest, (round(megabytes), bad.name))
        failed += bool(wrong)
        for what in wrong:
            print(f"{group}: {bad.name}: {what}", flush=True)
    told = {"classes": len(each), "failed": failed, "slowest": slowest, "largest": largest}
    print(json.dumps(told))
    return 1 if failed else 0


def apart(do: Callable[[], Any]) -> Any:
    """Have something done by a process of its own: what this one holds would count for others."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(theirs, "w") as told:
            json.dump(do(), told)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as told:
        result = json.load(told)
    os.waitpid(child, 0)
    return result


def judged(bad: Bad) -> tuple[float, float, list[str]]:
    """Give the seconds and megabytes that a class took, and what is wrong with the outcome."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        done, wrong = tried(bad, folder)
        if bad.taken == ANY:
            time.sleep(places.SECONDS)  # until it is left alone
    return done.seconds, done.megabytes, [*wrong, *costs(done)]


def tried(bad: Bad, folder: Path) -> tuple[Imported, list[str]]:
    """Import a class in a folder by a process of its own; say what is wrong but for the cost."""
    (folder / "good.txt").write_bytes(GOOD)
    if bad in places.CLASSES:
        bad.make(folder / "bad")  # some go on changing it
    else:
        apart(lambda: bad.make(folder / "bad") and None)
    done = imported(folder)
    wrong = list(mishaps(done))
    if done.report:
        reasons = [each["reason"] for each in done.report["refused"]]
        with Library.open(folder / "library") as library:
            kept = dict(raws(library))
        wrong += [] if kept.pop(GOOD, None) else ["the good cable is not there"]
        wrong += faults(bad, reasons, kept, folder / "bad")
    if (folder / "bad").is_dir() and not (folder / "bad").is_symlink():
        (folder / "bad").chmod(0o700)
    return done, wrong


def imported(folder: Path) -> Imported:
    """Import an input, and the good cable behind it; the best of three where it took long."""
    seconds, done = timed(folder, "library")
    for again in ("again", "once more"):
        if seconds > SECONDS:
            seconds = min(seconds, timed(folder, again)[0])
    report = json.loads(done.out) if done.out.startswith("{") else {}
    return Imported(done.code, report, done.err, seconds, done.megabytes)


def timed(folder: Path, library: str) -> tuple[float, command.Done]:
    begun = time.monotonic()
    words = ["import", "--json", "--library", folder / library, folder / "bad", folder / "good.txt"]
    done = command.run(words, anyone=True)
    return time.monotonic() - begun, done


def costs(done: Imported) -> Iterator[str]:
    if done.seconds > SECONDS:
        yield f"it took {done.seconds:.1f} s"
    if done.megabytes > MEGABYTES:
        yield f"it took {done.megabytes:.0f} MB"


def mishaps(done: Imported) -> Iterator[str]:
    """Say what is wrong with how the command ended."""
    if "Traceback" in done.said or done.code not in (0, 4) or not done.report:
        yield f"exit code {done.code}: {done.said[-2000:]}"
    elif (lines := done.said.count("\n")) != (count := len(done.report["refused"])):
        yield f"{count} refused, said in {lines} lines"
    elif (done.code == 4) != bool(count):
        yield f"{count} refused, exit code {done.code}"


def faults(bad: Bad, reasons: Sequence[str], kept: dict[bytes, str], path: Path) -> Iterator[str]:
    """Say what is wrong with what became of an input; `kept` are the bytes and their layout."""
    if any("fault of reftel" in reason for reason in reasons):
        yield reasons[0]
    odd = [reason for reason in reasons if not re.search(bad.refused or "^$", reason)]
    if odd or bool(bad.refused) > bool(reasons) + (bad.taken == ANY):
        yield f"refused for {odd[:3] or 'nothing'}, not {bad.refused!r}"
    taken = len({raw.rstrip(b"\r\n") for raw in kept})
    if taken != bad.taken != ANY:
        yield f"{taken} cables of {bad.taken} are kept; refused: {reasons[:3]}"
    yield from altered(bad, kept, path)


def raws(library: Library) -> Iterator[tuple[bytes, str]]:
    """Give the bytes of each version of each cable, and their layout."""
    for row in library.page(0, len(library)):
        for version in range(1, row.version + 1):
            source = library.get(row.id, version).source
            yield library.raw(row.id, version), source.layout if source else ""


def altered(bad: Bad, kept: dict[bytes, str], path: Path) -> Iterator[str]:
    """Say which cables are not what the file has; one alone is all of it."""
    if not path.is_file() or bad.taken == ANY:
        if path.is_dir() and any(raw != SEED for raw in kept):
            yield "the bytes kept are not those of the file"
        return
    if not os.access(path, os.R_OK) or not kept:
        return
    with path.open("rb") as file:
        whole = next(iter(kept.values())) == "pdf"
        data = file.read() if whole else unpacked(file).read(1 << 30)
    if any(raw not in data for raw in kept):
        yield "the bytes kept are not in the file"
    elif all(layout in TEXTS for layout in kept.values()) and not bad.refused:
        for raw in kept:
            data = data.replace(raw.strip(), b"")
        if data.strip():
            yield f"of the file are not kept: {data[:100]!r}"


if __name__ == "__main__":
    sys.exit(main())
