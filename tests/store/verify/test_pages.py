import os
import random
import sqlite3
from pathlib import Path

import pytest

from store.documents.rows import unpack
from store.documents.storage import PAGE
from store.library import Library
from store.verify.pages import salvaged
from tests.store.verify.conftest import CABLES


def sources(path: Path) -> dict[int, tuple[str, bytes, int]]:
    connection = sqlite3.connect(path)
    [(number,)] = connection.execute("SELECT number FROM tables WHERE name = 'sources'").fetchall()
    rows = connection.execute(f"SELECT number, document, raw, size FROM documents_{number}")  # noqa: S608
    found = {number: tuple(row) for number, *row in rows}
    connection.close()
    return found


def found(path: Path) -> dict[int, tuple[str, bytes, int]]:
    every = [each for some in salvaged(path, ()) for each in some]
    return {each.number: each[1:] for each in every}  # type: ignore[misc]


def test_what_sqlite_reads_is_found_without_it(library: Path) -> None:
    path = library / "cables.db"
    assert found(path) == sources(path)


def test_rows_that_go_on_on_other_pages_are_read_whole(tmp_path: Path) -> None:
    from store import importer

    draw = random.Random(7)  # noqa: S311
    seed = (CABLES / "09MOSCOW1869.txt").read_text()
    for number, length in enumerate([30_000, 60_000, 33_000, 250_000, 32_800, 31_900], 2000):
        words = "".join(chr(draw.randrange(33, 0x2000)) for _ in range(length))
        text = seed.replace("09MOSCOW1869", f"09MOSCOW{number}") + words
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with Library.open(tmp_path / "library", create=True) as library:
        assert importer.run([tmp_path], library, processes=0).new == 6
    path = tmp_path / "library" / "cables.db"
    assert found(path) == sources(path)
    assert max(len(raw) for _, raw, _ in found(path).values()) > 3 * PAGE


def test_those_that_are_known_are_left_out(library: Path) -> None:
    known = set(range(1, 30))
    numbers = {each.number for some in salvaged(library / "cables.db", known) for each in some}
    assert numbers == set(range(30, 35))


@pytest.mark.parametrize("seed", range(20))
def test_pages_of_noise_are_looked_through_without_harm(
    library: Path, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)  # noqa: S311
    data = bytearray((library / "cables.db").read_bytes())
    for _ in range(3_000):
        data[draw.randrange(len(data))] = draw.randrange(256)
    harmed = tmp_path / "harmed"
    harmed.write_bytes(data[: draw.randrange(len(data))])
    for document, raw, size in found(harmed).values():
        assert (type(document), type(raw), type(size)) == (str, bytes, int)
        unpack(raw)


@pytest.mark.parametrize("data", [b"", b"\r", b"\r" * PAGE * 3, os.urandom(PAGE * 4)])
def test_what_is_no_database_has_no_sources(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    assert found(tmp_path / "x") == {}
