"""Work for which only the newest request counts."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Newest:
    """Works in a thread, one request at a time; of those that wait only the newest is seen to.

    So fast typing sets no more going than can be answered, and no answer comes after a newer one.
    """

    def __init__(self) -> None:
        self._turn = 0
        self._free = asyncio.Lock()
        self._done = asyncio.Event()
        self._done.set()

    def begin(self) -> int:
        """Give the turn of a new request: whatever came before is of no interest any more."""
        self._turn += 1
        self._done.clear()
        return self._turn

    async def result(self, turn: int, work: Callable[[], T]) -> T | None:
        """Do the work of a turn and give its result; None where a newer turn has begun."""
        async with self._free:
            if turn != self._turn:
                return None
            try:
                found = await asyncio.to_thread(work)
            finally:
                if turn == self._turn:
                    self._done.set()
        return found if turn == self._turn else None

    def is_newest(self, turn: int) -> bool:
        """Tell whether no newer turn has begun."""
        return turn == self._turn

    async def done(self, patience: float) -> bool:
        """Wait until the newest turn has its result, but no longer than `patience` seconds."""
        try:
            await asyncio.wait_for(self._done.wait(), patience)
        except TimeoutError:
            return False
        return True
