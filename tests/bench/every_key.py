"""Every key of the table in the room it works in: milliseconds from the key to the last byte.

    python -m tests.bench.every_key [--library DIR | --cables 1000] [--every 1]

Opens `reftel` anew for each key of each room (`--every 4`: for every fourth), in a pseudo-terminal
of 120 columns and 40 rows, goes to the room, presses the key and waits until nothing more comes:
each is pressed for the first time. Keys that end the program, or hand the terminal to another, are
left out. Prints one JSON line: how many keys, the median, 95th percentile and largest
time, and all that took longer than 30 ms, by room and id.
"""

import json
from collections.abc import Iterator
from statistics import median, quantiles
from typing import NamedTuple

from tests.bench.rooms import F2
from tests.bench.terminal import Terminal, asked, provided, reftel
from tui import keys

ENTER = b"\r"
SLOW = 30
LOOKED_AT = 1.0
WAYS: dict[str, tuple[bytes, ...]] = {
    "list": (),
    "query": (b"/", b"said"),
    "facets": (b"f",),
    "prompt": (b":", b"7"),
    "order": (b",",),
    "naming": (b"m",),
    "waymark": (b"'",),
    "detail": (ENTER,),
    "view": (ENTER, b"z"),
    "copy": (ENTER, b"y"),
    "outline": (ENTER, b"O"),
    "tree": (b"r",),
    "searches": (b"S",),
    "jobs": (b"w",),
    "home": (F2,),
    "page": (F2, b"3"),
    "help": (b"?",),
}
LEAVING = {"app.leave", "app.suspend_process", "search.leave", "home.leave", "outside.open"}
LEAVING |= {"outside.edit", "look.print"}

SENT = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "insert": b"\x1b[2~",
    "delete": b"\x1b[3~",
    "backspace": b"\x7f",
    "escape": b"\x1b",
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "shift+left": b"\x1b[1;2D",
    "shift+right": b"\x1b[1;2C",
    **{f"f{n}": b"\x1bO" + letter.encode() for n, letter in enumerate("PQRS", 1)},
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
}
"""What a terminal sends for a key that is no letter."""


class Pressed(NamedTuple):
    """A key, and how long its answer took."""

    milliseconds: float
    room: str
    id: str
    key: str


def sent(name: str) -> bytes:
    """Give what a terminal sends for a key by Textual's name of it."""
    if name in SENT:
        return SENT[name]
    if name.startswith("ctrl+"):
        return bytes([ord(name[-1]) & 0x1F])
    return keys.shown(name).encode()


def there() -> Iterator[tuple[str, keys.Key, str]]:
    """Yield every room with every key of it, by its names."""
    for room in WAYS:
        for key in keys.of(room):
            if key.action not in LEAVING:
                yield from ((room, key, name) for name in key.names)


def pressed(command: list[str], room: str, key: keys.Key, name: str) -> Pressed:
    """Press a key of a room, in the program opened anew and looked at for a second."""
    terminal = Terminal(command)
    terminal.opened(LOOKED_AT)
    for step in WAYS[room]:
        terminal.press(step)
    _, seconds = terminal.press(sent(name))
    terminal.close()
    return Pressed(round(1000 * seconds, 1), room, key.id, name)


def main() -> None:
    """Press all, print."""
    options = asked(__doc__, every=1).parse_args()
    with provided(options) as (library, _):
        command = reftel(library)
        some = list(there())[:: options.every]
        found = sorted(pressed(command, *each) for each in some)
    times = [each.milliseconds for each in found]
    told = {
        "keys": len(times),
        "p50": median(times),
        "p95": round(quantiles(times, n=20)[-1], 1),
        "most": times[-1],
        "slow": [list(each) for each in found if each.milliseconds > SLOW],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
