"""From no library to reading on, as a newcomer goes: the whole program on a real terminal."""

import os
import sys
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.wire.terminal import Terminal

COMMAND = [sys.executable, "-m", "tui"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of someone who was never here."""
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    (tmp_path / "home").mkdir()
    return kept | {"HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=str)
def test_from_nothing_to_going_on_where_one_left_off(
    home: dict[str, str], files: Path, size: tuple[int, int]
) -> None:
    terminal = Terminal(COMMAND, size, home)
    terminal.shows("Nothing leaves this machine")
    terminal.keys(b"2")
    terminal.shows("Which file or folder?")
    terminal.keys(f"{files}/i".encode())
    terminal.keys(b"\t\r")
    terminal.shows("3 files: 2 listing, 1 unknown")
    terminal.shows("import into")
    terminal.shows("~/.local/share/reftel/library")
    assert not (Path(home["HOME"]) / ".local" / "share").exists()
    terminal.keys(b"\r")
    terminal.shows("1 of 2")
    terminal.shows("2 new cables")
    terminal.keys(b"\r9p")
    terminal.shows("¶9/29")
    terminal.keys(b"Q")
    assert terminal.code() == 0
    terminal.close()
    terminal = Terminal(COMMAND, size, home)
    terminal.shows("Continue 05STRELSAU")
    terminal.keys(b"\r")
    terminal.shows("¶9/29")
    terminal.keys(b"qq")
    assert terminal.code() == 0
    terminal.close()


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=str)
def test_who_has_only_practised_goes_on_there(home: dict[str, str], size: tuple[int, int]) -> None:
    terminal = Terminal(COMMAND, size, home)
    terminal.shows("1  Try the practice set")
    terminal.keys(b"1")
    terminal.shows("1 of 33")
    terminal.keys(b"\r4p")
    terminal.shows("¶4/")
    terminal.keys(b"Q")
    assert terminal.code() == 0
    terminal.close()
    terminal = Terminal(COMMAND, size, home)
    terminal.shows("1  Continue 09MOSCOW1869 ¶4 (practice)")
    terminal.keys(b"\r")
    terminal.shows("¶4/")
    terminal.keys(b"q")
    terminal.shows("1 of 33")
    assert not any("Continue" in row for row in terminal.shown)
    terminal.keys(b"Q")
    assert terminal.code() == 0
    terminal.close()


def test_quitting_while_an_import_runs_says_how_to_go_on(home: dict[str, str], files: Path) -> None:
    for number in range(4_000):
        (files / "in" / f"more{number}.txt").hardlink_to(files / "in" / "1.txt")
    terminal = Terminal(COMMAND, (100, 30), home)
    terminal.shows("Nothing leaves this machine")
    terminal.keys(b"2")
    terminal.keys(f"{files}\r".encode())
    terminal.shows("import into")
    terminal.keys(b"\r")
    terminal.shows("of 4,003 files")
    terminal.keys(b"Q")
    assert terminal.code() == 0
    said = terminal.sent.decode()
    assert "was stopped" in said
    assert f"reftel import {files}" in said
    terminal.close()
    library = Path(home["HOME"]) / ".local" / "share" / "reftel" / "library"
    if library.exists():
        Library.open(library).close()
