"""Words on the terminal as it is between programs: to select, to scroll back to, to be read aloud.

No code is sent but the ends of lines.
"""

import os
import signal
import sys
from asyncio import Event, get_running_loop, to_thread
from collections.abc import Iterable

from tui.render.line import Line

BACK = "-- Enter goes back to reftel"


async def put(lines: Iterable[Line]) -> None:
    """Write lines and wait for Enter; Ctrl-C ends either."""
    loop, enough = get_running_loop(), Event()
    terminal = (sys.__stdin__ or sys.stdin).fileno()

    def heard() -> None:
        os.read(terminal, 4096)
        enough.set()

    interrupted = signal.getsignal(signal.SIGINT)
    loop.add_reader(terminal, heard)
    loop.add_signal_handler(signal.SIGINT, enough.set)
    try:
        await to_thread(_write, lines, enough)
        await enough.wait()
    except OSError:
        pass  # the terminal is gone, and what tells the app so is on its way
    finally:
        loop.remove_reader(terminal)
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, interrupted)


def _write(lines: Iterable[Line], enough: Event) -> None:
    paper = sys.__stdout__ or sys.stdout
    for line in lines:
        if enough.is_set():
            break
        paper.write(f"{line.plain.rstrip()}\n")
    paper.write(f"{BACK}\n")
    paper.flush()
