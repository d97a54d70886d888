import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

SEED = resources.files("seeds") / "cables" / "09MOSCOW1869.txt"
# What a document may try on a terminal: clipboard, title, colours, cursor, direction, backspaces.
HOSTILE = "\x1b]52;c;Zm9v\x07\x1b]0;t\x1b\\ \x1b[31m\x9b2J \u202eevil\u2066 a\bb \x7f[red]x[/]"


class Reftel:
    """The command, each time as a process of its own, at home in a temporary folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.bound: tuple[str, ...] = ()
        kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
        self.env = kept | {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}

    @property
    def library(self) -> Path:
        return self.home / ".local" / "share" / "reftel" / "library"

    def __call__(self, *args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        done = self.bytes(*args, **env)
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def bytes(self, *args: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            self.command(*args),
            env=self.env | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )

    def on_a_terminal(self, *args: str | Path, **env: str) -> tuple[int, str]:
        """Exit code, and all that was written to a terminal of 80 columns."""
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        process = subprocess.Popen(
            self.command(*args),
            env=self.env | env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        written = b""
        try:
            while select.select([ours], [], [], 60)[0]:
                written += os.read(ours, 65536)
        except OSError:
            pass  # EIO: the other end is closed
        finally:
            os.close(ours)
        return process.wait(60), written.decode().replace("\r\n", "\n")

    def command(self, *args: str | Path) -> list[str]:
        return [*self.bound, sys.executable, "-m", "tui", *map(str, args)]

    def like_anyone(self) -> "Reftel":
        """The same command without root's power to read and write what it may not."""
        if os.geteuid() == 0:
            self.bound = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        return self


@pytest.fixture
def reftel(tmp_path: Path) -> Reftel:
    """The command of someone who has no library yet."""
    home = tmp_path / "home"
    home.mkdir()
    return Reftel(home)


@pytest.fixture(scope="session")
def hostile() -> bytes:
    """The seed under another id, with a document's tricks in each field that is shown."""
    text = SEED.read_text("utf-8")
    for found, put in (
        ("09MOSCOW1869", "09MOSCOW1870"),
        ("001869", "001870"),
        ("#1869", "#1870"),
        ("SUCCESSFULLY TAKES", f"SUCCESSFULLY {HOSTILE} TAKES"),
        ("Embassy Moscow", f"Embassy Moscow {HOSTILE}"),
        ("EUR/RUS", f"EUR/RUS{HOSTILE}"),
        ("CIS COLLECTIVE", f"CIS COLLECTIVE {HOSTILE}"),
        ("Surprise Raid", f"Surprise Raid {HOSTILE}"),
        ("in collaboration", f"in collaboration {HOSTILE}"),
    ):
        assert found in text
        text = text.replace(found, put)
    return text.encode()


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory, hostile: bytes) -> Reftel:
    """The command of someone who has imported two cables; for tests that only read."""
    folder = tmp_path_factory.mktemp("reader")
    cables = folder / "cables"
    cables.mkdir()
    (cables / "seed.txt").write_bytes(SEED.read_bytes())
    (cables / "hostile.txt").write_bytes(hostile)
    command = Reftel(folder)
    done = command("import", cables)
    assert (done.returncode, done.stdout) == (
        0,
        "2 files read, 2 new, 0 same, 0 further versions, 0 refused\n",
    ), done
    return command


@pytest.fixture
def seed_file(tmp_path: Path) -> Callable[[str], Path]:
    """Make a file of the seed's bytes in the test's own folder."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SEED.read_bytes())
        return path

    return make
