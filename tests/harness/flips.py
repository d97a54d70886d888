"""Bits of a library's files flipped, one at a time, and what `reftel verify` says of it.

    python -m tests.harness.flips [--flips 500] [--cables 60]

A flip that changes the bytes of a source, or hides them, has to be reported; after `--repair` every
source that the flip did not touch is there, byte for byte, none that was altered, and the rest is
sound or said to be lost. Prints one JSON line: how many flips changed a source, and were reported;
changed something else, and were reported; changed nothing that is read.
"""

import argparse
import json
import random
import shutil
import sqlite3
import sys
import tempfile
import zlib
from contextlib import closing
from pathlib import Path

from store import importer, verify
from store.errors import ReftelError
from store.library import Library
from store.verify.repair import repair
from tests.harness import made

Sources = dict[int, bytes]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--cables", type=int, default=60)
    args = parser.parse_args()
    told = flipped(args.flips, args.cables)
    print(json.dumps(told))
    return 1 if told["wrong"] else 0


def flipped(flips: int, cables: int, seed: int = 0) -> dict[str, object]:
    """Flip so many bits, each in a library of its own; count what was said."""
    draw = random.Random(seed)
    counts = {"source, reported": 0, "other, reported": 0, "other, not reported": 0}
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as at:
        whole = Path(at) / "whole"
        with Library.open(whole, create=True) as library:
            importer.run([made.folder(Path(at) / "in", cables)], library, processes=0)
        before = sources(whole / "cables.db")
        for _ in range(flips):
            copy = Path(at) / "copy"
            shutil.copytree(whole, copy)
            where = flip(copy / "cables.db", draw)
            after = sources(copy / "cables.db")
            reported = said(copy)
            kind = "other" if after == before else "source"
            name = f"{kind}, {'reported' if reported else 'not reported'}"
            if name not in counts:
                wrong.append(f"{where}: a source is changed, and nothing is said")
            else:
                counts[name] += 1
            wrong += [f"{where}: {what}" for what in mended(copy, before, after)]
            shutil.rmtree(copy)
            for aside in Path(at).glob("copy.*"):
                aside.unlink()
    return {"flips": flips, "sources": len(before), **counts, "wrong": wrong}


def flip(path: Path, draw: random.Random) -> str:
    """Flip one bit, every other time in the bytes of a source; say which."""
    data = bytearray(path.read_bytes())
    at, bit = draw.randrange(len(data)), draw.randrange(8)
    if draw.random() < 0.5:
        begin, end = draw.choice(places(path, data))
        at = draw.randrange(begin, end)
    data[at] ^= 1 << bit
    path.write_bytes(data)
    return f"bit {bit} of byte {at}"


def places(path: Path, data: bytearray) -> list[tuple[int, int]]:
    """Say where in the file the packed bytes of sources lie that are in one piece."""
    with closing(sqlite3.connect(path)) as connection:
        numbers = dict(connection.execute("SELECT name, number FROM tables").fetchall())
        rows = connection.execute(f"SELECT raw FROM documents_{numbers['sources']}")  # noqa: S608
        packed = [raw for (raw,) in rows]
    return [(at, at + len(raw)) for raw in packed if (at := data.find(raw)) >= 0]


def sources(path: Path) -> Sources:
    """Give the bytes of each source that SQLite finds and that unpack."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    found: Sources = {}
    try:
        numbers = dict(connection.execute("SELECT name, number FROM tables").fetchall())
        query = f"SELECT number, raw FROM documents_{numbers[b'sources']}"  # noqa: S608
        for number, raw in connection.execute(query):
            found[number] = zlib.decompress(raw)
    except (sqlite3.Error, UnicodeError, KeyError, TypeError, zlib.error):
        found[-1] = b""  # not all can be read
    finally:
        connection.close()
    return found


def said(library: Path) -> bool:
    """Whether `verify` has something to say."""
    try:
        report = verify.verify(library, library.with_name("copy.marks.json"), processes=0)
    except ReftelError:
        return True
    return bool(report.troubles)


def mended(library: Path, before: Sources, after: Sources) -> list[str]:
    """Mend a library; say which sources that were whole are not there then."""
    marks = library.with_name("copy.marks.json")
    try:
        done = repair(library, marks, lambda *_: None, processes=0)
    except ReftelError:
        return [] if after != before else ["what holds every source cannot be mended"]
    if not done.left and verify.verify(library, marks, processes=0).troubles:
        return ["mended, and not sound"]
    whole = {raw for number, raw in after.items() if before.get(number) == raw}
    now = set(sources(library / "cables.db").values())
    lost, false = len(whole - now), len(now - set(before.values()))
    wrong = [f"{lost} sources that were whole are gone"] if lost else []
    return wrong + ([f"{false} are kept that no one received"] if false else [])


if __name__ == "__main__":
    sys.exit(main())
