from pathlib import Path

import pytest

from tui import copying, doctor, secure

ON = {"REFTEL_SECURE": "1", "HOME": "/home/x"}


@pytest.mark.parametrize(
    ("value", "on"), [(None, False), ("", False), ("0", False), ("1", True), ("no", True)]
)
def test_any_value_but_nothing_and_0_asks_for_it(value: str | None, *, on: bool) -> None:
    assert secure.on({} if value is None else {"REFTEL_SECURE": value}) is on


def test_what_is_off_is_said_in_a_line() -> None:
    assert secure.denied(secure.EDITOR, ON) == "Off here: the editor (REFTEL_SECURE)"
    assert secure.denied(secure.EDITOR, {}) is None


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("clip.txt", True),
        ("below/x", True),
        ("../x", False),
        ("/etc/x", False),
        ("link/x", False),
    ],
)
def test_files_are_written_in_one_folder_alone(tmp_path: Path, path: str, *, may: bool) -> None:
    within = tmp_path / "reftel"
    within.mkdir()
    (within / "link").symlink_to(tmp_path)
    environ = ON | {"XDG_RUNTIME_DIR": str(tmp_path)}
    said = secure.denied_file(within / path, environ)
    assert (said is None) is may
    assert said in (None, f"Off here: files outside {within} (REFTEL_SECURE)")
    assert secure.denied_file(within / path, {}) is None


def test_no_other_program_is_asked_to_copy() -> None:
    desktop = {"TMUX": "x", "DISPLAY": ":0", "TERM": "xterm-256color"}
    assert [way.name for way in copying.ways(desktop, print)] == ["tmux", "xclip"]
    names = [way.name for way in copying.ways(desktop | ON, print)]
    assert names == ["the terminal (OSC 52)"]


def test_textual_is_told_of_no_picture_and_no_log() -> None:
    environ = {"TEXTUAL_SCREENSHOT": "1", "TEXTUAL_LOG": "/x", "TEXTUAL_DRIVER": "x:y", "TERM": "x"}
    secure.shut(environ)
    assert environ == {"TERM": "x"}


def test_doctor_says_so() -> None:
    found = {each.name: each for each in doctor.around(ON, None)}
    assert found["secure"].found == "on (REFTEL_SECURE)"
    assert "/home/x/.local/state/reftel" in found["secure"].follows
    assert "secure" not in {each.name for each in doctor.around({"HOME": "/home/x"}, None)}
