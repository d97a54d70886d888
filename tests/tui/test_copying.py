"""The ladder of copying, each way where it really goes: a pty, tmux, a program, a file."""

import base64
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.copying import CHUNK, LARGEST, cleaned, clip_file, copy, in_screen, osc52

HOSTILE = "a\x1b]52;c;Zm9v\x07\x1b\\\x9c\x90 b\x07\r\n\tc \u202ed é \udc80"
OSC = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
TERMINAL = {"TERM": "xterm-256color", "PATH": os.environ["PATH"]}


def decoded(sequence: str) -> str:
    """The text of a sequence, which must be all there is."""
    match = OSC.fullmatch(sequence)
    assert match, sequence[:200]
    return base64.b64decode(match[1], validate=True).decode()


class Screen:
    """Takes what is written to the terminal."""

    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return TERMINAL | {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "HOME": str(tmp_path)}


def test_what_is_copied_is_what_is_shown() -> None:
    assert cleaned("one\r\n\ttwo\n") == "one\n        two\n"
    shown = cleaned(HOSTILE)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert shown.startswith("a␛]52;c;Zm9v␇␛\\")


@pytest.mark.parametrize("text", ["", "é ¶ 中", HOSTILE, "x" * LARGEST])
def test_a_terminal_is_asked_in_one_sequence_and_the_text_kept(
    screen: Screen, environ: dict[str, str], text: str
) -> None:
    copied = copy(text, environ, screen.write)
    assert copied.done
    assert decoded(screen.written) == cleaned(text)
    assert clip_file(environ).read_text("utf-8") == cleaned(text)
    assert "OSC 52" in copied.said
    assert str(clip_file(environ)) in copied.said


def test_what_is_too_long_for_a_terminal_is_kept_in_the_file(
    screen: Screen, environ: dict[str, str]
) -> None:
    copied = copy("x" * (LARGEST + 1), environ, screen.write)
    assert screen.written == ""
    assert copied.done
    assert copied.said.startswith("too long for the terminal (74,995 bytes); kept in ")
    assert clip_file(environ).stat().st_size == LARGEST + 1


def test_screen_passes_the_sequence_on_in_pieces(screen: Screen, environ: dict[str, str]) -> None:
    copied = copy("x" * 1000, environ | {"STY": "1.pts-0.here"}, screen.write)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", screen.written, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == screen.written
    assert max(map(len, pieces)) <= CHUNK
    assert decoded("".join(pieces)) == "x" * 1000
    assert "through screen" in copied.said
    assert in_screen(osc52(b"a")) == "\x1bP\x1b]52;c;YQ==\x07\x1b\\"


@pytest.mark.parametrize("term", ["linux", "dumb", "", "vt100", "vt220"])
def test_a_terminal_without_a_clipboard_is_sent_nothing(
    screen: Screen, environ: dict[str, str], term: str
) -> None:
    assert copy("x", environ | {"TERM": term}, screen.write).said.startswith("kept in ")
    assert screen.written == ""


def test_the_file_is_its_owners_alone(environ: dict[str, str]) -> None:
    before = os.umask(0)
    try:
        assert copy("x", environ, None).done
    finally:
        os.umask(before)
    path = clip_file(environ)
    assert [oct(each.stat().st_mode & 0o777) for each in (path.parent, path)] == ["0o700", "0o600"]


def test_a_file_that_cannot_be_written_is_named(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "run").write_text("")
    copied = copy("x", environ, None)
    assert not copied.done
    assert str(clip_file(environ)) in copied.said


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7", "HOME": "/h"}, "/run/user/7/reftel/clip.txt"),
        ({"XDG_STATE_HOME": "/state", "HOME": "/h"}, "/state/reftel/clip.txt"),
        ({"XDG_RUNTIME_DIR": "run", "HOME": "/h"}, "/h/.local/state/reftel/clip.txt"),
    ],
)
def test_where_the_file_lies(environ: dict[str, str], path: str) -> None:
    assert str(clip_file(environ)) == path


@pytest.fixture
def desktop(tmp_path: Path, environ: dict[str, str]) -> dict[str, str]:
    """A desktop whose tools write down what they are given."""
    bin = tmp_path / "bin"  # noqa: A001
    bin.mkdir()
    for name in ("wl-copy", "xclip"):
        tool = bin / name
        tool.write_text(f'#!/bin/sh\necho "$0 $*" > {tmp_path}/asked\ncat > {tmp_path}/given\n')
        tool.chmod(0o755)
    return environ | {"PATH": f"{bin}:{environ['PATH']}"}


@pytest.mark.skipif(sys.platform == "darwin", reason="there pbcopy is the tool")
@pytest.mark.parametrize(
    ("variable", "asked"),
    [("WAYLAND_DISPLAY", "wl-copy "), ("DISPLAY", "xclip -selection clipboard")],
)
def test_the_tool_of_a_desktop_gets_the_text_on_its_input(
    screen: Screen,
    desktop: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    asked: str,
) -> None:
    monkeypatch.setenv("PATH", desktop["PATH"])
    copied = copy("$(id) `id`; x", desktop | {variable: ":0"}, screen.write)
    assert copied.done
    assert (tmp_path / "given").read_text() == "$(id) `id`; x"
    assert (tmp_path / "asked").read_text().strip().endswith(asked.strip())
    assert screen.written == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="there pbcopy is the tool")
def test_a_desktop_elsewhere_or_without_the_tool_is_passed_over(
    screen: Screen, desktop: dict[str, str], environ: dict[str, str]
) -> None:
    away = desktop | {"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}
    assert copy("x", away, screen.write).said.startswith("sent to the terminal")
    bare = environ | {"DISPLAY": ":0", "PATH": "/nonexistent"}
    assert copy("x", bare, None).said.startswith("xclip took no copy (No such file")


WRITER = """
import os, sys
from tui.copying import copy
copied = copy(sys.stdin.read() if len(sys.argv) < 2 else sys.argv[1], os.environ, sys.stdout.write)
sys.stdout.flush()
print(copied.said, file=sys.stderr)
"""


def test_nothing_but_the_sequence_reaches_a_terminal(environ: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", WRITER],
        input=HOSTILE.encode(errors="replace"),
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environ,
        check=True,
    )
    os.close(theirs)
    written = b""
    while select.select([ours], [], [], 0.2)[0]:
        try:
            written += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    assert decoded(written.decode()) == cleaned(HOSTILE.encode(errors="replace").decode())
    assert b"OSC 52" in done.stderr


class Tmux:
    """A tmux of its own, with a client on a pty, so that what it sends its terminal is seen."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.command = ["tmux", "-S", str(folder / "socket"), "-f", "/dev/null"]
        self.environ = environ
        self.ours, theirs = pty.openpty()
        self.client = subprocess.Popen(
            [*self.command, "new-session", "-x", "80", "-y", "24", "sh"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environ,
            start_new_session=True,
        )
        os.close(theirs)

    def __call__(self, *args: str) -> str:
        done = subprocess.run(
            [*self.command, *args], env=self.environ, capture_output=True, text=True, check=False
        )
        return done.stdout

    def shown(self, mark: bytes, patience: float = 20) -> bytes:
        """What the terminal was sent until a mark came."""
        end, sent = time.monotonic() + patience, b""
        while mark not in sent:
            assert time.monotonic() < end, sent[-500:]
            if select.select([self.ours], [], [], 0.1)[0]:
                sent += os.read(self.ours, 65536)
        return sent

    def close(self) -> None:
        self("kill-server")
        os.close(self.ours)
        self.client.wait(10)


@pytest.fixture
def tmux(tmp_path: Path, environ: dict[str, str]) -> Iterator[Tmux]:
    if not shutil.which("tmux"):
        pytest.skip("there is no tmux here")
    opened = Tmux(tmp_path, environ | {"LANG": "C.UTF-8"})
    opened.shown(b"$ ") if os.geteuid() else opened.shown(b"# ")
    yield opened
    opened.close()


def test_tmux_takes_the_text_and_hands_it_on(tmux: Tmux, tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(WRITER)
    text = tmp_path / "text"
    text.write_bytes("¶3 $(id) \x1b]52;c;Zm9v\x07 end".encode())
    root = Path(__file__).parent.parent.parent
    tmux(
        "send-keys",
        f"PYTHONPATH={root} {sys.executable} {script} < {text}; echo do''ne",
        "Enter",
    )
    sent = tmux.shown(b"done")
    assert tmux("show-buffer") == "¶3 $(id) ␛]52;c;Zm9v␇ end"
    assert b"copied through tmux" in sent
    handed = re.search(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", sent)
    assert handed is not None, "the terminal around tmux was handed nothing"
    assert base64.b64decode(handed[1]).decode() == "¶3 $(id) ␛]52;c;Zm9v␇ end"


def test_a_tmux_that_is_gone_is_named_and_the_text_kept(environ: dict[str, str]) -> None:
    if not shutil.which("tmux"):
        pytest.skip("there is no tmux here")
    copied = copy("x", environ | {"TMUX": "/nonexistent/socket,1,0"}, None)
    assert copied.done
    assert copied.said.startswith("tmux took no copy (exit code 1); kept in ")
