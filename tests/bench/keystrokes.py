"""Typing a query in the app: milliseconds from a key to the last byte on the screen, by letter.

    python -m tests.bench.keystrokes [--library DIR | --cables 1000] [--rounds 3]

Runs `reftel` in a pseudo-terminal of 120 columns and 40 rows, types some queries a letter at a
time, waits after each until nothing more comes, and prints one JSON line: median, 95th percentile
and largest time and bytes; then the time to the last byte when a whole query is sent at once, and
the cursor keys in its results.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from tests.bench.wire import ROOT, Terminal

QUERIES = (b"government", b"the council", b"said", b"economic policy", b"training minister")
QUIET = 0.25
"""Seconds without a byte after which nothing more is awaited."""


def summary(seen: list[tuple[int, float]]) -> dict[str, float]:
    """Say how long it took, in milliseconds, and how many bytes came."""
    times = [1000 * seconds for _, seconds in seen]
    return {
        "keys": len(seen),
        "p50": round(median(times), 1),
        "p95": round(quantiles(times, n=20)[-1], 1),
        "most": round(max(times), 1),
        "bytes": median(count for count, _ in seen),
    }


def typed(terminal: Terminal, query: bytes) -> list[tuple[int, float]]:
    """Type a query into an empty line, and go back to the whole list."""
    terminal.press(b"/", QUIET)
    seen = [terminal.press(bytes([letter]), QUIET) for letter in query]
    terminal.press(b"\x1b", QUIET)
    return seen


def measured(command: list[str], rounds: int) -> dict[str, object]:
    """Type all queries some rounds, letter by letter and at once."""
    terminal = Terminal(command)
    terminal.opened()
    typed(terminal, b"warm")
    letters: list[tuple[int, float]] = []
    bursts: list[tuple[int, float]] = []
    for _ in range(rounds):
        for query in QUERIES:
            letters += typed(terminal, query)
            terminal.press(b"/", QUIET)
            bursts.append(terminal.press(query, QUIET))
            terminal.press(b"\x1b", QUIET)
    terminal.press(b"/", QUIET)
    terminal.press(b"said\r", QUIET)
    moves = [terminal.press(b"j", QUIET) for _ in range(20)]
    terminal.close()
    found = {"letter": letters, "burst": bursts, "down": moves}
    return {name: summary(seen) for name, seen in found.items()}


def main() -> None:
    """Build a library where none is given, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path)
    parser.add_argument("--cables", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with ExitStack() as stack:
        library = options.library
        if library is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            library = built(folder, options.cables)
        command = [sys.executable, "-m", "tui", "--library", str(library.absolute())]
        print(json.dumps(measured(command, options.rounds)))


def built(folder: Path, cables: int) -> Path:
    """Make a library of made-up cables."""
    maker = [sys.executable, "tests/bench/corpus.py", str(cables), str(folder / "files")]
    subprocess.run(maker, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    library = folder / "library"
    taken = [sys.executable, "-m", "tui", "--library", str(library), "import"]
    subprocess.run([*taken, str(folder / "files")], check=True, capture_output=True, cwd=ROOT)
    return library


if __name__ == "__main__":
    main()
