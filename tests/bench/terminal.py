"""A program in a pseudo-terminal that counts what it is sent, and a library to run ours on."""

import argparse
import compileall
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
COLUMNS, ROWS = 120, 40
QUIET = 0.12
"""Seconds without a byte after which nothing more is awaited."""

DROPPED = {"NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "COLORFGBG", "LC_ALL", "COLUMNS", "LINES"}
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("an empty app")
Empty().run(mouse=False)
"""
"""The least that Textual can be asked to do."""


class Terminal:
    """A program in a pseudo-terminal, which answers nothing and counts what it is sent."""

    def __init__(self, command: list[str]) -> None:
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            environment = {k: v for k, v in os.environ.items() if k not in DROPPED}
            environment |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
            os.chdir(ROOT)
            os.execvpe(command[0], command, environment)  # noqa: S606
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, patience: float) -> bytes:
        """Take what comes within so many seconds; nothing from a program that has ended."""
        if not select.select([self.master], [], [], patience)[0]:
            return b""
        try:
            return os.read(self.master, 1 << 16)
        except OSError:
            return b""

    def settled(self, quiet: float = QUIET, patience: float = 30) -> tuple[int, float]:
        """Read until nothing has come for `quiet` seconds: bytes, and seconds to the last."""
        begin = last = time.perf_counter()
        count = 0
        while time.perf_counter() - last < quiet and time.perf_counter() - begin < patience:
            if came := self.read(quiet):
                count += len(came)
                last = time.perf_counter()
        return count, last - begin

    def until(self, mark: bytes, patience: float = 60) -> float:
        """Read until a mark has come, and give the moment; end where it does not come."""
        end = time.perf_counter() + patience
        seen = b""
        while mark not in seen:
            if time.perf_counter() > end:
                sys.exit(f"no {mark!r} came, but {seen[-300:]!r}")
            seen += self.read(patience)
        return time.perf_counter()

    def opened(self, quiet: float = 2) -> int:
        """Wait until the program has opened, and count what it sent; end where it did not stay."""
        count, _ = self.settled(quiet)
        time.sleep(QUIET)
        if os.waitpid(self.pid, os.WNOHANG) != (0, 0):
            sys.exit("the program did not open: run it by hand to see why")
        return count

    def press(self, key: bytes, quiet: float = QUIET) -> tuple[int, float]:
        """Send a key and read what follows."""
        os.write(self.master, key)
        return self.settled(quiet)

    def redrawn(self, quiet: float) -> bytes:
        """Give what a program sends that draws all it shows anew, on one column more."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS + 1, 0, 0))
        return b"".join(iter(lambda: self.read(quiet), b""))

    def close(self, number: int = signal.SIGTERM) -> None:
        """End the program."""
        os.kill(self.pid, number)
        self.settled()
        os.close(self.master)
        os.waitpid(self.pid, 0)


def asked(about: str, **defaults: int) -> argparse.ArgumentParser:
    """Begin the options of a script: the library, and some numbers."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--library", type=Path, help="a library to use instead of made-up cables")
    for name, number in ({"cables": 1000} | defaults).items():
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser


@contextmanager
def provided(options: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    """Give the library that is asked for, or one of made-up cables, and a folder to work in.

    The library's marks are read from that folder, so that none of its owner's are changed.
    """
    for part in ("seeds", "store", "tui"):
        compileall.compile_dir(ROOT / part, quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {"REFTEL_MARKS": str(folder / "marks.json"), "XDG_STATE_HOME": name}
        yield options.library or built(folder, options.cables), folder


def built(folder: Path, cables: int) -> Path:
    """Make a library of made-up cables."""
    files, library = folder / f"{cables} files", folder / f"{cables} cables"
    maker = [sys.executable, "tests/bench/corpus.py", str(cables), str(files)]
    subprocess.run(maker, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    taken = [*reftel(library), "import", str(files)]
    subprocess.run(taken, check=True, capture_output=True, cwd=ROOT)
    return library


def reftel(library: Path) -> list[str]:
    """Give the command that opens a library."""
    return [sys.executable, "-m", "tui", "--library", str(library.absolute())]
