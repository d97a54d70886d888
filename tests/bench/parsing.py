"""How fast cables of the seed's layout are read, whole, on one core.

    python tests/bench/parsing.py [--cables 1000] [--rounds 7]

Prints one JSON line: cables a second through layout and parser, with paragraphs, references and
findings; the median time of one; the ratio to the least that could be done with the same bytes,
decoding them and counting their lines; and where the time goes, stage by stage.

Each round reads other cables, as an import does, so that what is remembered of a cable helps the
next ones no more than there. Like an import's workers it looks for no cycles while it reads.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, median
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT)]

from store import layouts  # noqa: E402
from store.cable import Received  # noqa: E402
from store.parse import parse  # noqa: E402
from tests.bench.corpus import listing, made  # noqa: E402

SEED = 1869
STAGES = {
    "layout": "store.layouts.read",
    "header": "store.parse.header.read",
    "breaks": "store.parse.breaks.find",
    "opening": "store.parse.opening.read",
    "body": "store.parse.paragraphs.read",
    "fields": "store.parse.fields.read",
    "mentions": "store.parse.mentions.find",
    "blocks": "store.parse.blocks.find",
    "redactions": "store.parse.copies.redactions",
    "checks": "store.parse.checks.all_of",
}
"""The stages that are told apart, each by the function that makes it."""


def read(texts: list[bytes]) -> None:
    """Read each text through layout and parser."""
    for data in texts:
        for received in list(layouts.read(data, "bench")):
            if isinstance(received, Received):
                parse(received)


def count(texts: list[bytes]) -> None:
    """Decode each text and count its lines."""
    for data in texts:
        data.decode().split("\n")


def seconds(work: Callable[[list[bytes]], None], texts: list[bytes]) -> float:
    """Give the time of a round on one core."""
    start = time.process_time()
    work(texts)
    return time.process_time() - start


def staged(texts: list[bytes]) -> dict[str, float]:
    """Give the seconds of each stage; what is left to the rest is not told apart."""
    spent = dict.fromkeys(STAGES, 0.0)

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*args: Any) -> Any:
            start = time.perf_counter()
            result = work(*args)
            if stage == "layout":
                result = list(result)
            spent[stage] += time.perf_counter() - start
            return result

        return measured

    with ExitStack() as patched:
        for stage, place in STAGES.items():
            module, _, name = place.rpartition(".")
            work = getattr(sys.modules[module], name)
            patched.enter_context(patch(place, timed(stage, work)))
        read(texts)
    return spent


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cables", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=7)
    asked = options.parse_args()
    whole: list[float] = []
    least: list[float] = []
    stages: list[dict[str, float]] = []
    words: list[float] = []
    for number in range(asked.rounds + 1):
        begin = number * asked.cables
        texts = [listing(made(begin + i, SEED)).encode() for i in range(asked.cables)]
        gc.collect()
        gc.disable()
        if number == 0:
            read(texts)  # the first round reads the tables
        else:
            whole.append(seconds(read, texts))
            least.append(seconds(count, texts))
            stages.append(staged(texts))
            words.append(mean(len(data.split()) for data in texts))
        gc.enable()
    each = median(whole) / asked.cables
    result = {
        "cables": asked.cables,
        "words": round(mean(words)),
        "cables_a_second": round(1 / each),
        "microseconds_each": round(each * 1e6),
        "ratio_to_counting_lines": round(median(whole) / median(least), 1),
        "stages": {
            stage: round(median(times[stage] for times in stages) / asked.cables * 1e6)
            for stage in STAGES
        },
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
