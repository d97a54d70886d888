"""What a user settles once, in TOML: where the file lies, and what it says.

A mistake in the file costs only the setting it is in: it keeps its default, and the mistake is
named with its line. What the command line or the environment says goes before the file.
"""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config.settings import Loaded


def file(environ: Mapping[str, str]) -> Path:
    """Name the file of the configuration, whether or not there is one."""
    if chosen := environ.get("REFTEL_CONFIG"):
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 - no error for a ~name of nobody's
    base = environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117 - an empty string is no path
        base = os.path.join(environ.get("HOME") or os.path.expanduser("~"), ".config")  # noqa: PTH111, PTH118
    return Path(base) / "reftel" / "config.toml"


@cache
def configured() -> "Loaded | None":
    """Give what the file says; None, and nothing is loaded, where there is no file."""
    path = file(os.environ)
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        pass  # what keeps it from being read is named
    from tui.config.reading import load

    return load(path)
