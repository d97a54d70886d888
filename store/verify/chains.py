"""The versions of each cable: one newest, the others below it, no text lost or held twice."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from store.verify.check import Checked
from store.verify.trouble import REPAIR, Trouble


class Seen(NamedTuple):
    """A version that was come by: the number of its source, and whether it is the newest."""

    version: int
    source: int | None
    newest: bool


class Chains:
    """All versions that a library was seen to have, by id."""

    def __init__(self) -> None:
        self._singles: dict[str, int | None] = {}
        self._several: dict[str, list[Seen]] = defaultdict(list)
        self.sources: set[int] = set()

    def take(self, checked: Checked, *, newest: bool) -> None:
        """Note a version; most cables have one alone, and a library has many cables."""
        if checked.source is not None:
            self.sources.add(checked.source)
        if newest and checked.version == 1 and checked.id not in self._singles:
            self._singles[checked.id] = checked.source
        else:
            seen = Seen(checked.version, checked.source, newest)
            self._several[checked.id].append(seen)

    def troubles(self) -> Iterator[Trouble]:
        """Say which are not whole."""
        for id, several in sorted(self._several.items()):  # noqa: A001
            if id in self._singles:
                several = [*several, Seen(1, self._singles[id], newest=True)]
            if says := _wrong(several):
                yield Trouble(id, "versions", says, REPAIR)


def _wrong(several: list[Seen]) -> str:
    newest = [each for each in several if each.newest]
    numbers = sorted(each.version for each in several)
    if len(newest) != 1:
        return f"it has {len(newest)} newest versions" if newest else "its newest version is gone"
    if numbers != list(range(1, len(numbers) + 1)):
        return f"its versions are {', '.join(map(str, numbers))}"
    return "" if newest[0].version == numbers[-1] else "an older version counts as its newest"
