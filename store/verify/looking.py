"""Every version that a library holds, come by once: superseded ones, the newest, what is left."""

from collections.abc import Callable, Iterator

from store.documents.narrowing import column
from store.documents.rows import Shelf
from store.holdings import Holdings
from store.holdings.glance import KEYS
from store.jobs import done
from store.verify import rows, sources
from store.verify.check import Checked, Kept, SourceRow, check
from store.verify.trouble import REPLACE, Trouble

Progress = Callable[[int, int], object]
"""Told of how many versions of how many have been looked at."""

TRIED = 500
"""Cables that are looked for in the index by what they say, from the first to the last."""


class Looking:
    """One look at all versions. `lost` and `orphans` are whole when all have been come by."""

    def __init__(
        self, held: Holdings, on_progress: Progress, processes: int | None, *, entries: bool
    ) -> None:
        """`entries` asks for what the index should have been told of some cables."""
        self._held = held
        self._on_progress = on_progress
        self._processes = processes
        self._entries = entries
        self._claimed: set[int] = set()
        self._lost: dict[str, list[int]] = {"cables": [], "superseded": []}
        self._found: set[str] = set()
        self.keys: set[int] = set()
        self.total = sum(rows.last(each.rows) for each in (held.cables, held.superseded))
        self._step = max(rows.last(held.cables.rows) // TRIED, 1)

    def each(self) -> Iterator[tuple[str, Checked]]:
        """Give what came of each version with the table it is in, "" for one without a record."""
        told = 0
        for table, some in self._done(self._with_records()):
            yield from ((table, each) for each in some)
            told += len(some)
            self._on_progress(told, max(told, self.total))
        for table, some in self._done(self._without()):
            self._found.update(each.id for each in some)
            yield from ((table, each) for each in some)

    def gone(self) -> Iterator[Trouble]:
        """Name those of which neither record nor text is left, as far as names are."""
        if sum(map(len, self._lost.values())) <= len(self._found):
            return  # their texts are there, which is said of each
        for table, lost in self._lost.items():
            shelf = self._shelf(table)
            known = rows.names(shelf, "id") if lost else {}
            for number in lost:
                name = known.get(number, "")
                if not name or name not in self._found:
                    says = f"row {number} of {table} is gone"
                    yield Trouble(name, "source", says, REPLACE)

    def _done(self, jobs: Iterator[tuple[str, list[Kept]]]) -> Iterator[tuple[str, list[Checked]]]:
        """Have the jobs done; their tables are remembered on the way."""
        tables: list[str] = []

        def versions() -> Iterator[list[Kept]]:
            for table, some in jobs:
                tables.append(table)
                yield some

        results = done(check, versions(), self._processes)
        yield from ((tables[number], some) for number, some in enumerate(results))

    def _with_records(self) -> Iterator[tuple[str, list[Kept]]]:
        for found in rows.each(self._shelf("superseded"), "document", self._lost["superseded"]):
            kept = [Kept(number, document=document) for number, document in found]
            yield "superseded", self._sourced("superseded", kept)
        columns = ", ".join(map(column, KEYS))
        what = f"{columns}, document, glance"
        for found in rows.each(self._shelf("cables"), what, self._lost["cables"]):
            self.keys.update(row[0] for row in found)
            yield "cables", self._sourced("cables", [self._of_the_list(row) for row in found])

    def _of_the_list(self, row: rows.Row) -> Kept:
        number, *keys, document, glance = row
        tried = self._entries and number % self._step == 0
        return Kept(number, tuple(keys), document, glance, entry=tried)

    def _sourced(self, table: str, versions: list[Kept]) -> list[Kept]:
        """Put versions together with their sources; one that names none is lost."""
        named = []
        for each in versions:
            if (number := sources.number(each.document)) is None:
                self._lost[table].append(each.number)
            else:
                named.append((each, number))
        found = rows.some(self._held.sources.rows, sources.COLUMNS, [number for _, number in named])
        self._claimed.update(found)
        of = {number: SourceRow(number, *row) for number, row in found.items()}
        return [each._replace(source=of.get(number)) for each, number in named]

    def _without(self) -> Iterator[tuple[str, list[Kept]]]:
        """Give the sources that no record speaks of."""
        lost: list[int] = []
        for found in rows.each(self._held.sources.rows, "number", lost):
            left = [row[0] for row in found if row[0] not in self._claimed]
            if left:
                yield "", list(self._orphans(left))

    def _orphans(self, numbers: list[int]) -> Iterator[Kept]:
        for number, row in rows.some(self._held.sources.rows, sources.COLUMNS, numbers).items():
            yield Kept(number, source=SourceRow(number, *row))

    def _shelf(self, table: str) -> Shelf:
        return (self._held.cables if table == "cables" else self._held.superseded).rows
