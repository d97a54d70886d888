"""The power fails at random moments: what is on the disk then, and no more.

    python -m tests.harness.cuts [--cuts 200] [--only add] [--control]

A kill leaves what the kernel holds; here a disk is copied, in one moment, while a victim writes on
it, and the copy is mounted as it would be after a power cut: its journal is gone through, and what
the kernel held is lost. What was told before that moment has to be there, and all has to be whole.
The disk is ext4 in a file (`data=writeback,noauto_da_alloc`: the least that it promises), the file
lies on xfs, which copies it by reference. It keeps the order in which it was written to; a drive
that reorders is not tried. Needs root, mkfs.ext4 and mkfs.xfs. `--control` takes the effect from
every sync: losses have to be found then. Prints one JSON line of counts a victim.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store import importer
from store.backup.made import back_up
from store.library import Library
from tests.harness import made
from tests.harness.command import ROOT
from tests.harness.kills import CHECKS, DERIVING

FILES = 200
LONGEST = 0.4
"""Seconds between two cuts, at most."""

HOST, DISK = "2G", "160M"
LEAST = "data=writeback,noauto_da_alloc"
CONTROL = (
    *("strace", "-f", "-qq", "-o", "/dev/null"),
    *("-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"),
)


@contextmanager
def mounted(image: Path, at: Path, *options: str) -> Iterator[Path]:
    """Have what lies in a file at a folder meanwhile."""
    at.mkdir()
    subprocess.run(["mount", "-o", ",".join(("loop", *options)), image, at], check=True)
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)
        at.rmdir()


def formatted(image: Path, size: str, *command: str) -> Path:
    """Make a file of a size that holds an empty file system."""
    with image.open("w") as file:
        file.truncate(int(size[:-1]) << {"M": 20, "G": 30}[size[-1]])
    subprocess.run([*command, image], check=True, stdout=subprocess.DEVNULL)
    return image


@contextmanager
def disk(top: Path) -> Iterator[tuple[Path, Path]]:
    """Have an empty disk meanwhile: the file that it lies in, and the folder where it is."""
    host = formatted(top / "host.img", HOST, "mkfs.xfs", "-q")
    with mounted(host, top / "host") as beneath:
        image = formatted(beneath / "disk.img", DISK, "mkfs.ext4", "-q")
        with mounted(image, top / "disk", LEAST) as folder:
            yield image, folder


def possible() -> bool:
    """Tell whether a disk can be made here."""
    if os.geteuid() or not (shutil.which("mkfs.xfs") and shutil.which("mkfs.ext4")):
        return False
    small = ("1M", "mkfs.ext4", "-q")
    with (
        tempfile.TemporaryDirectory() as at,
        suppress(subprocess.CalledProcessError),
        mounted(formatted(Path(at) / "disk.img", *small), Path(at) / "disk"),
    ):
        return True
    return False


class Writing:
    """A victim that writes on a disk until it is ended, and what it has told so far."""

    def __init__(self, name: str, folder: Path, *, control: bool) -> None:
        words = [sys.executable, "-m", "tests.harness.victim", name, str(folder), "0"]
        self._process = subprocess.Popen(
            [*CONTROL, *words] if control else words,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )
        assert self._process.stdout
        select.select([self._process.stdout], [], [], 60)  # what comes before is Python's own
        os.set_blocking(self._process.stdout.fileno(), False)
        self._out = self._process.stdout
        self._heard = b""

    def told(self) -> list[str]:
        """Name what it has told, the last line only where that is whole."""
        while more := self._out.read(1 << 16):
            self._heard += more
        return [line for line in self._heard.decode().split("\n")[:-1] if line != "end"]

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()


def prepared(name: str, folder: Path) -> None:
    """Put what a victim needs on a disk."""
    made.folder(folder / "in", FILES)
    if name in DERIVING:
        with Library.open(folder / "library", create=True) as library:
            importer.run([folder / "in"], library)
            library.marks.star(["x"])
        back_up(folder / "library", folder / "library.marks.json", folder / "backup")
        list(CHECKS[name](folder, []))  # notes what the documents were
    os.sync()


def emptied(folder: Path) -> None:
    """Take all from a disk but what it came with."""
    for each in folder.iterdir():
        if each.name != "lost+found":
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def cut(image: Path, top: Path, name: str, told: list[str]) -> Iterator[str]:
    """Copy a disk as it is at this moment, and say what is wrong with what is on it."""
    copy = image.with_name("copy.img")
    subprocess.run(["cp", "--reflink=always", image, copy], check=True)
    with mounted(copy, top / "copy") as folder:
        try:
            yield from CHECKS[name](folder, told)
        except Exception as error:
            yield f"{type(error).__name__}: {error}"
    copy.unlink()


def tried(name: str, cuts: int, seed: int = 0, *, control: bool = False) -> dict[str, object]:
    """Cut a victim off so many times; say how much it had told by then, and what is wrong."""
    draw = random.Random(seed)
    wrong: list[str] = []
    acknowledged = bad = 0
    with tempfile.TemporaryDirectory() as at, disk(Path(at)) as (image, folder):
        done = 0
        while done < cuts:
            prepared(name, folder)
            writing = Writing(name, folder, control=control)
            for _ in range(min(20, cuts - done)):
                time.sleep(draw.uniform(0, LONGEST))
                told = writing.told()
                found = list(cut(image, Path(at), name, told))
                wrong += found
                bad += bool(found)
                done += 1
                if writing.ended:
                    break
            acknowledged += len(writing.told())
            writing.end()
            emptied(folder)
    counts = {"cuts": cuts, "acknowledged": acknowledged, "bad": bad}
    return {"victim": name, **counts, "wrong": sorted(set(wrong))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--only", choices=sorted(CHECKS))
    parser.add_argument("--control", action="store_true")
    args = parser.parse_args()
    names = [args.only] if args.only else sorted(CHECKS)
    failed = False
    for number, name in enumerate(names):
        share = args.cuts // len(names) + (number < args.cuts % len(names))
        told = tried(name, share, control=args.control)
        print(json.dumps(told), flush=True)
        failed |= bool(told["wrong"]) != args.control
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
