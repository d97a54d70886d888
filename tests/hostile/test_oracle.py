"""The oracle finds what is foreign, and knows what is ours."""

import pytest

from tests.hostile.oracle import Oracle, piped
from tests.hostile.strings import CONTROL, STRINGS

SIZE = (120, 40)
HARMFUL = [
    pytest.param(each.raw, id=f"{each.kind}-{ascii(each.text)[1:-1]}")
    for each in STRINGS
    if each.kind in CONTROL and not each.text.isprintable()
]
OURS = {
    *(b"\x1b[2J", b"\x1b[H", b"\x1b[1;1H", b"\x1b[1M", b"\x1b[5L", b"\x1b[3;5r", b"\x1b[?1049l"),
    *(b"\x1b[?25l", b"\x1b[?2004l", b"\x1b[?7h", b"\x1b[31m", b"\x1b[8m", b"\x1b[30;40m"),
    *(b"\x1b[7m", b"\x1b[38;5;9m", b"\x1b[0m"),
    b"PUBLIC\x1b[8mSECRET\x1b[m",
    *(b"SECRET\rPUBLIC", b"PUBLIC\r\x1b[KSECRET"),
}
"""What the program itself may write as well: that it came from a text shows in the words."""


@pytest.mark.parametrize("raw", HARMFUL)
def test_what_a_text_has_a_terminal_do_is_foreign(raw: bytes) -> None:
    found = list(Oracle(SIZE).foreign(raw + b"x"))
    assert bool(found) != (raw in OURS)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param("¶1. (SBU) “quoted” … é 東京 e\u0301".encode(), id="words"),
        pytest.param(b"\x1b[5;80H\x1b[K\x1b[38;5;9mx\x1b[0;1mx\x1b[m\r\n\x1b[12C", id="drawing"),
        pytest.param(b"\x1b[2;10r\x1b[2H\x1b[3M\x1b[r", id="scrolling"),
        pytest.param(b"\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[>25u", id="entering"),
    ],
)
def test_what_the_program_writes_is_ours(sent: bytes) -> None:
    assert list(Oracle(SIZE).foreign(sent)) == []


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\x1b[41;1H", id="below-the-screen"),
        pytest.param(b"\x1b[1;121H", id="right-of-it"),
        pytest.param(b"\x1b[?25l\x1b[?25l", id="a-mode-twice"),
        pytest.param(b"\x1b[99m", id="no-colour"),
        pytest.param("a\u202eb".encode(), id="direction"),
        pytest.param(b"a\x9bb", id="byte"),
    ],
)
def test_what_it_would_not_write_is_foreign(sent: bytes) -> None:
    assert len(list(Oracle(SIZE).foreign(sent))) == 1


def test_a_command_moves_no_cursor() -> None:
    assert list(Oracle(SIZE, app=False).foreign(b"\x1b[1mx\x1b[m\ty\r\n\x1b[H")) == ["\x1b[H"]


def test_a_pipe_gets_tabs_and_line_ends_alone() -> None:
    assert piped("a\tb\né ¶\r\x1b\u202e".encode()) == ["\r", "\x1b", "\u202e"]
