"""Cables of megabytes in the reader: milliseconds from a key to the first and the last byte.

    python -m tests.bench.large [--rounds 3]

Takes in four cables of 3 to 5 MB (paragraphs, a table of 100,000 lines, one line without end,
100,000 lines of short paragraphs), opens each in a pseudo-terminal of 120 columns and 40 rows and
presses keys at once, while the rest is being laid out. Prints one JSON line: for each cable the
time to the first painted screen, and for each key the median time to its last byte.
"""

import argparse
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.terminal import ROOT, Terminal

HEADER = """\
09STRELSAU{number}
{name}
Wed Mar 1{number} 00:00:00 +0200 2005
CONFIDENTIAL
Embassy Strelsau
R 1{number}1200Z MAR 05
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 1000
C O N F I D E N T I A L STRELSAU {number:06}

SUBJECT: {name}

"""
PARAGRAPH = """\
{number}. (C) The council met again about the harvest tax and said little that is new,
since the granary of Hentzau was full and the roads to it were not, see 04STRELSAU12.
"""
KEYS = {"end": b"G", "up": b"b", "top": b"g", "next ¶": b"p", "reference": b"\t", "hit": b"n"}
QUIET = 0.06
"""Seconds without a byte after which nothing more is awaited, once there was one."""
PATIENCE = 2.0
"""Seconds until a key is taken to send nothing."""


def cables() -> Iterator[tuple[str, str]]:
    """Make the texts, each of which takes another way through the layout."""
    yield "PARAGRAPHS", "\n".join(PARAGRAPH.format(number=n) * 6 for n in range(1, 5000))
    yield "A TABLE", "\n".join(f"line {n}    {n * 7}    {n * 13}" for n in range(100_000))
    yield "ONE LINE", "word harvest " * 385_000
    yield "LINES", "\n\n".join(PARAGRAPH.format(number=n) for n in range(1, 33_000))


def painted(terminal: Terminal, keys: bytes) -> float:
    """Press keys, and give the seconds until what they paint is there."""
    begin = time.perf_counter()
    os.write(terminal.master, keys)
    select.select([terminal.master], [], [], PATIENCE)
    first = time.perf_counter() - begin
    return first + terminal.settled(QUIET)[1]


def measured(library: Path, row: int, rounds: int) -> dict[str, float]:
    """Open the cable at a row of the list anew for each key, and press that at once."""
    command = [sys.executable, "-m", "tui", "--library", str(library)]
    seen: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, key in KEYS.items():
            terminal = Terminal(command)
            terminal.opened(1)
            for _ in range(row):
                painted(terminal, b"j")
            seen.setdefault("open", []).append(painted(terminal, b"\r"))
            if name == "hit":
                seen.setdefault("find", []).append(painted(terminal, b"/harvest\r"))
            seen.setdefault(name, []).append(painted(terminal, key))
            terminal.close()
    return {name: round(1000 * median(times), 1) for name, times in seen.items()}


def main() -> None:
    """Make the cables, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files, library = Path(folder) / "files", Path(folder) / "library"
        files.mkdir()
        made = list(cables())
        for number, (name, text) in enumerate(made):
            head = HEADER.format(number=number, name=name)
            (files / f"{number}.txt").write_text(f"{head}{text}\n", newline="")
        taken = [sys.executable, "-m", "tui", "--library", str(library), "import", str(files)]
        subprocess.run(taken, check=True, capture_output=True, cwd=ROOT)
        order = reversed(range(len(made)))
        found = {
            made[at][0]: measured(library, row, options.rounds) for row, at in enumerate(order)
        }
        print(json.dumps(found))


if __name__ == "__main__":
    main()
