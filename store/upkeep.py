"""The index kept true to the documents: what stands between a search and a stale answer."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from store.errors import LibraryLocked
from store.holdings import Holdings

if TYPE_CHECKING:
    from store.index import Index, Mark
    from store.query.values import Marked

T = TypeVar("T")


class Upkeep:
    """The index of one library, made from its holdings whenever it does not reflect them.

    Nothing of it is loaded before it is asked. `progress` is how many cables of how many it has
    been told of while it is being made.
    """

    def __init__(self, folder: Path, holdings: Holdings) -> None:
        self._folder = folder
        self._holdings = holdings
        self._storage = holdings.storage
        self._index: Index | None = None
        self._lock = RLock()
        self._marked: dict[Marked, tuple[list[str], int, tuple[int, ...]]] = {}
        self.progress: tuple[int, int] | None = None

    def asked(self, question: "Callable[[Index], T]") -> T:
        """Ask the index, brought up to the documents; one that fails is built again once.

        Several may ask at the same time.
        """
        try:
            return question(self.current())
        except (ValueError, OSError):
            return question(self.current(anew=True))

    def current(self, *, anew: bool = False) -> "Index":
        """Bring the index up to the documents: by difference where it is theirs, else anew."""
        from store.index import Index, Mark

        with self._lock:
            now = self._storage.identity, self._storage.generation()
            if self._index is None or not self._index.reflects(*now):
                self._index = Index(self._folder)
            if anew or not self._index.reflects(*now):
                wanted = Mark(*now, len(self._holdings.cables))
                self._index = self._repaired(self._index, wanted, anew=anew)
            return self._index

    def as_of(self, mark: "Mark") -> "Index | None":
        """Give the index if it reflects documents as they were; None where it is behind them."""
        from store.index import Index

        with self._lock:
            if self._index is None or not self._index.reflects(*mark[:2]):
                self._index = Index(self._folder)
            if not mark.cables:
                self._index.clear()
            elif not self._index.reflects(*mark[:2]):
                return None
            return self._index

    def keys(self, sought: "Marked", ids: list[str]) -> tuple[int, ...]:
        """Give the keys, as the index knows cables, of those that have a mark: they are `ids`.

        They are looked up again only when marks or library have changed.
        """
        generation = self._storage.generation()
        known = self._marked.get(sought)
        if known is None or known[:2] != (ids, generation):
            keys = tuple(self._holdings.ids.numbers(sorted(ids)))
            known = self._marked[sought] = ids, generation, keys
        return known[2]

    def _repaired(self, index: "Index", wanted: "Mark", *, anew: bool) -> "Index":
        """Make the index good: by difference, or else anew, or else in memory alone."""
        from store.index import BusyError, Index

        held = index.mark
        ours = held is not None and held.identity == wanted.identity
        try:
            if held and ours and not anew:
                with suppress(ValueError, OSError):  # broken: built anew below
                    missing = wanted.cables - held.cables
                    index.update(wanted, self._entries(held.generation, missing))
                    if index.count() == wanted.cables:
                        return index
            index.clear()
            index.update(wanted, self._entries(0, wanted.cables))
        except BusyError as error:
            if ours:
                return index  # the other process will see to it; until then it is a little behind
            raise LibraryLocked(
                f"{self._folder}: another process is writing the index. Try again when it is done."
            ) from error
        except (ValueError, OSError):  # a folder that is read-only, or a disk that is full
            index = Index(None)
            index.update(wanted, self._entries(0, wanted.cables))
        finally:
            self.progress = None
        return index

    def _entries(self, generation: int, expected: int) -> Iterator[tuple[int, str]]:
        """Give what the index is told of the cables written after a generation, by key."""
        from store.index.anew import entries  # loads the parser, which a search does without
        from store.jobs import done

        told, make = 0, partial(entries, self._storage.path)
        self.progress = told, expected
        for some in done(make, self._holdings.changed(generation)):
            for each in some:
                yield each
                told += 1
                self.progress = told, max(told, expected)
