"""Importing, end to end: cables a second, memory, and room on disk.

    python tests/bench/importing.py [--cables 10000] [--from PATH] [--rounds 7]

Runs `reftel import` as a process on a collection (made up, or the one at PATH: a folder or one
file) and prints one JSON line: medians of cables a second for the first import and of seconds for
the second, the peak of memory of all its processes, the library's size by that of the text; and
beside it how fast SQLite's FTS5 alone takes in the same texts, and notmuch where it is installed.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent
MAIL = "From: reftel@example.org\nDate: Mon, 01 Jan 2001 00:00:00 +0000\nMessage-ID: <{0}@x>\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cables", type=int, default=10_000)
    parser.add_argument("--from", dest="source", type=Path, help="a collection that is there")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = args.source or made(folder / "cables", args.cables)
        firsts, seconds = [], []
        for _ in range(args.rounds):
            shutil.rmtree(folder / "library", ignore_errors=True)
            firsts.append(imported(source, folder / "library"))
            seconds.append(imported(source, folder / "library"))
        info = asked("info", folder / "library")
        rate = median(each["new"] / each["seconds"] for each in firsts)
        fts5, notmuch = fts5_rate(source, folder), notmuch_rate(source, folder)
        on_disk = sum(each.stat().st_size for each in (folder / "library").rglob("*"))
        told = {
            "cores": len(os.sched_getaffinity(0)),
            "cables": info["cables"],
            "rounds": args.rounds,
            "cables_a_second": round(rate),
            "second_import_seconds": round(median(each["seconds"] for each in seconds), 2),
            "peak_megabytes": round(max(each["peak"] for each in firsts) / 1e6),
            "indexed": info["indexed"],
            "disk_by_text": round(on_disk / info["bytes"], 3),
            "by_fts5_alone": fts5 and round(rate / fts5, 2),
            "by_notmuch": notmuch and round(rate / notmuch, 1),
        }
    print(json.dumps(told))


def made(folder: Path, cables: int) -> Path:
    """Make a collection, older than what an import leaves in doubt."""
    script = str(ROOT / "tests/bench/corpus.py")
    corpus = [sys.executable, script, str(cables), str(folder)]
    subprocess.run(corpus, check=True, stdout=subprocess.DEVNULL)
    time.sleep(3)
    return folder


def imported(source: Path, library: Path) -> dict[str, Any]:
    """Import once, and say what came of it, in how many seconds, with how many bytes of memory."""
    words = ["import", str(source), "--library", str(library), "--json"]
    command = [sys.executable, "-m", "tui", *words]
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.05)
    seconds = time.monotonic() - begun
    assert process.stdout
    report = json.loads(process.stdout.read())
    return {**report, "seconds": seconds, "peak": peak}


def memory(pid: int) -> int:
    """Sum the resident bytes of a process and those below it; what they share counts for each."""
    total = 0
    for each in family(pid):
        try:
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * 4096
        except (OSError, IndexError):  # it has just ended
            continue
    return total


def family(pid: int) -> Iterator[int]:
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def asked(command: str, library: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "tui", command, "--library", str(library), "--json"]
    told: dict[str, Any] = json.loads(subprocess.check_output(words, cwd=ROOT))
    return told


def texts(source: Path) -> Iterator[str]:
    """The texts of a folder of one cable a file."""
    for path in sorted(source.rglob("*.txt")):
        yield path.read_text("utf-8")


def fts5_rate(source: Path, folder: Path) -> float | None:
    """Cables a second into SQLite's FTS5, without reading them or keeping them."""
    if not source.is_dir():
        return None
    with sqlite3.connect(folder / "fts5.db") as database:
        database.execute("CREATE VIRTUAL TABLE texts USING fts5(body, content='')")
        every = list(texts(source))[:20_000]
        begun = time.monotonic()
        rows = ((number, text) for number, text in enumerate(every))
        database.executemany("INSERT INTO texts (rowid, body) VALUES (?, ?)", rows)
        database.commit()
        return len(every) / (time.monotonic() - begun)


def notmuch_rate(source: Path, folder: Path) -> float | None:
    """Cables a second into notmuch, each as a mail; of 5,000, since it is slow."""
    if not source.is_dir() or shutil.which("notmuch") is None:
        return None
    mail = folder / "mail"
    mail.mkdir()
    for number, text in zip(range(5_000), texts(source), strict=False):
        head = MAIL.format(number) + f"Subject: {text.splitlines()[1]}\n\n"
        (mail / f"{number}.eml").write_text(head + text, "utf-8")
    config = folder / "notmuch-config"
    config.write_text(f"[database]\npath={mail}\n[user]\nprimary_email=reftel@example.org\n")
    begun = time.monotonic()
    environment = {**os.environ, "NOTMUCH_CONFIG": str(config)}
    subprocess.run(["notmuch", "new", "--quiet"], check=True, env=environment)
    return min(5_000, number + 1) / (time.monotonic() - begun)


if __name__ == "__main__":
    main()
