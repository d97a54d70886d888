"""Escape typed ahead of another key, which a terminal sends as it sends Alt and that key."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tui import keys
from tui.wire.ahead import apart


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    keys.use([])


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("jk", ["jk"]),
        ("\x1b", ["\x1b"]),
        ("x\x1bj", ["x", "j"]),
        ("\x1b/king\x1b:7", ["", "/king", ":7"]),
        ("\x1b[A\x1bOA\x1b]52;c;aGk=\x07", ["\x1b[A\x1bOA\x1b]52;c;aGk=\x07"]),
        ("\x1b\x1b[A", ["\x1b\x1b[A"]),
        ("\x1bé", ["", "é"]),
    ],
)
def test_an_escape_is_a_key_by_itself(typed: str, parts: list[str]) -> None:
    assert apart(typed) == parts


def test_a_key_with_alt_that_the_table_has_stays_one() -> None:
    keys.use([("cable.star", "alt+s")], "emacs")
    assert apart("\x1bs\x1bx\x1b<\x1bq") == ["\x1bs\x1bx\x1b<", "q"]


def test_what_is_typed_ahead_behind_escape_is_not_lost(opened: Callable[..., Any]) -> None:
    terminal = opened()
    terminal.keys(b"F\x1bj/harvest\x1b/piracy\r")
    terminal.shows("/piracy")
    terminal.shows("1 of 1")
