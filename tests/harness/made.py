"""Collections and libraries for the harnesses to break."""

import os
from pathlib import Path

import seeds
from store import layouts
from store.cable import Cable, Received
from store.parse import parse

SEED = seeds.data("cables/09MOSCOW1869.txt")


def cable(number: int) -> bytes:
    """Write the seed as another cable of the same post."""
    return SEED.replace(b"1869", b"%04d" % number)


def given(number: int) -> tuple[Cable, Received, str]:
    """Give such a cable as a library takes it."""
    (received,) = layouts.read(cable(number), "x")
    assert isinstance(received, Received)
    return parse(received), received, "/x"


def folder(path: Path, count: int) -> Path:
    """Make a folder of cables, among them some again, further texts, a stream and strangers.

    All are older than what an import leaves in doubt.
    """
    path.mkdir(parents=True)
    for number in range(count):
        data = cable(1000 + number)
        if number % 10 == 7:
            data = cable(1000 + number - 5)  # again
        elif number % 10 == 8:
            data = cable(1000 + number - 6).replace(b"raid", b"ride %d" % number)  # another text
        elif number % 50 == 9:
            data = b"\n".join(cable(7000 + number * 3 + each) for each in range(3))
        elif number % 50 == 19:
            data = b"Dear Rudolf,\n"
        (path / f"{number:05}.txt").write_bytes(data)
    for each in path.iterdir():
        os.utime(each, (0, 0))
    return path
