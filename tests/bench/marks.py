"""What a mark costs: one JSON line of medians in milliseconds, and of TinyDB's own storage beside.

    python tests/bench/marks.py [MARKS [LIBRARY]]

Each change is followed by its fsync on the disk of the temporary folder. With a library, so many of
its cables, evenly drawn, are starred in a file beside, and searched for.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tinydb import TinyDB

from store.library import Library
from store.marks import Marks, Position
from store.query import parse
from store.query.values import Marked

LINES = ("government", "is:starred", "is:starred government", "is:unread", "-is:starred")


def median(act: Callable[[int], object], times: int = 21) -> float:
    """Time calls one by one, in milliseconds of the clock: what one waits for is the disk."""
    taken = []
    for turn in range(times):
        begun = time.perf_counter()
        act(turn)
        taken.append(time.perf_counter() - begun)
    return round(statistics.median(taken) * 1000, 2)


def searched(count: int, place: Path, marks: Path) -> dict[str, float]:
    """Time whole answers of a library some of whose cables are starred."""
    with Library.open(place, marks=marks) as library:
        step = max(1, len(library) // count)
        pages = (library.page(start, 100) for start in range(0, len(library), 100 * step))
        library.marks.star([row.id for page in pages for row in page])
        found = {}
        for line in LINES:
            total = library.search(line).total
            found[f"{line}: {total:,}"] = median(partial(_answer, library, line))
        return found


def _answer(library: Library, line: str, _: int) -> None:
    library.search(line).page()


def main(count: int, library: Path | None) -> None:
    """Make so many marks and change some of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "marks.json"
        ids = [f"09MOSCOW{number}" for number in range(count)]
        marks = Marks(path)
        marks.tag(ids, add=["harvest", "to-check"])
        marks.star(ids[::3])
        note = "See what the council said about the granary, and who was there."
        marks.note(ids[0], note)
        found = {
            "marks": count,
            "bytes": path.stat().st_size,
            "star": median(lambda turn: marks.star([ids[3 * turn + 1]])),
            "place": median(lambda turn: marks.place(ids[turn], Position(turn + 1))),
            "open and first change": median(lambda turn: Marks(path).read([ids[turn]])),
            "open and one mark": median(lambda turn: Marks(path).of(ids[turn])),
            "is:starred": median(lambda _: marks.found(_mark("is:starred"))),
            "tag:mine/harvest": median(lambda _: marks.found(_mark("tag:mine/harvest"))),
            "note:granary": median(lambda _: marks.found(_mark("note:granary"))),
        }
        own = TinyDB(Path(folder) / "own.json")
        own.insert_multiple({"id": id, "tags": ["harvest", "to-check"]} for id in ids)  # noqa: A001
        found["TinyDB's JSONStorage, update"] = median(
            lambda turn: own.update({"starred": str(turn)}, doc_ids=[turn + 1]), 5
        )
        if library:
            found |= searched(count, library, Path(folder) / "beside.json")
        print(json.dumps(found))


def _mark(line: str) -> Marked:
    asked = parse(line)
    assert isinstance(asked, Marked)
    return asked


if __name__ == "__main__":
    main(int([*sys.argv, "10000"][1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
