"""The program as a whole process on a real pseudo-terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
CURSOR = b"\x1b[?25h"
MOUSE = (b"\x1b[?1000h", b"\x1b[?1003h")


class Terminal:
    """`reftel` on a terminal that keeps what it is sent; the program can be hung up on."""

    def __init__(self, library: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", "--library", str(library)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env=os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8"},
            cwd=Path(__file__).parent.parent.parent,
        )
        self.slave = slave
        self.sent = b""

    def until(self, mark: bytes, patience: float = 30) -> None:
        """Read until a mark has come."""
        end = time.monotonic() + patience
        while mark not in self.sent:
            assert time.monotonic() < end, (mark, self.sent[-2000:])
            if select.select([self.master], [], [], 0.1)[0]:
                self.sent += os.read(self.master, 1 << 16)

    def keys(self, keys: bytes) -> None:
        self.sent = b""
        os.write(self.master, keys)

    def code(self) -> int:
        """Read on until the program has ended."""
        end = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                self.sent += os.read(self.master, 1 << 16)
        return self.process.wait(timeout=1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def terminal(library_folder: Path) -> Iterator[Terminal]:
    opened = Terminal(library_folder)
    opened.until(b"1 of 121")
    yield opened
    opened.close()


def restored(terminal: Terminal) -> bool:
    terminal.until(CURSOR)
    return LEFT in terminal.sent and termios.tcgetattr(terminal.slave) == terminal.before


def test_the_app_opens_on_the_whole_screen_without_the_mouse(terminal: Terminal) -> None:
    assert ENTERED in terminal.sent
    assert b"09MOSCOW1869" in terminal.sent
    assert not any(mode in terminal.sent for mode in MOUSE)
    terminal.keys(b"Q")
    assert terminal.code() == 0


@pytest.mark.parametrize("keys", [b"q", b"Q", b"/piracy\r\rQ"], ids=["q", "Q", "typed ahead"])
def test_quitting_restores_the_terminal(terminal: Terminal, keys: bytes) -> None:
    terminal.keys(keys)
    assert terminal.code() == 0
    assert restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores_the_terminal(terminal: Terminal, number: signal.Signals) -> None:
    terminal.sent = b""
    terminal.process.send_signal(number)
    assert terminal.code() == 128 + number
    assert restored(terminal)


def test_a_cable_is_found_opened_and_left_by_its_keys(terminal: Terminal) -> None:
    terminal.keys(b"/piracy")
    terminal.until(b"1 of 1\x1b")
    terminal.keys(b"\r\r")
    terminal.until(b"hit 1/")
    assert b"UNCLASSIFIED//FOR OFFICIAL USE ONLY" in terminal.sent
    terminal.keys(b"qq")
    terminal.until(b"1 of 121")


def test_nothing_is_sent_while_nothing_happens(terminal: Terminal) -> None:
    terminal.keys(b"/")
    while select.select([terminal.master], [], [], 0.5)[0]:
        os.read(terminal.master, 1 << 16)
    assert not select.select([terminal.master], [], [], 1.5)[0]


def test_after_a_suspension_everything_is_drawn_again(terminal: Terminal) -> None:
    terminal.keys(b"\x1a")
    terminal.until(LEFT)
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED)
    terminal.sent = b""
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(b"1 of 121")
    assert b"09MOSCOW1869" in terminal.sent
