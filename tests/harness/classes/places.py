"""What is no file, or not for long: pipes, devices, links, folders, names, files that change."""

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.harness.classes.made import ANY, SEED, Bad, Make

SECONDS = 1.5
"""How long a file goes on changing; an import of one takes less than half of it."""


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may have 107 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)


def _link(target: str) -> Make:
    return lambda path: path.symlink_to(target)


def _in_folder(make: Make, name: str = "x") -> Make:
    def made(path: Path) -> None:
        path.mkdir()
        make(path / name)

    return made


def _named(name: bytes) -> Make:
    return _in_folder(lambda path: path.write_bytes(SEED), os.fsdecode(name))


def _two_names(path: Path) -> None:
    path.mkdir()
    (path / "a").write_bytes(SEED)
    (path / "b").hardlink_to(path / "a")


def _deep(name: str) -> Make:
    def made(path: Path) -> None:
        here = Path.cwd()
        path.mkdir()
        os.chdir(path)
        for _ in range(600):
            Path(name).mkdir()
            os.chdir(name)
        Path("cable.txt").write_bytes(SEED)
        os.chdir(here)

    return made


def _many_empty(path: Path) -> None:
    path.mkdir()
    for number in range(3000):
        (path / str(number)).touch()


def _shut(path: Path) -> None:
    path.write_bytes(SEED)
    path.chmod(0)


def _shut_folder(path: Path) -> None:
    path.mkdir()
    (path / "a").write_bytes(SEED)
    path.chmod(0)


def _meanwhile(change: Callable[[Path], object]) -> Make:
    """Make a cable that is changed again and again for a moment."""

    def changed(path: Path, until: float) -> None:
        while time.monotonic() < until:
            change(path)

    def made(path: Path) -> None:
        path.write_bytes(SEED)
        until = time.monotonic() + SECONDS
        threading.Thread(target=changed, args=(path, until), daemon=True).start()

    return made


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more and more\n")


def _cut(path: Path) -> None:
    os.truncate(path, 3000)
    path.write_bytes(SEED)


def _swap(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(SEED.replace(b"raid", b"ride"))
    other.replace(path)


def _come_and_go(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(SEED)


IRREGULAR, LINK = "no regular file", "it is a link"
CLASSES = (
    Bad("nothing at all", lambda _: None, 0, "no such file"),
    Bad("a pipe that no one writes to", os.mkfifo, 0, IRREGULAR),
    Bad("a pipe in a folder", _in_folder(os.mkfifo), 0, IRREGULAR),
    Bad("a socket", _socket, 0, IRREGULAR),
    Bad("/dev/zero", _link("/dev/zero"), 0, IRREGULAR),
    Bad("/dev/tty", _link("/dev/tty"), 0, f"{IRREGULAR}|no such device"),
    Bad("/dev/stdin", _link("/dev/stdin"), 0, IRREGULAR),
    Bad("/proc/self/mem", _link("/proc/self/mem"), 0, "."),
    Bad("/proc/self/fd", _link("/proc/self/fd"), 0, "."),
    Bad("/proc/cpuinfo, of no size", _link("/proc/cpuinfo"), 0, "."),
    Bad("/proc/kmsg, which waits", _link("/proc/kmsg"), 0, "."),
    Bad("a link that leads nowhere", _link("nowhere"), 0, "leads nowhere"),
    Bad("a link to itself", lambda path: path.symlink_to(path), 0, "leads nowhere"),
    Bad("a link to /dev/zero in a folder", _in_folder(_link("/dev/zero")), 0, LINK),
    Bad("a link to its own folder", _in_folder(_link(".")), 0, LINK),
    Bad("a link to all there is", _in_folder(_link("/")), 0, LINK),
    Bad("a folder with nothing in it", lambda path: path.mkdir(), 0, "no files in this folder"),
    Bad("a folder 600 deep", _deep("d")),
    Bad("a folder deeper than a path is long", _deep("d" * 9), 0, "name too long"),
    Bad("3,000 files with nothing in them", _many_empty, 0, "empty"),
    Bad("a file that may not be read", _shut, 0, "permission denied"),
    Bad("a folder that may not be read", _shut_folder, 0, "permission denied"),
    Bad("a file by two names", _two_names),
    Bad("an escape in a name", _named(b"a\x1b[2Jb")),
    Bad("a line end in a name", _named(b"a\nreftel: refused b")),
    Bad("a name that is no UTF-8", _named(b"\xff\xfe\x9b2J")),
    Bad("markup in a name", _named(b"[red]a[")),
    Bad("a name like an option", _named(b"--library=x")),
    Bad("bidi in a name", _named("a\u202etxt.exe".encode())),
    Bad("a name of 255 bytes", _named(b"n" * 255)),
    Bad("a file that grows", _meanwhile(_grow), ANY, "changed while|"),
    Bad("a file that is cut", _meanwhile(_cut), ANY, "changed while|no cable|empty|"),
    Bad("a file that is replaced", _meanwhile(_swap), ANY, "changed while|no such file|"),
    Bad("a file that comes and goes", _meanwhile(_come_and_go), ANY, "."),
)
