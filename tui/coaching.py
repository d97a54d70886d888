"""Whether someone knows the first keys: a small file in the folder for the state of programs."""

import os
from collections.abc import Mapping
from pathlib import Path


def place(environ: Mapping[str, str]) -> Path:
    """Name the file that is there once someone knows them."""
    base = environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117 - an empty string is no path
        base = os.path.join(environ.get("HOME") or os.path.expanduser("~"), ".local", "state")  # noqa: PTH111, PTH118
    return Path(base) / "reftel" / "coached"


def known(environ: Mapping[str, str]) -> bool:
    """Tell whether someone knows them."""
    return place(environ).exists()


def remember(environ: Mapping[str, str]) -> None:
    """Keep that someone does; where nothing can be kept, they are told again another time."""
    from store.files import make_private, reserve

    file = place(environ)
    try:
        make_private(file.parent)
        reserve(file)
    except OSError:
        return
