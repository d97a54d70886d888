"""What the app sends to the terminal: bytes per key, and the time to the last of them.

    python tests/bench/wire.py [--cables 1000] [--rounds 20] [--idle 10] [--library DIR]

Runs `reftel` in a pseudo-terminal of 120 columns and 40 rows with 256 colours, on a library of
made-up cables, presses keys, and prints one JSON line: medians of bytes and milliseconds for each
kind of key, bytes while nothing happens. `less` is measured beside it on the same text where it is
installed.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
COLUMNS, ROWS = 120, 40
QUIET = 0.12
DOWN, UP, ENTER = b"j", b"k", b"\r"


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

    def settled(self, quiet: float = QUIET, patience: float = 30) -> tuple[int, float]:
        """Read until nothing has come for `quiet` seconds: bytes, and seconds to the last."""
        begin = last = time.perf_counter()
        count = 0
        while time.perf_counter() - last < quiet and time.perf_counter() - begin < patience:
            if select.select([self.master], [], [], quiet)[0]:
                try:
                    got = len(os.read(self.master, 1 << 16))
                except OSError:
                    break
                count += got
                last = time.perf_counter()
        return count, last - begin

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

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGTERM)
        self.settled()
        os.close(self.master)
        os.waitpid(self.pid, 0)


DROPPED = {"NO_COLOR", "COLORTERM", "TEXTUAL_THEME", "COLORFGBG", "LC_ALL"}


def pressed(terminal: Terminal, *keys: bytes) -> dict[str, float]:
    """Press keys one by one; give the median and largest of bytes, median of milliseconds."""
    seen = [terminal.press(key) for key in keys]
    counts = [count for count, _ in seen]
    return {
        "bytes": median(counts),
        "most": max(counts),
        "mean": round(sum(counts) / len(counts)),
        "ms": round(1000 * median(seconds for _, seconds in seen), 1),
    }


def app(command: list[str], rounds: int, idle: float) -> dict[str, object]:
    """Measure the app: list, text, search, idle."""
    terminal = Terminal(command)
    found: dict[str, object] = {"start": terminal.opened()}
    found["list.down"] = pressed(terminal, *[DOWN] * rounds)
    found["list.up"] = pressed(terminal, *[UP] * rounds)
    found["list.held"] = pressed(terminal, *[DOWN] * 120)
    found["list.page"] = pressed(terminal, *[b" "] * 8)
    terminal.press(b"g")
    opened = [(terminal.press(ENTER), terminal.press(b"q")) for _ in range(6)][1:]
    for number, name in enumerate(("open", "back")):
        found[name] = {
            "bytes": median(pair[number][0] for pair in opened),
            "ms": round(1000 * median(pair[number][1] for pair in opened), 1),
        }
    terminal.press(ENTER)
    found["text.page"] = pressed(terminal, b" ", b" ", b"b", b"b", b" ", b" ")
    terminal.press(b"g")
    found["text.line"] = pressed(terminal, *[DOWN] * 10)
    terminal.press(b"q")
    terminal.press(b"/")
    found["letter"] = pressed(terminal, *[bytes([letter]) for letter in b"government"])
    terminal.press(b"\t")
    found["results.down"] = pressed(terminal, *[DOWN] * 10)
    found["idle"] = terminal.settled(quiet=idle, patience=idle)[0]
    terminal.close()
    return found


def less(path: Path) -> dict[str, object]:
    """Measure less on one text."""
    terminal = Terminal(["less", str(path)])
    found: dict[str, object] = {"start": terminal.settled(quiet=0.5)[0]}
    found["text.page"] = pressed(terminal, b" ", b" ", b"b", b"b", b" ", b" ")
    terminal.press(b"g")
    found["text.line"] = pressed(terminal, *[DOWN] * 10)
    terminal.close()
    return found


def main() -> None:
    """Build, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cables", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--idle", type=float, default=10)
    parser.add_argument("--library", type=Path, help="a library to use instead of made-up cables")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files, library = Path(folder) / "files", options.library or Path(folder) / "library"
        maker = [sys.executable, str(ROOT / "tests/bench/corpus.py"), str(options.cables)]
        subprocess.run([*maker, str(files)], check=True, stdout=subprocess.DEVNULL)
        reftel = [sys.executable, "-m", "tui", "--library", str(library)]
        if options.library is None:
            taken = [*reftel, "import", str(files)]
            subprocess.run(taken, check=True, capture_output=True, cwd=ROOT)
        found = {"size": [COLUMNS, ROWS], "app": app(reftel, options.rounds, options.idle)}
        if shutil.which("less"):
            text = max(files.rglob("*.txt"), key=lambda path: path.stat().st_size)
            found["less"] = less(text)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
