"""Memory of the app after much mixed use, beside an empty Textual app.

    python -m tests.bench.memory [--library DIR | --cables 1000] [--rounds 20]

Runs `reftel` in a pseudo-terminal of 120 columns and 40 rows and goes through what a reader does in
some minutes, again and again: pages, jumps, searches letter by letter, facets, orders, reading,
finding. Prints one JSON line: megabytes resident of an empty app, of ours when open, after a cable
was read, after each quarter of the rounds and at the most, and what it takes beyond the empty one.
`mapped` of it are pages of files, the index above all, which the system takes back when it wants.
"""

import json
import sys
from pathlib import Path

from tests.bench.terminal import EMPTY, Terminal, asked, provided, reftel

QUIET = 0.06
WORDS = (b"government", b"council", b"said", b"minister", b"policy", b"economic", b"military")
ENTER, TAB, PAGE = b"\r", b"\t", b"\x1b[6~"


def round_of_use(number: int) -> list[bytes]:
    """Give the keys of some minutes' use; each round asks and opens something else."""
    word = WORDS[number % len(WORDS)]
    row = str(37 * number + 1).encode()
    year = str(1966 + number % 44).encode()
    keys = [b"g", *[PAGE] * 4, *[b"j"] * (number % 9), b"G", b"b", b":", row, ENTER, ENTER]
    keys += [b" ", b" ", b"v", b" ", b"/", b"the ", ENTER, b"n", b"n", b"q"]
    keys += [b":", year, b"-", ENTER, ENTER, b"G", b"q", b"?", b"q"]
    keys += [b"/", *[bytes([letter]) for letter in word], ENTER, PAGE, PAGE, ENTER, b"n", b"q"]
    keys += [b",", b"r", b"j", ENTER, b" ", b"q", b",", b"n"]
    keys += [b"f", b"j", ENTER, TAB, b"j", b"-", b"f", b"j", ENTER, b"q", b"q"]
    return keys


def memory(pid: int, field: str = "VmRSS") -> float:
    """Read how many megabytes a process has resident, or had at the most (`VmHWM`)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def of_an_empty_app() -> float:
    """Open an empty app and read its memory."""
    terminal = Terminal([sys.executable, "-c", EMPTY])
    terminal.opened()
    found = memory(terminal.pid)
    terminal.close()
    return found


def of_ours(command: list[str], rounds: int, empty: float) -> dict[str, object]:
    """Use the app for some rounds and read its memory on the way."""
    terminal = Terminal(command)
    terminal.opened()
    opened = memory(terminal.pid)
    for key in (ENTER, PAGE, b"q"):
        terminal.press(key)
    reading = memory(terminal.pid)
    keys = 0
    quarters: list[float] = []
    for number in range(rounds):
        for key in round_of_use(number):
            terminal.press(key, QUIET)
            keys += 1
        if (number + 1) * 4 // rounds > len(quarters):
            quarters.append(round(memory(terminal.pid), 1))
    most, mapped = memory(terminal.pid, "VmHWM"), memory(terminal.pid, "RssFile")
    terminal.close()
    figures: dict[str, object] = {
        "open": round(opened, 1),
        "reading": round(reading, 1),
        "quarters": quarters,
    }
    figures |= {"mapped": round(mapped, 1), "most": round(most, 1)}
    return {"keys": keys, **figures, "beyond": round(most - empty, 1)}


def main() -> None:
    """Measure, print."""
    options = asked(__doc__, rounds=20).parse_args()
    with provided(options) as (library, _):
        empty = of_an_empty_app()
        ours = of_ours(reftel(library), options.rounds, empty)
    print(json.dumps({"empty": round(empty, 1), **ours}))


if __name__ == "__main__":
    main()
