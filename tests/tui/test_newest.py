import asyncio
import threading

import pytest

from tui.newest import Newest


async def test_a_request_has_its_result() -> None:
    newest = Newest()
    assert await newest.result(newest.begin(), lambda: "found") == "found"
    assert await newest.done(1)


async def test_of_those_that_wait_only_the_newest_is_seen_to() -> None:
    newest = Newest()
    go, worked = threading.Event(), []

    def work(name: str) -> str:
        go.wait(10)
        worked.append(name)
        return name

    def request(name: str) -> "asyncio.Task[str | None]":
        return asyncio.create_task(newest.result(newest.begin(), lambda: work(name)))

    first = request("first")
    await asyncio.sleep(0)
    others = [request(name) for name in ("second", "third", "last")]
    await asyncio.sleep(0)
    go.set()
    assert await asyncio.gather(first, *others) == [None, None, None, "last"]
    assert worked == ["first", "last"]


async def test_waiting_ends_with_patience() -> None:
    newest = Newest()
    go = threading.Event()
    task = asyncio.create_task(newest.result(newest.begin(), lambda: go.wait(10)))
    assert not await newest.done(0.01)
    go.set()
    assert await newest.done(10)
    assert await task


async def test_what_fails_is_raised_and_is_done() -> None:
    newest = Newest()
    with pytest.raises(ZeroDivisionError):
        await newest.result(newest.begin(), lambda: 1 / 0)
    assert await newest.done(1)
    assert await newest.result(newest.begin(), lambda: 1) == 1
