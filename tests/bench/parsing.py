"""How fast cables of the seed's layout are read, whole, on one core.

    python tests/bench/parsing.py [--cables 1000] [--rounds 7]

Prints one JSON line: cables a second through layout and parser, with paragraphs, references and
findings; the median time of one; and the ratio to the least that could be done with the same
bytes, decoding them and counting their lines.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT)]

from store import layouts  # noqa: E402
from store.cable import Received  # noqa: E402
from store.parse import parse  # noqa: E402
from tests.bench.corpus import listing, made  # noqa: E402

SEED = 1869


def read(texts: list[bytes]) -> None:
    """Read each text through layout and parser."""
    for data in texts:
        for received in layouts.read(data, "bench"):
            if isinstance(received, Received):
                parse(received)


def count(texts: list[bytes]) -> None:
    """Decode each text and count its lines."""
    for data in texts:
        data.decode().split("\n")


def seconds(work: Callable[[list[bytes]], None], texts: list[bytes], rounds: int) -> float:
    """Give the median time of a round on one core."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(texts)
        times.append(time.process_time() - start)
    return median(times)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cables", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=7)
    asked = options.parse_args()
    texts = [listing(made(number, SEED)).encode() for number in range(asked.cables)]
    whole, least = (seconds(work, texts, asked.rounds) for work in (read, count))
    result = {
        "cables": len(texts),
        "words": round(mean(len(data.split()) for data in texts)),
        "cables_a_second": round(len(texts) / whole),
        "microseconds_each": round(whole / len(texts) * 1e6),
        "ratio_to_counting_lines": round(whole / least, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
