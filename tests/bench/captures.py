"""What every room of the program looks like, on terminals of several sizes, kinds and locales.

    python -m tests.bench.captures FOLDER [--rooms list reader ...]

Opens the practice library in a pseudo-terminal for each, presses the keys that lead to the room,
and writes what a terminal shows of all that into a file of the folder, as text. Prints one JSON
line: how many captures there are, and what is wrong with which.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import NamedTuple

from store.practice import practice
from tests.bench.rooms import ROOMS
from tests.bench.terminal import DROPPED, reftel
from tests.tui.wire.terminal import TAKEN, Terminal

SIZES = ((120, 40), (80, 24), (60, 15), (40, 12))
TERMS = ("xterm-256color", "tmux-256color", "linux")
LOCALES = ("C", "C.UTF-8")
TOGETHER = 4
QUIET = 0.3
"""Seconds without a byte after which a screen is taken to be complete."""
PATIENCE = 20
"""Seconds that a key is given to show something, on a machine that is busy."""


class Place(NamedTuple):
    """A room on a terminal of a size, a kind and a locale."""

    room: str
    size: tuple[int, int]
    term: str
    locale: str

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]} {self.term} {self.locale} {self.room}"


class Capture(NamedTuple):
    """What a terminal shows, and what is wrong with it."""

    place: Place
    shown: list[str]
    wrong: tuple[str, ...]


def captured(library: Path, place: Place) -> Capture:
    """Open the program on a terminal, go to the room and look."""
    around = {name: value for name, value in os.environ.items() if name not in DROPPED}
    around |= {"TERM": place.term, "LANG": place.locale}
    terminal = Terminal(reftel(library), place.size, around)
    try:
        terminal.until(lambda: TAKEN in terminal.sent)
        before = settled(terminal)
        sent = terminal.sent
        for key in ROOMS[place.room]:
            terminal.keys(key)
            answered(terminal)
            sent += terminal.sent
        return Capture(place, terminal.shown, tuple(faults(terminal.shown, sent, before, place)))
    finally:
        terminal.close()


def answered(terminal: Terminal) -> list[str]:
    """Read until another screen than now stands, or one never comes, and give what is shown.

    A screen that is drawn again as it was is none: so the program takes over its first one.
    """
    before, end = terminal.shown, time.monotonic() + PATIENCE
    while settled(terminal) == before and time.monotonic() < end:
        pass
    return terminal.shown


def settled(terminal: Terminal) -> list[str]:
    """Read until nothing more comes, and give what is shown."""
    while terminal.read(QUIET):
        pass
    return terminal.shown


def faults(shown: list[str], sent: bytes, before: list[str], place: Place) -> Iterator[str]:
    """Say what makes a screen hard to read, or another than it should be."""
    if place.locale == "C" and not sent.isascii():
        yield "more than ASCII"
    if any("Traceback" in row or "fault" in row.lower() for row in shown):
        yield "a fault"
    if ROOMS[place.room] and shown == before:
        yield "the keys led nowhere"
    if sum(bool(row) for row in shown) < 2:
        yield "nothing to read"
    if not shown[-1]:
        yield "no keys named"


def captures(library: Path, places: Sequence[Place]) -> Iterator[Capture]:
    """Look at several places at the same time."""
    with ThreadPoolExecutor(TOGETHER) as threads:
        yield from threads.map(lambda place: captured(library, place), places)


def main() -> None:
    """Look everywhere, write, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rooms", nargs="+", choices=ROOMS, default=list(ROOMS))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    places = [Place(*each) for each in product(options.rooms, SIZES, TERMS, LOCALES)]
    wrong: dict[str, tuple[str, ...]] = {}
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"XDG_STATE_HOME": name, "XDG_CONFIG_HOME": name, "HOME": name}
        library = Path(name) / "practice"
        practice(library).close()
        for capture in captures(library, places):
            file = options.folder / f"{str(capture.place).replace(' ', '-')}.txt"
            file.write_text("\n".join(capture.shown) + "\n")
            if capture.wrong:
                wrong[str(capture.place)] = capture.wrong
    print(json.dumps({"captures": len(places), "wrong": wrong}))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
