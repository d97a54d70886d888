"""What an import would find: every file known by how it begins, and nothing written."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store import jobs, layouts
from store.errors import Refused
from store.importer.reader import refusal
from store.importer.walk import Found, Refusal, Walk, opened

HEAD = 1 << 20
"""Bytes of a file that are read. The cables of a longer one are an estimate."""
TOGETHER = 64
"""Files a job."""
A_SECOND = 450
"""Cables that one core brings in: a rough word, for the time that an import may take."""


class Survey(NamedTuple):
    """What lies at some paths: files, their bytes, and the cables in them.

    `estimated` of the cables are taken from how long files begin. `layouts` are the files of each;
    `refused` names what would not be imported, and why; `passed_over` counts hidden files.
    """

    files: int = 0
    bytes: int = 0
    cables: int = 0
    estimated: int = 0
    layouts: tuple[tuple[str, int], ...] = ()
    refused: tuple[Refusal, ...] = ()
    passed_over: int = 0

    @property
    def unknown(self) -> int:
        """How many files are in no layout."""
        return self.files - sum(count for _, count in self.layouts)


class Looked(NamedTuple):
    """What the beginning of a file told; `layout` is None where it is in none."""

    size: int
    layout: str | None
    cables: int
    estimated: bool
    refused: tuple[Refusal, ...]


def survey(
    paths: Sequence[Path],
    on_progress: Callable[[int], object] = lambda _: None,
    *,
    processes: int | None = None,
) -> Survey:
    """Look at files, and at folders with all in them; `on_progress` hears how many so far.

    Where there are many, `processes` look at them, as many as there are cores unless told.
    """
    walk = Walk(paths)
    files = size = cables = estimated = 0
    found: Counter[str] = Counter()
    refused: list[Refusal] = []
    for results in jobs.done(look, _jobs(walk), processes):
        for each in results:
            files += 1
            size += each.size
            cables += each.cables
            estimated += each.cables if each.estimated else 0
            found.update([each.layout] if each.layout else [])
            refused += each.refused
        on_progress(files)
    by_count = tuple(found.most_common())
    return Survey(files, size, cables, estimated, by_count, tuple(refused), walk.passed_over)


def _jobs(walk: Walk) -> Iterator[tuple[Found | Refusal, ...]]:
    ahead = iter(walk)
    while some := tuple(islice(ahead, TOGETHER)):
        yield some


def look(files: Sequence[Found | Refusal]) -> list[Looked]:
    """Look at the beginnings of some files."""
    return [
        Looked(0, None, 0, estimated=False, refused=(each,))
        if isinstance(each, Refusal)
        else _look(each)
        for each in files
    ]


def _look(found: Found) -> Looked:
    size = max(found.size, 0)
    try:
        with opened(found.place) as file:
            head = file.read(HEAD)
    except (Refused, OSError) as error:
        return Looked(size, None, 0, estimated=False, refused=(refusal(found, error),))
    whole = len(head) < HEAD
    if head.startswith(b"%PDF-") and not whole:
        return Looked(size, "pdf", 1, estimated=True, refused=())
    layout, cables, refused = _read(head, found)
    if not whole and cables:
        # What was cut off at the end of the head is no fault of the file.
        return Looked(size, layout, max(1, cables * size // HEAD), estimated=True, refused=())
    return Looked(size, layout, cables, estimated=False, refused=tuple(refused))


def _read(head: bytes, found: Found) -> tuple[str | None, int, list[Refusal]]:
    """Count the cables in the head of a file, and name its layout by the first of them."""
    layout, cables = None, 0
    refused: list[Refusal] = []
    try:
        for each in layouts.read(head, Path(found.path).name):
            if isinstance(each, Refused):
                refused.append(refusal(found, each))
            else:
                layout, cables = layout or each.layout, cables + 1
    except (Refused, OSError) as error:
        refused.append(refusal(found, error))
    return layout, cables, refused


def seconds(cables: int, cores: int) -> int:
    """Estimate how long so many cables take; never less than a second."""
    return max(1, round(cables / (A_SECOND * cores)))
