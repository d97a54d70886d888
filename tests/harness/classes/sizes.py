"""Inputs that are too little or too much."""

import os
from pathlib import Path

from tests.harness.classes.made import SEED, Bad, holding, with_body, with_line

MILLION = 1_000_000


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 2 << 30)


def _sparse_behind_a_cable(path: Path) -> None:
    path.write_bytes(SEED)
    os.truncate(path, 2 << 30)


def _sparse_before_a_cable(path: Path) -> None:
    path.touch()
    os.truncate(path, 2 << 30)
    with path.open("ab") as file:
        file.write(SEED)


CLASSES = (
    Bad("no byte", holding(b""), 0, "empty"),
    Bad("a newline", holding(b"\n"), 0, "empty"),
    Bad("blanks", holding(b" \t\n" * 900), 0, "empty"),
    Bad("blanks for 5 MB", holding(lambda: b" " * 5 * MILLION), 0, "empty|no cable"),
    Bad("a byte order mark", holding(b"\xef\xbb\xbf"), 0, "empty"),
    Bad("one byte", holding(b"x"), 0, "no cable"),
    Bad("an id alone", holding(b"09MOSCOW1869\n"), 0, "no cable"),
    Bad("2 GB of nothing, sparse", _sparse, 0, "empty|binary"),
    Bad("2 GB of nothing behind a cable", _sparse_behind_a_cable, 0, "binary|limit"),
    Bad("2 GB of nothing before a cable", _sparse_before_a_cable, 0, "empty|binary"),
    Bad("a line of 20 MB alone", holding(lambda: b"x" * 20 * MILLION), 0, "no cable"),
    Bad("a line of 20 MB in a cable", with_body(lambda: "x " * 10 * MILLION), 0, "limit of"),
    Bad("a cable of 5 MB", with_body(lambda: "The harvest was good.\n" * 230_000)),
    Bad("a cable of 10 MB, a byte too much", with_body(lambda: "x" * (10 << 20)), 0, "limit of"),
    Bad("a cable of a million lines", with_body(lambda: "a\n" * MILLION)),
    Bad("a word of 1 MB", with_body(lambda: "x" * MILLION)),
    Bad("a word of 1 MB in the subject", with_line("INTERNET", lambda: "X" * MILLION)),
    Bad("paragraphs again and again", with_body(lambda: "\n".join(["¶3. (C) x\n"] * 50_000))),
    Bad("500 cables in a file", holding(lambda: _many(500)), 500),
)


def _many(count: int) -> bytes:
    numbers = range(1000, 1000 + count)
    return b"\n".join(SEED.replace(b"1869", b"%d" % number) for number in numbers)
