"""The note in an editor that has the terminal meanwhile, on a real pseudo-terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEED = "09MOSCOW1869"
Open = Callable[..., Any]


@pytest.fixture
def edits(opened: Open, tmp_path: Path) -> Callable[[str], Any]:
    """Open the program with an editor that does something to its file."""

    def begin(body: str) -> Any:
        program = tmp_path / "my editor"
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
        return opened(
            VISUAL=f"'{program}'",
            REFTEL_MARKS=str(tmp_path / "marks.json"),
            XDG_RUNTIME_DIR=str(tmp_path),
        )

    return begin


def test_e_hands_the_terminal_to_the_editor_and_takes_it_back(
    edits: Callable[[str], Any], tmp_path: Path
) -> None:
    terminal = edits('printf "in the editor> "; read line; echo "$line" >> "$1"')
    before = [row for row in terminal.shown if SEED in row]
    terminal.keys(b"e")
    terminal.until(lambda: b"in the editor>" in terminal.sent)
    assert b"\x1b[?1049l" in terminal.sent
    terminal.keys(b"who was it?\r")
    terminal.shows(f"{SEED}: who was it?")
    assert b"\x1b[?1049h" in terminal.sent
    terminal.until(lambda: [row for row in terminal.shown if SEED in row][:1] == before[:1])
    terminal.keys(b"j")
    terminal.shows("2 of 121")
    terminal.keys(b"Q")
    assert terminal.code() == 0
    marks = json.loads((tmp_path / "marks.json").read_text())
    assert marks["cables"][SEED]["notes"][0]["text"] == "who was it?"
    assert list((tmp_path / "reftel").iterdir()) == []


def test_what_cannot_be_kept_stays_in_its_file(edits: Callable[[str], Any], tmp_path: Path) -> None:
    terminal = edits('head -c 200000 /dev/zero | tr "\\0" x > "$1"')
    terminal.keys(b"e")
    terminal.shows("A note has at most")
    [left] = (tmp_path / "reftel").glob("note-*/note.txt")
    assert left.stat().st_size == 200_000
    terminal.keys(b"Q")
    assert terminal.code() == 0


def test_an_editor_that_fails_leaves_all_as_it_was(
    edits: Callable[[str], Any], tmp_path: Path
) -> None:
    terminal = edits("exit 1")
    terminal.keys(b"e")
    terminal.shows("as it was")
    terminal.keys(b"Q")
    assert terminal.code() == 0
    assert not (tmp_path / "marks.json").exists()


def test_ctrl_c_in_the_editor_is_not_for_the_reader(
    edits: Callable[[str], Any], tmp_path: Path
) -> None:
    # A terminal that controls a session interrupts all of it.
    terminal = edits("trap \"echo so be it >> '$1'\" INT; kill -INT $PPID $$")
    terminal.keys(b"e")
    terminal.shows(f"{SEED}: so be it")
    terminal.keys(b"Q")
    assert terminal.code() == 0
