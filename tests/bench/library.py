"""The library: opening it, a page of its list, one cable, by how many cables it holds.

    python tests/bench/library.py LIBRARY [--small LIBRARY] [--times 300]

Prints one JSON line: milliseconds, median and 95th percentile, for opening with the first 50 rows,
any page of 50 by position from either end, the first jump to the end, the place of a date, the
count, one cable by its id with its text, and its document alone, as TinyDB gives it. Opening is
also given by that of a small library (one of 1,000 cables is made where none is named). Beside it
TinyDB with its own storage on 2,000 of the same records with their texts, a get and an update, and
what these come to at the library's size, since both read all there is.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tinydb import TinyDB, where  # noqa: E402

from store.documents import CableDB  # noqa: E402
from store.export import as_json  # noqa: E402
from store.holdings import FIELDS  # noqa: E402
from store.library import Library  # noqa: E402

PLAIN = 2_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    parser.add_argument("--small", type=Path, help="a library to compare opening with")
    parser.add_argument("--times", type=int, default=300)
    args = parser.parse_args()
    rng = Random(1869)
    with tempfile.TemporaryDirectory() as name:
        small = args.small or made(Path(name))
        opening, opening_small = [], []
        for _ in range(30):  # turn by turn, so that a busy machine is busy for both
            opening += timed(lambda: first_rows(args.library), 1)
            opening_small += timed(lambda: first_rows(small), 1)
        with Library.open(args.library) as library:
            count = len(library)
            end = timed(lambda: library.page(max(0, count - 50), 50), 1)
            ids = [row.id for row in library.page(0, 50)]
            for _ in range(20):
                ids += [row.id for row in library.page(rng.randrange(count), 50)]

            def page() -> None:
                library.page(rng.randrange(count), 50, newest=rng.random() < 0.5)

            def place() -> None:
                library.position(f"{rng.randint(1966, 2010)}-{rng.randint(1, 12):02}")

            told = {
                "cables": count,
                "open_and_50_rows": figures(opening),
                "by_small": round(median(opening) / median(opening_small), 2),
                "first_jump_to_end_ms": round(end[0], 2),
                "page_of_50": figures(timed(page, args.times)),
                "place_of_a_date": figures(timed(place, args.times)),
                "count": figures(timed(lambda: len(library), args.times)),
                "get": figures(timed(lambda: library.get(rng.choice(ids)), args.times)),
                "tinydb": plain(library, ids, Path(name) / "plain.json"),
            }
    told["document"] = document(args.library, ids, args.times)
    plainly = told["tinydb"]["get_ms_at_this_size"]  # type: ignore[index]
    for each in ("get", "document"):
        took = told[each]["median_ms"]  # type: ignore[index]
        told[f"{each}_by_tinydb"] = round(plainly / took)
    print(json.dumps(told))


def timed(action: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of some runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        action()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def figures(taken: list[float]) -> dict[str, float]:
    return {
        "median_ms": round(median(taken), 3),
        "p95_ms": round(quantiles(taken, n=20)[-1], 3),
    }


def document(path: Path, ids: list[str], times: int) -> dict[str, float]:
    """Get documents by their id as TinyDB does."""
    rng = Random(1869)
    with CableDB(path / "cables.db", FIELDS) as database:
        cables = database.table("cables")
        return figures(timed(lambda: cables.get(where("id") == rng.choice(ids)), times))


def first_rows(path: Path) -> None:
    with Library.open(path) as library:
        assert len(library)
        assert library.page(0, 50)


def made(folder: Path) -> Path:
    """Make a library of 1,000 cables."""
    python = [sys.executable]
    subprocess.run(
        [*python, ROOT / "tests/bench/corpus.py", "1000", folder / "cables"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    subprocess.run(
        [*python, "-m", "tui", "import", folder / "cables", "--library", folder / "library"],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    return folder / "library"


def plain(library: Library, ids: list[str], path: Path) -> dict[str, float]:
    """TinyDB as it comes, with records of the same content."""
    some = [library.get(each) for each in ids]
    with TinyDB(path) as database:
        database.insert_multiple(
            {**as_json(some[n % len(some)]), "text": some[n % len(some)].text, "id": f"{n}"}
            for n in range(PLAIN)
        )
        get = median(timed(lambda: database.get(where("id") == "1000"), 7))
        update = median(timed(lambda: database.update({"seen": 1}, where("id") == "1000"), 7))
    share = len(library) / PLAIN
    return {
        "cables": PLAIN,
        "get_ms": round(get, 1),
        "update_ms": round(update, 1),
        "get_ms_at_this_size": round(get * share),
        "update_ms_at_this_size": round(update * share),
    }


if __name__ == "__main__":
    main()
