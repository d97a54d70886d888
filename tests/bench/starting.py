"""From the start of a process to the first useful frame on the terminal, in milliseconds.

    python -m tests.bench.starting [--library DIR | --cables 1000] [--rounds 15] [--messages 100000]

Starts in turn, in a pseudo-terminal of 120 columns and 40 rows: bare Python, an empty Textual app
with one Static, `reftel` on a library, on one of a hundred cables and on one of ten (which leaves
most rows of the screen empty), and, where it is installed, `neomutt` on a mailbox (a few times
only: it takes seconds). A frame is there when its last words are. Prints one JSON line: median
milliseconds to the frame (`frame`) and until a key that was typed then has acted (`acted`); medians
of the ratios by rounds, ours to the empty app and to ours of few cables.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from store.library import Library
from tests.bench.terminal import EMPTY, Terminal, asked, built, provided, reftel

LETTER = """\
From a@example.org {day}
From: a@example.org
Date: {day} +0000
Subject: Letter {number}

The council met again about the harvest tax.

"""
OF_NEOMUTT = 3
"""Rounds in which neomutt is started."""


class Start(NamedTuple):
    """What is started, and words that its first frame and the answer to the key `G` end with."""

    command: list[str]
    frame: bytes
    answer: bytes = b""


def measured(start: Start) -> tuple[float, float]:
    """Give the milliseconds to the frame, and until the key has acted that was typed then."""
    begin = time.perf_counter()
    terminal = Terminal(start.command)
    frame = acted = terminal.until(start.frame)
    if start.answer:
        os.write(terminal.master, b"G")
        acted = terminal.until(start.answer)
    terminal.close(signal.SIGKILL)
    return 1000 * (frame - begin), 1000 * (acted - begin)


def starts(libraries: dict[str, Path]) -> Iterator[tuple[str, Start]]:
    """Give what is started in every round, by name."""
    yield "python", Start([sys.executable, "-c", "print('it is here')"], b"it is here")
    yield "empty", Start([sys.executable, "-c", EMPTY], b"an empty app")
    for name, place in libraries.items():
        with Library.open(place) as opened:
            count = f"{len(opened):,}".encode()
        yield name, Start(reftel(place), b" of " + count, count)


def neomutt(folder: Path, messages: int) -> Start:
    """Write a mailbox, the newest letter last, and give the command that opens it."""
    with (folder / "letters").open("w") as letters:
        for number in range(messages):
            day = time.strftime("%a %b %d %H:%M:%S %Y", time.gmtime(1_700_000_000 + 60 * number))
            letters.write(LETTER.format(day=day, number=number))
    (folder / "neomuttrc").write_text(f"set folder={folder}\nset sort=reverse-date\n")
    command = ["neomutt", "-F", str(folder / "neomuttrc"), "-f", str(folder / "letters")]
    return Start(command, f"Letter {messages - 1}".encode())


def main() -> None:
    """Start each in turn, print."""
    options = asked(__doc__, rounds=15, messages=100_000).parse_args()
    with provided(options) as (library, folder):
        few = {"hundred": built(folder, 100), "ten": built(folder, 10)}
        all_starts = dict(starts({"reftel": library, **few}))
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in all_starts}
        for _ in range(options.rounds):
            for name, start in all_starts.items():
                found[name].append(measured(start))
        if shutil.which("neomutt") and options.messages:
            start = neomutt(folder, options.messages)
            found["neomutt"] = [measured(start) for _ in range(OF_NEOMUTT)]
    ours = [frame for frame, _ in found["reftel"]]
    told: dict[str, object] = {
        name: {
            "frame": round(median(frame for frame, _ in times)),
            "acted": round(median(acted for _, acted in times)),
        }
        for name, times in found.items()
    }
    for name in ("empty", *few):
        ratios = [mine / other[0] for mine, other in zip(ours, found[name], strict=True)]
        told[f"to {name}"] = round(median(ratios), 2)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
