"""An import that is killed again and again, against one that is not.

    python -m tests.harness.resumed [--files 3000] [--kills 100]

The files hold cables, cables again, further texts, files of several and strangers. An import is
killed at random moments until it comes to its end, and begun anew until there were so many kills.
Each library then has, in every table, the rows of the one that was left alone: every id, key,
record, text byte for byte, and order; and an import of the same again changes none. (What differs
is how often something was written, and so the layout of the file.) Prints one JSON line.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from store import importer
from store.info import Info
from store.library import Library
from tests.harness import made, states
from tests.harness.command import ROOT


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=100)
    args = parser.parse_args()
    told = resumed(args.files, args.kills)
    print(json.dumps(told))
    return 1 if told["wrong"] else 0


def resumed(files: int, kills: int, seed: int = 0, longest: float = 1.5) -> dict[str, object]:
    """Kill imports so often; say how many there were, and what is wrong."""
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as at:
        source = made.folder(Path(at) / "in", files)
        left_alone = again(Path(at) / "left alone", source)
        killed = imports = 0
        wrong: list[str] = []
        while killed < kills:
            folder = Path(at) / str(imports)
            folder.mkdir()
            (folder / "in").symlink_to(source)
            killed += until_it_ends(folder, draw, longest)
            wrong += compared(folder / "library", left_alone, source)
            imports += 1
    return {"files": files, "imports": imports, "kills": killed, "wrong": sorted(set(wrong))}


def again(library: Path, source: Path) -> dict[str, list[str]]:
    """Import into a new library without a break; give what it then holds."""
    with Library.open(library, create=True) as opened:
        importer.run([source], opened)
    return states.documents(library)


def until_it_ends(folder: Path, draw: random.Random, longest: float) -> int:
    """Import until that came to its end; give how many times it was killed."""
    kills = 0
    while True:
        processes = "import" if draw.random() < 0.5 else "import-apart"
        words = [sys.executable, "-m", "tests.harness.victim", processes, str(folder)]
        quiet = subprocess.DEVNULL  # a worker that has lost its importer complains
        process = subprocess.Popen(words, cwd=ROOT, stdout=quiet, stderr=quiet)
        with suppress(subprocess.TimeoutExpired):
            if process.wait(draw.uniform(0.2, longest)) == 0:
                return kills
        process.kill()
        process.wait()
        kills += 1


def compared(library: Path, left_alone: dict[str, list[str]], source: Path) -> list[str]:
    """Say in what a library differs from the one left alone, and what importing again changes."""
    now = states.documents(library)
    wrong = [
        f"{table}: {len(set(now.get(table, ())) ^ set(rows))} rows differ"
        for table, rows in left_alone.items()
        if now.get(table) != rows
    ]
    with Library.open(library) as opened:
        report = importer.run([source], opened)
        if report.new or report.version or states.documents(library) != now:
            wrong.append(f"again: {report.new} new, {report.version} further versions")
        if not len(opened) == opened.search("interfilm").total == Info.of(opened).indexed:
            wrong.append("the index is not that of the documents")
    # A draft of the index goes when that is next written, which an import of nothing new does not.
    left = [each for each in states.strays(library) if not each.startswith("index/.tmp")]
    return wrong + [f"{each} is left" for each in left]


if __name__ == "__main__":
    sys.exit(main())
