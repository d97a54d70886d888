"""Typing a query in the app: milliseconds from a key to the last byte on the screen, by letter.

    python -m tests.bench.keystrokes [--library DIR | --cables 1000] [--rounds 3]

Runs `reftel` in a pseudo-terminal of 120 columns and 40 rows, types some queries a letter at a
time, waits after each until nothing more comes, and prints one JSON line: median, 95th percentile
and largest time and bytes; then the time to the last byte when a whole query is sent at once, and
the cursor keys in its results.
"""

import json
from statistics import median, quantiles

from tests.bench.terminal import Terminal, asked, provided, reftel

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
    """Measure, print."""
    options = asked(__doc__, rounds=3).parse_args()
    with provided(options) as (library, _):
        print(json.dumps(measured(reftel(library), options.rounds)))


if __name__ == "__main__":
    main()
