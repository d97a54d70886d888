"""What the list says of itself when it is opened: which library this is, and where one stands."""

import os
from pathlib import Path

ASKED = 'words, "a phrase", origin:moscow, tag:prel'
"""What stands in an empty query line."""

EMPTY_LIBRARY = ("No cables here yet.  {} brings some in", "No cables yet: {} imports")
PRACTICE = (
    "Practice library: {0} to try things out.  {1} imports your own",
    "Practice: {0}.  {1} imports your own",
    "Practice. {1} imports yours",
)

ORDERED = {
    "newest": "",
    "oldest": "oldest first  ",
    "relevance": "by relevance  ",
    "origin": "by origin  ",
    "class": "by class  ",
}


def said(count: int, key: str, *, practice: bool) -> tuple[str, ...]:
    """Say what one should know of a library with so many cables, in several wordings, or nothing.

    That it is the practice library, or that it is empty, and which key imports: longest first.
    """
    cables = f"{count:,} cables" if count != 1 else "one cable"
    if practice:
        return tuple(wording.format(cables, key) for wording in PRACTICE)
    return () if count else tuple(wording.format(key) for wording in EMPTY_LIBRARY)


def called(path: Path, *, practice: bool) -> str:
    """Name a library."""
    return "practice library" if practice else at_home(path)


def place(row: int, count: int) -> str:
    """Say which row of how many this is, counted from 0."""
    return f"{row + 1:,} of {count:,}" if count else "no cables"


def at_home(path: Path) -> str:
    """Give a path with the home folder as `~`, as people write it."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
