"""A terminal to run the program on, and what it shows."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from rich.cells import get_character_cell_size

PARTS = re.compile(
    r"\x1b\[([\d;]*)([CGHJKLMmr])|(\x1b\[[?>=<]?[\d;]*[ $]?[@-~]|\x1b\][^\x07\x1b]*\x07)"
    r"|([\x00-\x1f])|([^\x00-\x1f])"
)
ROOT = Path(__file__).parents[3]
UNFINISHED = re.compile(r"\x1b(\[[^@-~]*|\][^\x07\x1b]*)?\Z")
NOTHING = (" ", frozenset[str]())


class Glass:
    """What a terminal without autowrap shows of what it is sent, by the book (ECMA-48, VT102).

    A row is a list of cells: a character (with what combines with it), or "" right of a wide one;
    and the attributes it is drawn with.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [[NOTHING] * width for _ in range(height)]
        self.x = self.y = 0
        self.top, self.bottom = 0, height
        self.drawn: frozenset[str] = frozenset()
        self.decode = getincrementaldecoder("utf-8")().decode
        self.rest = ""

    def resize(self, width: int, height: int) -> None:
        """Keep what has room, as most terminals do."""
        rows = [(row + [NOTHING] * width)[:width] for row in self.rows[:height]]
        self.rows = rows + [[NOTHING] * width for _ in range(height - len(rows))]
        self.width, self.height, self.top, self.bottom = width, height, 0, height
        self.x, self.y = min(self.x, width - 1), min(self.y, height - 1)

    def take(self, came: bytes) -> None:
        """Obey what is whole of it."""
        output = self.rest + self.decode(came)
        cut = UNFINISHED.search(output)
        self.rest = cut[0] if cut else ""
        for numbers, final, _, control, character in PARTS.findall(output.removesuffix(self.rest)):
            if final:
                self.obey(final, [int(number or 0) for number in numbers.split(";")], numbers)
            elif control == "\r":
                self.x = 0
            elif control == "\n":
                self.feed()
            elif character:
                self.draw(character)

    def feed(self) -> None:
        if self.y + 1 == self.bottom:
            self.rows.insert(self.bottom, [NOTHING] * self.width)
            del self.rows[self.top]
        self.y = min(self.y + 1, self.height - 1)

    def obey(self, final: str, numbers: list[int], codes: str) -> None:
        first = max(numbers[0], 1)
        if final == "H":
            column = numbers[1] if len(numbers) > 1 else 1
            self.y, self.x = min(first, self.height) - 1, min(max(column, 1), self.width) - 1
        elif final == "C":
            self.x = min(self.x + first, self.width - 1)
        elif final == "J":
            assert codes == "2"
            self.rows = [[NOTHING] * self.width for _ in range(self.height)]
        elif final == "K":
            assert not self.drawn, "some terminals erase in the colours in force"
            self.rows[self.y][self.x :] = [NOTHING] * (self.width - self.x)
        elif final in "LM":
            self.shift(first, up=final == "M")
        elif final == "m":
            self.colour(codes)
        elif final == "r":
            self.top, self.bottom = (numbers[0] - 1, numbers[1]) if codes else (0, self.height)
            self.x = self.y = 0

    def shift(self, lines: int, *, up: bool) -> None:
        assert self.top <= self.y < self.bottom
        assert not self.drawn
        region = self.rows[self.y : self.bottom]
        new = [[NOTHING] * self.width for _ in range(min(lines, len(region)))]
        self.rows[self.y : self.bottom] = (
            region[lines:] + new if up else new + region[: max(len(region) - lines, 0)]
        )

    def colour(self, codes: str) -> None:
        for code in re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", codes) or ["0"]:
            ground = {"3": "3", "9": "3", "4": "4"}.get(code[0], "") if len(code) > 1 else ""
            if code == "0":
                self.drawn = frozenset()
            elif ground:
                self.drawn = frozenset(each for each in self.drawn if not each.startswith(ground))
                self.drawn |= set() if code in {"39", "49"} else {f"{ground}:{code}"}
            else:
                self.drawn |= {code}

    def draw(self, character: str) -> None:
        size = get_character_cell_size(character)
        row = self.rows[self.y]
        if not size:
            base = self.x - 1 if row[self.x - 1][0] else self.x - 2
            row[base] = row[base][0] + character, row[base][1]
        for number in range(size):
            if self.x + number < self.width:
                row[self.x + number] = character if not number else "", self.drawn
        self.x = min(self.x + size, self.width - 1)


TAKEN = b"\x1b[?2004h"
"""What the app sends as it takes the terminal."""


class Terminal:
    """A command on a pseudo-terminal that shows what it is sent; it can be hung up on.

    `sent` is what came since the last keys.
    """

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], environ: Mapping[str, str]
    ) -> None:
        self.master, self.slave = pty.openpty()
        self.glass = Glass(*size)
        self._measure(*size)
        self.before = termios.tcgetattr(self.slave)
        sized = {"COLUMNS", "LINES"}  # of another terminal, which go before what this one says
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            env={name: value for name, value in environ.items() if name not in sized},
            cwd=ROOT,
        )
        self.sent = b""

    def resize(self, width: int, height: int) -> None:
        self._measure(width, height)
        self.process.send_signal(signal.SIGWINCH)  # the terminal controls no one

    def _measure(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.glass.resize(width, height)

    def read(self, patience: float) -> bytes:
        """Take what comes within so many seconds."""
        if not select.select([self.master], [], [], patience)[0]:
            return b""
        came = os.read(self.master, 1 << 16)
        self.sent += came
        self.glass.take(came)
        return came

    def until(self, seen: Callable[[], object], patience: float = 30) -> None:
        """Read until something is so."""
        end = time.monotonic() + patience
        while not seen():
            assert time.monotonic() < end, "\n".join(self.shown)
            self.read(0.1)

    def shows(self, words: str) -> None:
        """Read until some words stand on the screen."""
        self.until(lambda: any(words in row for row in self.shown))

    @property
    def shown(self) -> list[str]:
        return ["".join(said for said, _ in row).rstrip() for row in self.glass.rows]

    def keys(self, keys: bytes) -> None:
        self.sent = b""
        os.write(self.master, keys)

    def code(self) -> int:
        """Read on until the program has ended."""
        self.until(lambda: self.process.poll() is not None)
        return self.process.wait(timeout=1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self.master, self.slave):
            with suppress(OSError):
                os.close(end)
