"""What an import would find: every file known by how it begins, and nothing written."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import jobs, layouts
from store.errors import Refused
from store.importer.intake import remembered
from store.importer.reader import refusal
from store.importer.walk import Found, Refusal, Walk, opened
from store.layouts import LARGEST

if TYPE_CHECKING:
    from store.library import Library

HEAD = 1 << 20
"""Bytes of a file that are read. The cables of a longer one are an estimate."""
TOGETHER = 64
"""Files a job."""
WHOLE = frozenset(("frus", "pdf"))
"""Layouts that are read whole: the limit is one for the file."""
A_SECOND = 450
"""Cables that one core brings in: a rough word, for the time that an import may take."""


class Survey(NamedTuple):
    """What lies at some paths: files, their bytes, and the cables in them.

    `unchanged` of the files are in the library already; the rest of the counts is without them.
    `estimated` of the cables are taken from how long files begin. `layouts` are the files of each;
    `refused` names what would not be imported, and why; `passed_over` counts hidden files.
    """

    files: int = 0
    unchanged: int = 0
    bytes: int = 0
    cables: int = 0
    estimated: int = 0
    layouts: tuple[tuple[str, int], ...] = ()
    refused: tuple[Refusal, ...] = ()
    passed_over: int = 0

    @property
    def unknown(self) -> int:
        """How many files are in no layout."""
        return self.files - self.unchanged - sum(count for _, count in self.layouts)


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
    library: "Library | None" = None,
    largest: int = LARGEST,
    processes: int | None = None,
) -> Survey:
    """Look at files, and at folders with all in them; `on_progress` hears how many so far.

    What `library` knows is not looked at; a cable of more than `largest` bytes is refused. Where
    there are many files, `processes` look at them, as many as there are cores unless told.
    """
    walk = Walk(paths)
    known: list[Found] = []
    files = size = cables = estimated = 0
    found: Counter[str] = Counter()
    refused: list[Refusal] = []
    ahead = _jobs(walk, known, library, largest)
    for results in jobs.done(partial(look, largest=largest), ahead, processes):
        for each in results:
            files += 1
            size += each.size
            cables += each.cables
            estimated += each.cables if each.estimated else 0
            found.update([each.layout] if each.layout else [])
            refused += each.refused
        on_progress(files + len(known))
    by_count, all_files = tuple(found.most_common()), files + len(known)
    return Survey(
        *(all_files, len(known), size, cables, estimated),
        *(by_count, tuple(refused), walk.passed_over),
    )


def _jobs(
    walk: Walk, known: list[Found], library: "Library | None", largest: int
) -> Iterator[tuple[Found | Refusal, ...]]:
    """Give the files that are to be looked at; those that are known already are put there."""
    ahead = iter(walk)
    while some := tuple(islice(ahead, TOGETHER)):
        files = [each for each in some if isinstance(each, Found)]
        seen = remembered(library.held, files, largest) if library is not None else {}
        whole = {place for place, each in seen.items() if each.whole}
        known += [each for each in files if each.place in whole]
        if left := tuple(
            each for each in some if isinstance(each, Refusal) or each.place not in whole
        ):
            yield left


def look(files: Sequence[Found | Refusal], largest: int = LARGEST) -> list[Looked]:
    """Look at the beginnings of some files; a cable of more than `largest` bytes is refused."""
    return [
        Looked(0, None, 0, estimated=False, refused=(each,))
        if isinstance(each, Refusal)
        else _look(each, largest)
        for each in files
    ]


def _look(found: Found, largest: int) -> Looked:
    size = max(found.size, 0)
    try:
        with opened(found.place) as file:
            head = file.read(HEAD)
    except (Refused, OSError) as error:
        return Looked(size, None, 0, estimated=False, refused=(refusal(found, error),))
    whole = len(head) < HEAD
    pdf = head.startswith(b"%PDF-") and not whole
    layout, cables, refused = ("pdf", 1, []) if pdf else _read(head, found, largest)
    if not whole and size > largest and (cables == 1 or layout in WHOLE):
        too_large = Refusal(found.path, f"it has more than the limit of {largest:,} bytes")
        return Looked(size, None, 0, estimated=False, refused=(too_large,))
    if not whole and cables:
        # What was cut off at the end of the head is no fault of the file.
        return Looked(size, layout, max(1, cables * size // HEAD), estimated=True, refused=())
    return Looked(size, layout, cables, estimated=False, refused=tuple(refused))


def _read(head: bytes, found: Found, largest: int) -> tuple[str | None, int, list[Refusal]]:
    """Count the cables in the head of a file, and name its layout by the first of them."""
    layout, cables = None, 0
    refused: list[Refusal] = []
    try:
        for each in layouts.read(head, Path(found.path).name, largest=largest):
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
