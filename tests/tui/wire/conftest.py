import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.wire.terminal import Glass, Terminal


@pytest.fixture
def glass() -> Callable[[int, int], Glass]:
    return Glass


@pytest.fixture
def opened(library_folder: Path) -> Iterator[Callable[..., Terminal]]:
    """Open `reftel` on a terminal of a size and environment, and wait for its list."""
    terminals: list[Terminal] = []
    around = os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "tui", "--library", str(library_folder)]

    def open_one(size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
        terminals.append(Terminal(command, size, around | environ))
        terminals[-1].shows("1 of 121")
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()
