"""The app as a test drives it and sees it: keys one after another, and the rows of the screen."""

from asyncio import get_running_loop, sleep
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from time import monotonic
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

LETTERS = {"space": " ", "slash": "/", "quotation_mark": '"', "question_mark": "?"}
SOON = 0.01
"""Seconds: what is to go on by itself within them, as after another size, belongs to what goes on.
"""
PATIENCE = 60
"""Seconds after which what is waited for has failed; nothing of a sound program takes as long."""


def seen(app: App[Any]) -> list[str]:
    """Give what stands on the screen, row by row, without the blanks at the ends."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def typed(line: str) -> Iterator[str]:
    """Give the keys that type a line."""
    return ("space" if letter == " " else letter for letter in line)


def send(app: App[Any], *keys: str) -> None:
    """Press keys ahead: none waits for what the one before sets going."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else LETTERS.get(key)))


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after another, each after all that the one before set going.

    Pilot.press waits 40 ms a key for animations, of which this program has none.
    """
    await pilot.pause()
    for key in keys:
        send(pilot.app, key)
        await pilot.pause()


async def until(pilot: Pilot[Any], ready: Callable[[], object]) -> None:
    """Wait for something that goes on beside the app, and for what comes of it."""
    await meanwhile(pilot, ready)
    await pilot.pause()


async def meanwhile(pilot: Pilot[Any], ready: Callable[[], object]) -> None:
    """Wait for something that comes while other work is held."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        with suppress(IndexError):  # between two screens there is no row
            if ready():
                return
        await pilot.pause(0.02)
    raise AssertionError("\n".join(seen(pilot.app)))


async def idle(*_: float) -> None:
    """Wait until nothing is left to be done, to be drawn, or to come back from a worker.

    In the place of what Textual's pilot does, which takes a processor that rests for 20 ms for
    that: slow, and untrue where others have the processor.
    """
    app, end, still = active_app.get(), monotonic() + PATIENCE, 0
    while still < 2:
        assert monotonic() < end, [worker for worker in app.workers if not worker.is_finished]
        app.screen._on_timer_update()
        still = still + 1 if await _nothing_went_on(app) else 0


async def _nothing_went_on(app: App[Any]) -> bool:
    """Let all that can go on do so, and tell whether there was anything."""
    loop = get_running_loop()
    working = any(not worker.is_finished for worker in app.workers)
    timers = (each.when() for each in loop._scheduled if not each.cancelled())  # type: ignore[attr-defined]
    soon = min(timers, default=inf) - loop.time()
    await sleep(max(soon, 0) if soon < SOON else 0.002 if working else 0)
    return not working and soon >= SOON and not loop._ready  # type: ignore[attr-defined]
