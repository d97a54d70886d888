"""A library and its marks in one file: a zip of the documents, the marks and a manifest.

The manifest has the size and sha256 of each. The index is left out: it is made of the documents.
Other tools can unpack it; nothing but these three names is ever read of it here.
"""

import json
from collections.abc import Callable
from typing import NamedTuple

from store.errors import LibraryNewer, Refused

MANIFEST, DOCUMENTS, MARKS = "manifest.json", "cables.db", "marks.json"
FORMAT = 1
CHUNK = 1 << 20
LARGEST_MANIFEST = 1 << 16

Progress = Callable[[int, int], object]
"""Told of bytes, of how many."""


class Member(NamedTuple):
    """One file of a backup."""

    bytes: int
    sha256: str


class Manifest(NamedTuple):
    """What a backup says of itself: when it was made, how many cables, its files by name."""

    made: str
    cables: int
    files: dict[str, Member]

    def written(self) -> bytes:
        """Give it as JSON."""
        files = {name: member._asdict() for name, member in self.files.items()}
        told = {"reftel-backup": FORMAT, "made": self.made, "cables": self.cables, "files": files}
        return json.dumps(told, indent=1).encode()


def manifest(data: bytes) -> Manifest:
    """Read a manifest; Refused where it is none, LibraryNewer where a later reftel wrote it."""
    try:
        told = json.loads(data)
        if told["reftel-backup"] > FORMAT:
            raise LibraryNewer("it was written by a newer reftel. Upgrade to restore it.")
        files = {
            str(name): Member(int(each["bytes"]), str(each["sha256"]))
            for name, each in told["files"].items()
        }
        found = Manifest(str(told["made"]), int(told["cables"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("it is no backup of reftel: its manifest cannot be read") from error
    if DOCUMENTS not in files or not files.keys() <= {DOCUMENTS, MARKS}:
        raise Refused("it is no backup of reftel: its manifest names other files")
    return found
