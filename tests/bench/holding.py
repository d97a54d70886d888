"""A key held down, thirty times a second: how far the screen lags behind, and whether one is lost.

    python -m tests.bench.holding [--library DIR | --cables 1000] [--seconds 3]

Holds `j` in the list of `reftel`, in a pseudo-terminal that is read at once, and in one that is
read like a line of 64 kbit/s. Prints one JSON line, for each of them: the most rows by which the
cursor on the screen was behind while the key was held (`behind`), keys that were `lost`, and the
milliseconds from the last key to the last byte (`after`; a real line adds the time its bytes are
on their way).
"""

import json
import os
import re
import time
from collections.abc import Sequence

from tests.bench.terminal import COLUMNS, DROPPED, ROWS, asked, provided, reftel
from tests.tui.wire.terminal import TAKEN, Terminal

RATE = 30
"""Keys a second."""

SLOW = 8_000
"""Bytes a second of a line of 64 kbit/s."""

STEP = 0.005
ROW = re.compile(r"([\d,]+) of [\d,]+$")


class Line:
    """Reads a terminal no faster than a line carries; at once where `rate` is None."""

    def __init__(self, terminal: Terminal, rate: int | None) -> None:
        self._terminal = terminal
        self._rate = rate
        self._free = time.perf_counter()

    def carry(self, seconds: float) -> float:
        """Take what comes within some seconds; give the moment of the last of it, 0 for none."""
        end, last = time.perf_counter() + seconds, 0.0
        while (now := time.perf_counter()) < end:
            if self._rate and now < self._free:
                time.sleep(min(STEP, self._free - now))
            elif came := self._terminal.read(STEP):
                last = time.perf_counter()
                self._free = last + (len(came) / self._rate if self._rate else 0)
        return last


def row(shown: Sequence[str]) -> int:
    """Read on the status line which row of the list one is at."""
    found = ROW.search(shown[-2])
    return int(found[1].replace(",", "")) if found else 0


def held(command: list[str], rate: int | None, seconds: int) -> dict[str, float]:
    """Hold the key and look."""
    around = {name: value for name, value in os.environ.items() if name not in DROPPED}
    around |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    terminal = Terminal(command, (COLUMNS, ROWS), around)
    terminal.until(lambda: TAKEN in terminal.sent)
    while terminal.read(1):
        pass
    line = Line(terminal, rate)
    behind, keys = 0, RATE * seconds
    begin = time.perf_counter()
    for number in range(keys):
        terminal.keys(b"j")
        line.carry(begin + (number + 1) / RATE - time.perf_counter())
        behind = max(behind, number + 2 - row(terminal.shown))
    pressed = last = time.perf_counter()
    while came := line.carry(0.5):
        last = came
    lost = keys + 1 - row(terminal.shown)
    terminal.close()
    return {"behind": behind, "lost": lost, "after": round(1000 * (last - pressed))}


def main() -> None:
    """Hold, print."""
    options = asked(__doc__, seconds=3).parse_args()
    with provided(options) as (library, _):
        rates = {"here": None, "slow": SLOW}
        command = reftel(library)
        found = {name: held(command, rate, options.seconds) for name, rate in rates.items()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
