"""Jobs done, the results in the order of the jobs: few by this process, many by others."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

FEW = 4
"""So many jobs are done before other processes could have begun."""


def done(
    do: Callable[[Job], Result], jobs: Iterable[Job], processes: int | None = None
) -> Iterator[Result]:
    """Do jobs; `do` is a function of a module, and jobs and results are values, to be handed over.

    Where there are many, `processes` do them: as many as there are cores unless told, and fewer
    than two are none but this. Raises what `do` raises, and WorkerLost.
    """
    ahead = iter(jobs)
    first = list(islice(ahead, FEW + 1))
    if len(first) > FEW and processes not in (0, 1):
        from store.workers import Workers, cores  # loads what a search of a good index does without

        count = processes or cores()
        if count > 1:
            with Workers(do, count) as workers:
                yield from workers.each(chain(first, ahead))
            return
    yield from map(do, chain(first, ahead))
