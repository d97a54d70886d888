"""What the app sends to the terminal: bytes per key, and the time to the last of them.

    python -m tests.bench.wire [--library DIR | --cables 1000] [--rounds 20] [--idle 60]

Runs `reftel` in a pseudo-terminal of 120 columns and 40 rows with 256 colours, presses keys, and
leaves it alone in each of its rooms, in all of them at the same time. Prints one JSON line: medians
of bytes and milliseconds for each kind of key, bytes while nothing happens. `neomutt` and `less`
are measured beside it where they are installed: on letters, and on a text of the same length.
"""

import json
import shutil
import time
from pathlib import Path
from statistics import median

from store.library import Library
from tests.bench.rooms import ROOMS
from tests.bench.starting import neomutt
from tests.bench.terminal import Terminal, asked, provided, reftel

DOWN, UP, ENTER = b"j", b"k", b"\r"
LETTERS = 1000
PAGES = (b" ", b" ", b"b", b"b", b" ", b" ")


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


def app(command: list[str], rounds: int) -> dict[str, object]:
    """Measure the app: list, text, search."""
    terminal = Terminal(command)
    found: dict[str, object] = {"start": terminal.opened()}
    found["list.down"] = pressed(terminal, *[DOWN] * rounds)
    found["list.up"] = pressed(terminal, *[UP] * rounds)
    found["list.held"] = pressed(terminal, *[DOWN] * 120)
    found["list.page"] = pressed(terminal, *[b"\x1b[6~"] * 8)
    terminal.press(b"g")
    opened = [(terminal.press(ENTER), terminal.press(b"q")) for _ in range(6)][1:]
    for number, name in enumerate(("open", "back")):
        found[name] = {
            "bytes": median(pair[number][0] for pair in opened),
            "ms": round(1000 * median(pair[number][1] for pair in opened), 1),
        }
    terminal.press(ENTER)
    found["text.page"] = pressed(terminal, *PAGES)
    terminal.press(b"g")
    found["text.line"] = pressed(terminal, *[DOWN] * 10)
    terminal.press(b"q")
    terminal.press(b"/")
    found["letter"] = pressed(terminal, *[bytes([letter]) for letter in b"government"])
    terminal.press(b"\t")
    found["results.down"] = pressed(terminal, *[DOWN] * 10)
    terminal.close()
    return found


def idle(command: list[str], seconds: float) -> dict[str, int]:
    """Leave the app alone in each of its rooms, all at the same time, and count the bytes."""
    terminals = {name: Terminal(command) for name in ROOMS}
    for name, terminal in terminals.items():
        terminal.opened(1)
        for key in ROOMS[name]:
            terminal.press(key, 0.5)
    for terminal in terminals.values():
        terminal.settled(1)
    time.sleep(seconds)
    found = {name: terminal.settled(0.1)[0] for name, terminal in terminals.items()}
    for terminal in terminals.values():
        terminal.close()
    return found


def of_neomutt(folder: Path, rounds: int) -> dict[str, object]:
    """Measure neomutt in its list of letters."""
    terminal = Terminal(neomutt(folder, LETTERS).command)
    found: dict[str, object] = {"start": terminal.settled(quiet=1)[0]}
    found["list.down"] = pressed(terminal, *[DOWN] * rounds)
    found["list.page"] = pressed(terminal, *[b"z"] * 8)
    terminal.close()
    return found


def less(text: Path) -> dict[str, object]:
    """Measure less on one text."""
    terminal = Terminal(["less", str(text)])
    found: dict[str, object] = {"start": terminal.settled(quiet=0.5)[0]}
    found["text.page"] = pressed(terminal, *PAGES)
    terminal.press(b"g")
    found["text.line"] = pressed(terminal, *[DOWN] * 10)
    terminal.close()
    return found


def main() -> None:
    """Run, print."""
    options = asked(__doc__, rounds=20, idle=60).parse_args()
    with provided(options) as (library, folder):
        command = reftel(library)
        found: dict[str, object] = {"app": app(command, options.rounds)}
        found["idle"] = idle(command, options.idle)
        if shutil.which("neomutt"):
            found["neomutt"] = of_neomutt(folder, options.rounds)
        if shutil.which("less"):
            with Library.open(library) as opened:
                newest = opened.page(0, 20)
                texts = [opened.get(row.id).text for row in newest]
            (folder / "text").write_text(max(texts, key=len))
            found["less"] = less(folder / "text")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
