"""Nothing is sent anywhere and nothing is open to others: seen by the kernel and by Python itself.

A whole session on a terminal and every command, under a umask that gives all away.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.wire.terminal import ROOT, Terminal
from tui.cli import _COMMANDS

SEEDS = ROOT / "seeds" / "cables"
ID = "09MOSCOW1869"
INTERNET = re.compile(r"\b(?:AF|PF)_INET6?\b")

HOOK = """\
import os, sys
def heard(event, given):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        internet = isinstance(given[1], tuple)
    elif event == "socket.__new__":
        internet = given[1] in (2, 10, 30)
    else:
        internet = event.startswith(("socket.getaddr", "socket.gethost", "webbrowser.", "urllib."))
    if internet:
        with open(os.environ["HEARD"], "a") as heard:
            heard.write(f"{sys.argv} {event} {given[1:]}\\n")
sys.addaudithook(heard)
"""

COMMANDS = (
    ("import", "{seeds}"),
    ("import", "--json", "{seeds}"),
    ("show", ID),
    ("show", ID, "--raw"),
    ("show", ID, "--json"),
    ("compare", "98SLAVNA61"),
    ("search", "piracy", "--facets", "tag"),
    ("parse", "{seeds}/09MOSCOW1869.txt"),
    ("parse", "{seeds}/03STRELSAU77.html"),
    ("info",),
    ("star", ID),
    ("search", "is:starred"),
    ("unread", ID),
    ("tag", "+x", ID),
    ("note", ID, "who?"),
    ("marks",),
    ("searches", "--save", "x", "piracy"),
    ("searches",),
    ("cite", ID, "--copy"),
    ("config", "init"),
    ("config", "show"),
    ("doctor",),
    ("open", ID),
    ("verify",),
    ("verify", "--repair", "--json"),
    ("backup", "{home}/backup"),
    ("restore", "--force", "{home}/backup"),
)

KEYS = (
    *("j", "k", "/piracy\r", "\r", " ", "p", "i", "v", "v", "F", "O", "q", "r", "q", "yc", "yt"),
    *("*", "t", "todo\r", "a", "who?\r", "?", "q", "q", "f", "q", ",n", "o", "H", "q"),
    *("S", "q", ":info\r", "q", ":doctor\r", "q", "\x1bOQ", "3", "q", "q", "w", "q"),
)

TRACED = ("import", "star", "search", "cite", "verify", "backup")
"""Commands that the kernel is asked about as well: those with processes, index, other programs."""


def test_every_command_is_among_them() -> None:
    assert {args[0] for args in COMMANDS} == set(_COMMANDS)


class Watched:
    """The program in a home of its own, each process of it watched from within or without."""

    def __init__(self, home: Path, *, traced: bool) -> None:
        self.home = home
        self.traced = traced
        self.heard = home / "heard"
        self.trace = home / "trace"
        hooks = home / "hooks"
        hooks.mkdir()
        (hooks / "sitecustomize.py").write_text(HOOK)
        kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
        self.environ = kept | {
            "HOME": str(home / "user"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HEARD": str(self.heard),
            "PYTHONPATH": f"{hooks}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TEXTUAL": "devtools",
        }
        (home / "user").mkdir(mode=0o700)
        tracer = ["strace", "-f", "-A", "-o", str(self.trace), "-e", "trace=network"]
        self.around = [*(tracer if traced else ()), "sh", "-c", 'umask 000; exec "$@"', "sh"]

    def command(self, *args: str) -> list[str]:
        return [*self.around, sys.executable, "-m", "tui", *args]

    def run(self, *args: str) -> int:
        given = [each.format(seeds=SEEDS, home=self.home / "user") for each in args]
        return subprocess.run(
            self.command(*given),
            env=self.environ,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        ).returncode

    def internet(self) -> list[str]:
        """Give what was done towards any network."""
        told = [file.read_text() for file in (self.heard, self.trace) if file.exists()]
        lines = "".join(told).splitlines()
        return [line for line in lines if "socket." in line or INTERNET.search(line)]

    def open_to_others(self) -> list[str]:
        """Name what others than its owner may use, of all that the program has made."""
        made = sorted((self.home / "user").rglob("*"))
        return [
            f"{stat.S_IMODE(each.lstat().st_mode):o} {each}"
            for each in made
            if stat.S_IMODE(each.lstat().st_mode) & 0o077
        ]


@pytest.fixture(params=[False, True], ids=["audit hook", "strace"])
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> Watched:
    if request.param:
        if not shutil.which("strace"):
            pytest.skip("strace is not there")
        if subprocess.run(["strace", "true"], capture_output=True, check=False).returncode:
            pytest.skip("nothing may be traced here")
    return Watched(tmp_path, traced=request.param)


@pytest.fixture
def terminal(watched: Watched) -> Iterator[Terminal]:
    watched.run("import", "{seeds}")
    begun = Terminal(watched.command(), (100, 30), watched.environ)
    yield begun
    begun.close()


def test_no_command_opens_a_socket_to_a_network_or_a_file_to_others(watched: Watched) -> None:
    wanted = [args for args in COMMANDS if not watched.traced or args[0] in TRACED]
    codes = {args: watched.run(*args) for args in wanted}
    assert {args for args, code in codes.items() if code} <= {("compare", "98SLAVNA61")}
    assert watched.internet() == []
    assert watched.open_to_others() == []


def test_a_session_opens_no_socket_to_a_network_and_no_file_to_others(
    watched: Watched, terminal: Terminal
) -> None:
    terminal.shows("of 33")
    for keys in KEYS:
        terminal.keys(keys.encode())
        while terminal.read(0.04):
            pass
    assert terminal.process.poll() is None
    new = watched.home / "new.txt"
    new.write_bytes((SEEDS / f"{ID}.txt").read_bytes().replace(ID.encode(), b"09MOSCOW7777"))
    terminal.keys(b"\x1b[27uI" + os.fsencode(new) + b"\r")
    terminal.shows("import into")
    terminal.keys(b"\r")
    terminal.until(lambda: any(row.endswith("done") for row in terminal.shown))
    terminal.keys(b"Q")
    assert terminal.code() == 0
    assert watched.internet() == []
    assert watched.open_to_others() == []


@pytest.mark.parametrize(
    "reach",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_INET6)",
        "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_one_that_does_is_found_out(watched: Watched, reach: str) -> None:
    subprocess.run(
        [*watched.around, sys.executable, "-c", reach],
        env=watched.environ,
        capture_output=True,
        check=False,
    )
    assert watched.internet()
