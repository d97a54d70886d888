"""A cable printed on the normal screen, on a real pseudo-terminal."""

import os
import re
import signal
from typing import Any

import pytest

from tui.plainly import BACK

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"


def printed(terminal: Any) -> bytes:
    """Open a cable, print it, and give what was sent between the two screens."""
    terminal.keys(b"\r")
    terminal.shows("CABLE")
    terminal.sent = b""
    terminal.keys(b"zp")
    terminal.until(lambda: BACK.encode() in terminal.sent)
    return bytes(terminal.sent)


@pytest.fixture
def terminal(opened: Any) -> Any:
    return opened()


@pytest.mark.parametrize("how", ["enter", "ctrl-c"])
def test_a_cable_is_printed_without_a_code_and_the_screen_comes_back(
    terminal: Any, how: str
) -> None:
    paper = printed(terminal)
    assert b"\x1b" not in re.sub(rb"\x1b\[\?(25h|1004l)", b"", paper.split(LEFT)[1])
    assert b"PRECEDENCE" in paper
    assert b"End Summary." in paper
    terminal.sent = b""
    if how == "enter":
        terminal.keys(b"\r")
    else:
        terminal.process.send_signal(signal.SIGINT)  # as a terminal does that controls it
    terminal.until(lambda: ENTERED in terminal.sent)
    terminal.shows("CABLE")
    terminal.keys(b"q")
    terminal.shows("09MOSCOW1869")
    terminal.keys(b"Q")
    assert terminal.code() == 0


def test_a_signal_ends_the_program_while_it_waits(terminal: Any) -> None:
    printed(terminal)
    terminal.process.send_signal(signal.SIGHUP)
    assert terminal.code() == 128 + signal.SIGHUP


def test_a_terminal_that_is_gone_ends_the_program_while_it_waits(terminal: Any) -> None:
    printed(terminal)
    os.close(terminal.slave)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=30) == 128 + signal.SIGHUP
    terminal.master, terminal.slave = os.pipe()
