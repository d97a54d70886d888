"""How long a search takes: each kind of query, by date and by relevance, in one JSON line.

    python tests/bench/search.py --library DIR            a library of the corpus
    python tests/bench/search.py --files DIR              the corpus as files: a library is made
    python tests/bench/search.py --files DIR --library DIR --against fts5 --against files

Figures are milliseconds [p50, p95] over several queries of a kind and several runs of each, of a
whole answer: the count, and 50 rows with the hit in its sentence; then of the count and the keys
alone. `--against` asks the latter of SQLite's FTS5 over the same texts, and of rg (or grep) which
files hold a word.
"""

import argparse
import json
import shutil
import sqlite3
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
            held[word] = library.search(f'"{word}"', 0, 0).total / len(library)
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
            made.refresh()
            yield made


def ours(library: Library, asked: dict[str, list[str]]) -> dict[str, object]:
    """Figures of the library."""
    told: dict[str, object] = {}
    for order in ORDERS:
        for kind, lines in asked.items():
            told[f"{kind}, {order}"] = percentiles(
                lambda line: library.search(line, 0, 50, order),  # noqa: B023
                lines,
            )
        typed = [word[:end] for word in TYPED for end in range(1, len(word) + 1)]
        told[f"typed, {order}"] = percentiles(
            lambda line: library.search(line, 0, 50, order, typing=True),  # noqa: B023
            typed,
        )
    for kind, lines in (("common", asked["common"]), ("everything", [""])):
        told[f"three facets and histogram, {kind}"] = percentiles(
            lambda line: (library.facets(line, FACETS), library.histogram(line)), lines
        )
    return told


def keys_alone(library: Library, asked: dict[str, list[str]]) -> dict[str, object]:
    """Figures of the index: the count, and the keys of 50 cables, as other engines give them."""
    upkeep = library._kept()

    def ask(line: str, order: str) -> None:
        query = parse(line)
        upkeep.asked(lambda index: index.search(query, 0, 50, order))

    typed = [f"{word[:end]}*" for word in TYPED for end in range(1, len(word) + 1)]
    return {
        f"{kind}, {order}": percentiles(partial(ask, order=order), lines)
        for order in ORDERS
        for kind, lines in {**asked, "typed": typed}.items()
    }


def fts5(library: Library, asked: dict[str, list[str]]) -> dict[str, object]:
    """Figures of FTS5: the count, and 50 row ids, over the same texts."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "fts5.db")
        database.execute("CREATE VIRTUAL TABLE cables USING fts5(text, content='')")
        start = time.perf_counter()
        for first in range(0, len(library), 1000):
            texts = (library.raw(row.id).decode() for row in library.page(first, 1000))
            database.executemany(
                "INSERT INTO cables (text) VALUES (?)", ((text,) for text in texts)
            )
        database.commit()
        told: dict[str, object] = {"indexing, s": round(time.perf_counter() - start, 1)}
        for order, by in (("newest", "rowid"), ("relevance", "rank")):

            def ask(line: str, by: str = by) -> None:
                found = "FROM cables WHERE cables MATCH ?"
                database.execute(f"SELECT count(*) {found}", (line,)).fetchone()
                database.execute(f"SELECT rowid {found} ORDER BY {by} LIMIT 50", (line,)).fetchall()

            for kind in (*SHARES, "two words", "phrase", "prefix"):
                told[f"{kind}, {order}"] = percentiles(ask, asked[kind])
            typed = [f"{word[:end]}*" for word in TYPED for end in range(1, len(word) + 1)]
            told[f"typed, {order}"] = percentiles(ask, typed)
        return told


def files_searched(files: Path, asked: dict[str, list[str]]) -> dict[str, object]:
    """Figures of rg, or of grep where it is not installed, naming the files with a word."""
    tool = ["rg", "-l", "-i"] if shutil.which("rg") else ["grep", "-r", "-l", "-i"]

    def ask(word: str) -> None:
        subprocess.run([*tool, word, str(files)], stdout=subprocess.DEVNULL, check=False)

    return {"tool": tool[0], **{kind: percentiles(ask, asked[kind][:1]) for kind in SHARES}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--against", choices=("fts5", "files"), action="append", default=[])
    args = parser.parse_args()
    if not args.library and not args.files:
        parser.error("name a library, or files to make one from")
    with opened(args.library, args.files) as library:
        asked = kinds(library)
        told: dict[str, object] = {"cables": len(library), "reftel": ours(library, asked)}
        told["keys alone"] = keys_alone(library, asked)
        if "fts5" in args.against:
            told["fts5"] = fts5(library, asked)
        if "files" in args.against and args.files:
            told["files"] = files_searched(args.files, asked)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
