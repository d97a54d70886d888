"""What an index reflects, in a small file beside it."""

import json
from pathlib import Path
from typing import NamedTuple

from store import files
from store.index.schema import FORMAT


class Mark(NamedTuple):
    """Which documents an index reflects, and how many cables it holds of them."""

    identity: str
    generation: int
    cables: int


def noted(path: Path) -> Mark | None:
    """Read which documents an index reflects; None when that cannot be told."""
    try:
        found = json.loads(path.read_bytes())
        if found["format"] != FORMAT:
            return None
        return Mark(str(found["identity"]), int(found["generation"]), int(found["cables"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note(path: Path, mark: Mark) -> None:
    """Note which documents an index reflects."""
    told = {"format": FORMAT, **mark._asdict()}
    files.replace(path, json.dumps(told).encode(), alone=True)
