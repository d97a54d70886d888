"""How a bad input is made: each class is a name, what makes it, and what is to become of it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import seeds

SEED = seeds.data("cables/09MOSCOW1869.txt")
Make = Callable[[Path], object]
ANY = -1


class Bad(NamedTuple):
    """A class of bad input, made at a path that is free.

    Of it `taken` cables are kept byte for byte, of those that change meanwhile ANY; `refused` is
    found in the reason for which the rest is not, and "" means that nothing is refused.
    """

    name: str
    make: Make
    taken: int = 1
    refused: str = ""


def holding(data: bytes | Callable[[], bytes]) -> Make:
    """Make a file of some bytes; what is large is made when it is asked for."""
    return lambda path: path.write_bytes(data() if callable(data) else data)


def with_body(text: Callable[[], str]) -> Make:
    """Make the seed with a text in the middle of its body."""
    return with_line("\n¶2. (U)", lambda: f"\n{text()}\n¶2. (U)")


def with_line(old: str, new: Callable[[], str] | str) -> Make:
    """Make the seed with something in the place of what it has."""

    def data() -> bytes:
        put = new() if callable(new) else new
        assert old.encode() in SEED, old
        return SEED.replace(old.encode(), put.encode("utf-8", "surrogateescape"), 1)

    return holding(data)
