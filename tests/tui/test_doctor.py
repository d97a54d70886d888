from pathlib import Path

import pytest

from tui.doctor import Found, around

GOOD = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/home/h"}
TMUX = {"TMUX": "/run/tmux,1,0"}


def seen(
    environ: dict[str, str], size: tuple[int, int] | None = (80, 24), *, mouse: bool = False
) -> dict[str, Found]:
    return {each.name: each for each in around(environ, size, mouse=mouse)}


@pytest.mark.parametrize(
    ("environ", "name", "found", "follows"),
    [
        ({}, "terminal", "xterm-256color, 80×24", "in turn"),
        (TMUX, "terminal", "in tmux", ""),
        ({"STY": "1.x"}, "terminal", "in screen", ""),
        ({"TERM": "dumb"}, "terminal", "dumb", "only the commands"),
        ({"TERM": ""}, "terminal", "no TERM", "only the commands"),
        ({}, "colours", "256", "official"),
        ({"TERM": "linux"}, "colours", "16", "COLORTERM"),
        ({"NO_COLOR": "1"}, "colours", "none (NO_COLOR)", "bold"),
        ({"TERM": "vt220"}, "colours", "none", "bold"),
        ({}, "letters", "UTF-8 (C.UTF-8)", "all"),
        ({"LANG": "C"}, "letters", "ASCII (C)", "LANG=C.UTF-8"),
        ({"LANG": ""}, "letters", "ASCII (no locale)", "LANG=C.UTF-8"),
        ({}, "at", "this machine", "mouse off"),
        ({"SSH_TTY": "/dev/pts/1"}, "at", "another machine", "mouse off"),
        ({}, "copying", "the terminal (OSC 52), else /home/h/", ""),
        (TMUX, "copying", "tmux (not installed), else /home/h/", ""),
        ({"STY": "1.x"}, "copying", "through screen", ""),
        ({"DISPLAY": ":0"}, "copying", "xclip (not installed), else the terminal", ""),
        ({"TERM": "linux"}, "copying", "/home/h/", ""),
    ],
)
def test_what_is_found_and_what_follows(
    environ: dict[str, str], name: str, found: str, follows: str
) -> None:
    said = seen(GOOD | environ)[name]
    assert found in said.found
    assert follows in said.follows


def test_a_program_that_copies_is_named_as_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "xclip").touch(0o700)
    around = {"DISPLAY": ":0", "PATH": str(tmp_path)}
    assert seen(GOOD | around)["copying"].found.startswith("xclip, else the terminal")


def test_a_dumb_terminal_is_promised_no_bold_words() -> None:
    assert seen(GOOD | {"TERM": "dumb"})["colours"] == Found("colours", "none")


@pytest.mark.parametrize(
    ("size", "follows"),
    [
        (None, "only the commands work"),
        ((10, 3), "too small: 20×6 is the least"),
        ((19, 24), "too small: 20×6 is the least"),
        ((20, 6), "list and reader in turn"),
        ((160, 40), "list and reader side by side"),
    ],
)
def test_what_follows_from_the_size(size: tuple[int, int] | None, follows: str) -> None:
    assert seen(GOOD, size)["terminal"].follows == follows


@pytest.mark.parametrize(("by", "said"), [({}, "mouse on"), ({"SSH_TTY": "x"}, "mouse off")])
def test_the_mouse_is_off_by_ssh_whatever_is_settled(by: dict[str, str], said: str) -> None:
    assert said in seen(GOOD | by, mouse=True)["at"].follows
