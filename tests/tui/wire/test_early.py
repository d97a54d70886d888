"""The first frame, which stands before the app is loaded that takes it over."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from typing import Any

import pytest

from tests.tui.wire.terminal import TAKEN, Terminal

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
ERASED = b"\x1b[2J"
Open = Callable[..., Any]

ENVIRONMENTS: dict[str, dict[str, str]] = {
    "256 colours": {},
    "all colours": {"COLORTERM": "truecolor"},
    "sixteen colours": {"TERM": "linux"},
    "no colours": {"NO_COLOR": "1"},
    "nothing said of colours": {"NO_COLOR": ""},
    "a terminal without colours": {"TERM": "vt220"},
    "ascii": {"LC_ALL": "", "LANG": "C"},
}


@pytest.mark.parametrize("environ", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_app_takes_over_what_stands_there_and_sends_no_row_again(
    opened: Open, environ: dict[str, str]
) -> None:
    terminal = opened(**environ)
    terminal.until(lambda: TAKEN in terminal.sent)
    terminal.shows("2005 ")
    first, later = terminal.sent.split(TAKEN)
    assert b"INTERNET PIRACY" in first
    assert terminal.sent.count(ENTERED) == terminal.sent.count(ERASED) == 1
    assert len(later) < 200
    before = [list(row) for row in terminal.glass.rows]
    terminal.keys(b"\x0c")
    terminal.until(lambda: ERASED in terminal.sent)
    while terminal.read(0.3):
        pass
    assert terminal.glass.rows == before


def test_textuals_own_driver_begins_with_nothing(opened: Open) -> None:
    terminal = opened(TEXTUAL_DRIVER="textual.drivers.linux_driver:LinuxDriver")
    assert b"INTERNET PIRACY" not in terminal.sent.split(TAKEN)[0]


def test_a_driver_that_is_none_is_named_and_the_terminal_is_left_alone(started: Open) -> None:
    terminal = started(TEXTUAL_DRIVER="non\x1b[2Jsense")
    assert terminal.code() == 2
    assert b"\x1b" not in terminal.sent
    assert terminal.shown[0].startswith(
        "reftel: TEXTUAL_DRIVER=non␛[2Jsense: it takes MODULE:CLASS"
    )


def test_keys_typed_at_once_are_neither_lost_nor_shown(started: Open) -> None:
    terminal = started()
    terminal.shows("1 of 121")
    assert TAKEN not in terminal.sent
    terminal.keys(b"jj\r")
    terminal.shows("¶2 (C)  Rudolf denied it.")
    assert b"jj" not in terminal.sent
    terminal.keys(b"q")
    terminal.shows("3 of 121")


def test_enter_typed_before_the_terminal_is_taken_is_enter(started: Open) -> None:
    terminal = started()
    terminal.keys(b"jj\r")
    terminal.shows("¶2 (C)  Rudolf denied it.")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_the_app_is_there_restores_the_terminal(
    started: Open, number: signal.Signals
) -> None:
    terminal = started()
    terminal.shows("1 of 121")
    terminal.process.send_signal(number)
    assert terminal.code() == 128 + number
    terminal.until(lambda: LEFT in terminal.sent)
    assert termios.tcgetattr(terminal.slave) == terminal.before


LETTING_GO = """
import os, sys, time
from tui.wire.early import early

class Last:
    def __del__(self):
        os.kill(os.getpid(), int(sys.argv[1]))

with early(["a row"], (80, 24)):
    Last()
    while True:
        time.sleep(1)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_not_lost_where_no_exception_can_be_raised(number: signal.Signals) -> None:
    command = [sys.executable, "-c", LETTING_GO, str(int(number))]
    terminal = Terminal(command, (80, 24), os.environ)
    try:
        assert terminal.code() == 128 + number
        terminal.until(lambda: LEFT in terminal.sent)
        assert termios.tcgetattr(terminal.slave) == terminal.before
    finally:
        terminal.close()


def test_a_resize_before_the_app_is_there_draws_for_the_new_size(started: Open) -> None:
    terminal = started()
    terminal.shows("1 of 121")
    terminal.resize(60, 15)
    terminal.until(lambda: TAKEN in terminal.sent)
    terminal.until(lambda: len(terminal.shown) == 15 and "1 of 121" in terminal.shown[-2])
    terminal.shows("INTERNET PIRACY")


def test_without_room_for_a_list_nothing_is_shown_early(started: Open) -> None:
    terminal = started(size=(19, 5))
    terminal.until(lambda: TAKEN in terminal.sent)
    assert terminal.sent.startswith(ENTERED)
    terminal.shows("20×6")
