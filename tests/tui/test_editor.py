import os
from pathlib import Path

import pytest

from tui import editor


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path)}


def script(tmp_path: Path, body: str) -> list[str]:
    program = tmp_path / "editor with blanks"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    return [str(program)]


@pytest.mark.parametrize(
    ("chosen", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"EDITOR": "'my editor' -x"}, ["my editor", "-x"]),
        ({"EDITOR": "ed;reboot"}, ["ed;reboot"]),
        ({"EDITOR": "'unbalanced"}, None),
        ({"PATH": "/nowhere"}, None),
    ],
)
def test_the_editor_is_a_list_of_arguments(
    chosen: dict[str, str], command: list[str] | None
) -> None:
    assert editor.command({"PATH": "/usr/bin:/bin"} | chosen) == command


def test_the_text_goes_through_a_file_of_its_owner_alone(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    before = os.umask(0)
    try:
        look = 'stat -c %a "$1" "$(dirname "$1")" > "$1.modes"; cat "$1.modes" >> "$1"'
        done = editor.edited("who?", script(tmp_path, look), environ)
    finally:
        os.umask(before)
    assert (done.text, done.wrong) == ("who?\n600\n700", "")
    editor.forget(done.path)
    assert list((tmp_path / "reftel").iterdir()) == []


def test_an_editor_that_puts_another_file_in_its_place_is_read(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    saves = 'printf "new\\n" > "$1~"; mv "$1~" "$1"'
    assert editor.edited("old", script(tmp_path, saves), environ).text == "new"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("exit 3", "ended with code 3"),
        ("kill -INT $$", "was ended (Interrupt)"),
        ('rm "$1"', "No such file"),
    ],
)
def test_what_fails_leaves_the_note(
    tmp_path: Path, environ: dict[str, str], body: str, wrong: str
) -> None:
    done = editor.edited("old", script(tmp_path, body), environ)
    assert done.text is None
    assert wrong in done.wrong


def test_an_editor_that_is_not_there_is_named(environ: dict[str, str]) -> None:
    assert editor.edited("", ["no-such-editor"], environ).wrong == (
        "no-such-editor: No such file or directory"
    )
