import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.wire.terminal import TAKEN, Glass, Terminal


@pytest.fixture
def glass() -> Callable[[int, int], Glass]:
    return Glass


@pytest.fixture
def started(library_folder: Path) -> Iterator[Callable[..., Terminal]]:
    """Start `reftel` on a terminal of a size and environment, and wait for nothing."""
    terminals: list[Terminal] = []
    around = os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "tui", "--library", str(library_folder)]

    def start_one(size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
        terminals.append(Terminal(command, size, around | environ))
        return terminals[-1]

    yield start_one
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def opened(started: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Open `reftel` on a terminal of a size and environment, and wait for its app."""

    def open_one(size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
        terminal = started(size, **environ)
        terminal.until(lambda: TAKEN in terminal.sent)
        terminal.shows("1 of 121")
        return terminal

    return open_one
