"""The program as a whole process on a real pseudo-terminal."""

import os
import random
import signal
import termios
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ENTERED = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"
CURSOR = b"\x1b[?25h"
MOUSE = (b"\x1b[?1000h", b"\x1b[?1003h")

Open = Callable[..., Any]


@pytest.fixture
def terminal(opened: Open) -> Any:
    return opened()


def restored(terminal: Any) -> bool:
    terminal.until(lambda: CURSOR in terminal.sent)
    return LEFT in terminal.sent and termios.tcgetattr(terminal.slave) == terminal.before


def test_the_app_opens_on_the_whole_screen_without_the_mouse(terminal: Any) -> None:
    assert ENTERED in terminal.sent
    terminal.shows("09MOSCOW1869")
    assert not any(mode in terminal.sent for mode in MOUSE)
    terminal.keys(b"Q")
    assert terminal.code() == 0


@pytest.mark.parametrize("keys", [b"q", b"Q", b"/piracy\r\rQ"], ids=["q", "Q", "typed ahead"])
def test_quitting_restores_the_terminal(terminal: Any, keys: bytes) -> None:
    terminal.keys(keys)
    assert terminal.code() == 0
    assert restored(terminal)


@pytest.mark.parametrize("keys", [b"Q", b"\x1a"], ids=["quit", "suspended"])
def test_on_a_terminal_of_one_screen_words_go_on_below_what_was_shown(
    terminal: Any, keys: bytes
) -> None:
    row = terminal.glass.height - 1
    settled(terminal)
    terminal.keys(keys)
    terminal.until(lambda: LEFT in terminal.sent)
    assert (terminal.glass.x, terminal.glass.y, terminal.shown[row]) == (0, row, "")
    assert terminal.shown[row - 1].endswith("1 of 121")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal(terminal: Any, number: signal.Signals) -> None:
    terminal.sent = b""
    terminal.process.send_signal(number)
    assert terminal.code() == 128 + number
    assert restored(terminal)


def test_a_terminal_that_is_gone_ends_the_program(terminal: Any) -> None:
    os.close(terminal.slave)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=30) == 128 + signal.SIGHUP
    terminal.master, terminal.slave = os.pipe()


def test_a_cable_is_found_opened_and_left_by_its_keys(terminal: Any) -> None:
    terminal.keys(b"/piracy")
    terminal.until(lambda: terminal.shown[-2].endswith("1 of 1"))
    terminal.keys(b"\r\r")
    terminal.shows("hit 1/")
    terminal.shows("UNCLASSIFIED//FOR OFFICIAL USE ONLY")
    terminal.keys(b"qq")
    terminal.shows("1 of 121")


def test_nothing_is_sent_while_nothing_happens(terminal: Any) -> None:
    terminal.keys(b"/")
    while terminal.read(0.5):
        pass
    assert not terminal.read(1.5)


def test_a_move_in_the_list_sends_two_names_and_a_number(terminal: Any) -> None:
    settled(terminal)
    assert any("○ THE HARVEST" in row for row in terminal.shown)
    terminal.keys(b"j")
    terminal.shows("2 of 121")
    while terminal.read(0.3):
        pass
    assert len(terminal.sent) <= 150


def settled(terminal: Any) -> Any:
    """What the screen shows when all has been drawn."""
    terminal.shows("2005 ███")
    terminal.shows("○ THE HARVEST, LETTER 82")
    return [list(row) for row in terminal.glass.rows]


def suspended(terminal: Any) -> None:
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED)
    terminal.sent = b""
    terminal.glass.take(b"\x1b[H\x1b[2J$ the words of a shell")
    terminal.process.send_signal(signal.SIGCONT)


def test_after_a_suspension_everything_is_drawn_again(terminal: Any) -> None:
    before = settled(terminal)
    terminal.keys(b"\x1a")
    terminal.until(lambda: LEFT in terminal.sent)
    suspended(terminal)
    terminal.until(lambda: terminal.glass.rows == before)
    assert ENTERED in terminal.sent


def test_after_a_stop_that_no_one_was_asked_about_everything_is_drawn_again(terminal: Any) -> None:
    before = settled(terminal)
    terminal.process.send_signal(signal.SIGSTOP)
    suspended(terminal)
    terminal.until(lambda: terminal.glass.rows == before)
    terminal.keys(b"Q")
    assert terminal.code() == 0
    assert restored(terminal)


@pytest.mark.parametrize("how", ["ctrl-l", "same size again"])
def test_what_something_else_wrote_is_drawn_over(terminal: Any, how: str) -> None:
    before = settled(terminal)
    terminal.glass.take(b"\x1b[5;5H A message of the system. \x1b[12;1H")
    if how == "ctrl-l":
        terminal.keys(b"\x0c")
    else:
        terminal.process.send_signal(signal.SIGWINCH)
    terminal.until(lambda: terminal.glass.rows == before)


@pytest.mark.parametrize("locale", ["C", "de_DE.ISO-8859-1", ""])
def test_a_terminal_without_utf8_is_sent_ascii_alone(opened: Open, locale: str) -> None:
    terminal = opened(size=(120, 40), LC_ALL="", LANG=locale)
    terminal.shows("2005 ###")
    terminal.keys(b"\r")
    terminal.shows("UNCLASSIFIED//FOR OFFICIAL USE ONLY")
    terminal.keys(b"?")
    terminal.shows("j  Down")
    assert terminal.sent.isascii()


def test_a_terminal_too_small_says_how_large_it_must_be(opened: Open) -> None:
    terminal = opened()
    before = settled(terminal)
    for size in ((10, 3), (19, 24), (80, 5)):
        terminal.resize(*size)
        terminal.shows("20×6")
        terminal.until(lambda: "".join(terminal.shown[1:]) == "")
    terminal.resize(20, 6)
    terminal.until(lambda: terminal.shown[-2].endswith("1 of 121"))
    terminal.resize(80, 24)
    terminal.until(lambda: terminal.glass.rows == before)


def test_of_two_sizes_at_once_the_later_counts(opened: Open) -> None:
    terminal = opened(TEXTUAL_DRIVER="tests.tui.wire.overtaken:Overtaken")
    settled(terminal)
    terminal.resize(80, 5)
    terminal.glass.resize(40, 12)
    terminal.until(lambda: terminal.shown[-2].endswith("1 of 121"))


@pytest.mark.parametrize(
    ("by", "there"), [({}, True), ({"SSH_TTY": "/dev/pts/9"}, False)], ids=["here", "by SSH"]
)
def test_the_mouse_is_never_taken_by_ssh(
    opened: Open, tmp_path: Path, by: dict[str, str], *, there: bool
) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[terminal]\nmouse = true\n")
    terminal = opened(REFTEL_CONFIG=str(file), **by)
    assert (MOUSE[0] in terminal.sent) is there


KEYS = [*(bytes([key]) for key in b"jkjk bGgvFnNf,:5l?h/a\x04\x15\x0c\t\r"), b"\x1b[A", b"\x1b[B"]
KEYS += [b"\x1b[6~", b"\x1bOP"]
SIZES = [(80, 24), (120, 40), (40, 12), (60, 15), (100, 30)]


@pytest.mark.parametrize("seed", range(2))
def test_the_screen_is_the_one_that_textual_wrote(
    opened: Open, glass: Callable[[int, int], Any], tmp_path: Path, seed: int
) -> None:
    drawn = random.Random(seed)  # noqa: S311
    record = tmp_path / "record"
    terminal = opened(TEXTUAL_DRIVER="tests.tui.wire.recording:Recording", RECORD=str(record))
    plain = glass(80, 24)
    with record.open("rb") as written:

        def same() -> bool:
            plain.take(written.read())
            return bool(terminal.glass.rows == plain.rows)

        for _ in range(4):
            size = drawn.choice(SIZES)
            terminal.resize(*size)
            plain.resize(*size)
            for key in drawn.choices(KEYS, k=30):
                terminal.keys(key)
                terminal.read(0.02)
            while terminal.read(0.3):
                pass
            terminal.until(same)


def test_a_copy_is_sent_past_what_is_drawn(terminal: Any) -> None:
    terminal.keys(b"yy")
    sequence = b"\x1b]52;c;" + b64encode(b"09MOSCOW1869") + b"\x07"
    terminal.until(lambda: sequence in terminal.sent)
