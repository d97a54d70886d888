"""How long a search takes: each kind of query, by date and by relevance, in one JSON line.

    python tests/bench/search.py --library DIR            a library of the corpus
    python tests/bench/search.py --files DIR              the corpus as files: a library is made
    python tests/bench/search.py --files DIR --library DIR --against fts5 --against rg

Figures are milliseconds [p50, p95] over several queries of a kind and several runs of each: of the
count and 50 rows, of 20 sentences with the hit (a screenful), of the index alone. `--against` asks
the same of fts5, notmuch or rg (tests/bench/peers.py): how many cables each finds by kind, summed
over its queries, and how many times as long it takes at the median. FTS5 is asked within the
process, as our index alone; of notmuch and rg each question is a process, as is `reftel search`
beside them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from store import importer  # noqa: E402
from store.library import Library  # noqa: E402
from store.query import parse, words  # noqa: E402
from store.search import Search  # noqa: E402
from tests.bench.peers import FIRST, TEXTS, Peer, fts5, notmuch, rg  # noqa: E402

RUNS = 7
SHARES = {"rare": 0.0002, "mid": 0.01, "tenth": 0.1, "common": 0.6}
TYPED = ("government", "prison", "security", "treaty")
ORDERS = ("newest", "relevance")
FACETS = ("level", "origin", "tag")


def percentiles(asked: Callable[[str], object], lines: list[str]) -> list[float]:
    """Ask each line some times; give p50 and p95 in milliseconds."""
    taken = []
    for line in lines:
        asked(line)
        for _ in range(RUNS):
            start = time.perf_counter()
            asked(line)
            taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return [round(taken[len(taken) // 2], 2), round(taken[int(len(taken) * 0.95)], 2)]


def sampled(library: Library) -> list[tuple[str, ...]]:
    """The words of cables from all parts of the list, up to 400 of them."""
    step = max(1, len(library) // 400)
    rows = (library.page(at, 1)[0] for at in range(0, len(library), step))
    return [words(library.raw(row.id).decode(errors="replace")) for row in rows]


def by_share(library: Library, sample: list[tuple[str, ...]]) -> dict[str, list[str]]:
    """Five words for each share of the cables that a word is to be found in."""
    counts = Counter(word for text in sample for word in set(text) if word.isalpha())
    held: dict[str, float] = {}
    for level in sorted(set(counts.values())):
        some = [word for word, count in counts.items() if count == level and len(word) > 3]
        for word in some[: 200 if level < 8 else 3]:
            held[word] = library.search(f'"{word}"').total / len(library)
    return {
        name: sorted(held, key=lambda word: abs(held[word] / share - 1))[:5]
        for name, share in SHARES.items()
    }


def kinds(library: Library) -> dict[str, list[str]]:
    """The queries of each kind."""
    sample = sampled(library)
    some = by_share(library, sample)
    pairs = [
        f'"{one} {other}"'
        for text in sample[::40]
        for one, other in pairwise(text[300:])
        if min(len(one), len(other)) > 4 and (one + other).isalpha()
    ]
    origins = [row.origin or "" for row in library.page(0, 5)]
    return {
        **some,
        "two words": [f"{a} {b}" for a, b in zip(some["common"], some["tenth"], strict=True)],
        "phrase": pairs[:10],
        "prefix": ["pri*", "trea*", "sta*", "gover*", "con*"],
        "boolean": [
            f'({one} or {other}) origin:"{origin}" date:2003..2007-06 -{without}'
            for one, other, origin, without in zip(
                some["common"], some["tenth"], origins, some["mid"], strict=True
            )
        ],
    }


@contextmanager
def opened(library: Path | None, files: Path | None) -> Iterator[Library]:
    """The library at a folder, made from files where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = library or Path(folder) / "library"
        made = Library.open(path, create=files is not None)
        with made:
            if files and not len(made):
                importer.run([files], made)
            made.index.current()
            yield made


def ours(library: Library, asked: dict[str, list[str]]) -> dict[str, object]:
    """Figures of the library."""
    told: dict[str, object] = {}
    typed = [word[:end] for word in TYPED for end in range(1, len(word) + 1)]
    for order in ORDERS:
        for kind, lines in asked.items():
            told[f"{kind}, {order}"] = percentiles(
                lambda line: library.search(line).page(0, 50, order),  # noqa: B023
                lines,
            )
        told[f"typed, {order}"] = percentiles(
            lambda line: library.search(line, typing=True).page(0, 50, order),  # noqa: B023
            typed,
        )
    for kind, lines in asked.items():
        rows = {line: library.search(line).page(0, 20).rows for line in lines}
        told[f"sentences, {kind}"] = percentiles(
            lambda line: library.search(line).hits(rows[line]),  # noqa: B023
            lines,
        )
    for kind, lines in (("common", asked["common"]), ("everything", [""])):
        told[f"three facets and histogram, {kind}"] = percentiles(
            lambda line: spread(library.search(line, every=True)), lines
        )
    return told


def spread(search: Search) -> None:
    search.facets(FACETS)
    search.histogram()


def questions(asked: dict[str, list[str]]) -> dict[str, list[str]]:
    """Give the queries in words that mean the same to all engines: no other forms of a word."""
    exact = {
        kind: [" ".join(f'"{word}"' for word in line.split()) for line in asked[kind]]
        for kind in (*SHARES, "two words")
    }
    typed = [f"{word[:end]}*" for word in TYPED for end in range(1, len(word) + 1)]
    return {**exact, "phrase": asked["phrase"], "prefix": asked["prefix"], "typed": typed}


def index_alone(library: Library) -> Peer:
    """Our index, asked as other engines are: the count, and the keys of 50 cables."""
    upkeep = library.index

    def ask(line: str, order: str) -> int:
        query = parse(line)
        return upkeep.asked(lambda index: index.search(query, 0, FIRST, order))[0]

    return Peer("index", ORDERS, TEXTS, process=False, ask=ask)


def command(library: Library) -> Peer:
    """`reftel search` as a process."""

    def ask(line: str, order: str) -> int:
        words = ["search", "--ids", "--limit", str(FIRST), "--sort", order, "--", line]
        reftel = [sys.executable, "-m", "tui", "--library", str(library.path.absolute()), *words]
        subprocess.run(reftel, cwd=ROOT, capture_output=True, check=False)
        return 0

    return Peer("reftel", ORDERS, TEXTS, process=True, ask=ask)


def beside(peer: Peer, us: Peer, index: Peer, lines: dict[str, list[str]]) -> dict[str, object]:
    """Tell what another engine finds and how long it takes, beside what we do."""
    told: dict[str, object] = {}
    for kind in peer.kinds:
        some = lines[kind][:2] if peer.process else lines[kind]
        found = [sum(each.ask(line, "newest") for line in some) for each in (index, peer)]
        told[f"{kind}, found"] = found
        for order in peer.orders:
            theirs = percentiles(partial(put, peer, order), some)
            own = percentiles(partial(put, us, order), some)
            told[f"{kind}, {order}"] = {"ms": theirs, "times": round(theirs[0] / own[0], 1)}
    return told


def put(peer: Peer, order: str, line: str) -> int:
    """Put a question to an engine."""
    return peer.ask(line, order)


def texts(library: Library) -> Iterator[str]:
    """Give the texts of all cables, the newest first."""
    for first in range(0, len(library), 1000):
        for row in library.page(first, 1000):
            yield library.get(row.id).text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--against", choices=("fts5", "notmuch", "rg"), action="append", default=[])
    args = parser.parse_args()
    if not args.library and not args.files:
        parser.error("name a library, or files to make one from")
    if "rg" in args.against and not args.files:
        parser.error("rg searches files: name them")
    with opened(args.library, args.files) as library, tempfile.TemporaryDirectory() as scratch:
        asked = kinds(library)
        told: dict[str, object] = {"cables": len(library), "reftel": ours(library, asked)}
        index, folder = index_alone(library), Path(scratch)
        lines = questions(asked)
        told["index alone"] = {
            f"{kind}, {order}": percentiles(partial(put, index, order), lines[kind])
            for order in ORDERS
            for kind in TEXTS
        }
        for name in args.against:
            if name == "rg":
                peer = rg(args.files)
            else:
                peer = {"fts5": fts5, "notmuch": notmuch}[name](texts(library), folder)
            us = command(library) if peer and peer.process else index
            told[name] = peer and beside(peer, us, index, lines)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
