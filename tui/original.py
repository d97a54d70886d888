"""The file a cable came from, handed to the desktop or a pager: lists of arguments, no shell."""

import os
import shlex
import shutil
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui import secure, terminal

KINDS = frozenset(
    (
        *("", ".txt", ".text", ".asc", ".htm", ".html", ".pdf"),
        *(".csv", ".tsv", ".json", ".jsonl", ".xml"),
    )
)
"""Files that a desktop shows. What it would run, such as `.desktop`, is none of them."""


def refused(path: str, environ: Mapping[str, str]) -> str | None:
    """Say why a file is not opened; None where it can be."""
    if said := secure.denied(secure.OPENING, environ):
        return said
    if not os.path.isabs(path):  # noqa: PTH117 - a Path of "" is "."
        return "It came from no file"
    try:
        status = os.lstat(path)
    except OSError as error:
        return f"{path}: {error.strerror}"
    if not stat.S_ISREG(status.st_mode):
        return f"{path} is not a file any more"
    if Path(path).suffix.lower() not in KINDS:
        return f"{path} is of no kind that is opened here"
    return None


def opener(environ: Mapping[str, str]) -> str | None:
    """Name the desktop's program that opens files; None over SSH, and where there is no desktop."""
    if terminal.away(environ):
        return None
    if sys.platform == "darwin":
        return "open"
    there = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY")
    return "xdg-open" if there and shutil.which("xdg-open", path=environ.get("PATH")) else None


def start(command: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """Begin a program that goes its own way; None when it has begun, else why not."""
    from subprocess import DEVNULL, Popen, SubprocessError
    from threading import Thread

    try:
        begun = Popen(  # noqa: S603 - a list; the path in it is whole, so it is no option
            command,
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except (OSError, SubprocessError, ValueError) as error:
        return getattr(error, "strerror", None) or type(error).__name__
    Thread(target=begun.wait, daemon=True).start()
    return None


def opened(path: str, environ: Mapping[str, str]) -> tuple[str, bool]:
    """Have the desktop open a file; give what there is to say, and whether that was done."""
    if said := refused(path, environ):
        return said, False
    program = opener(environ)
    if program is None:
        return f"No desktop here: it came from {path}", False
    wrong = start([program, path], environ)
    return (f"{program}: {wrong}", False) if wrong else (f"Opened {path}", True)


def pager(path: str, environ: Mapping[str, str]) -> tuple[list[str], dict[str, str]] | None:
    """Give the command that shows a file on this terminal, and its environment; None for none.

    `less` is kept from its shell, its editor and what it would run over the file first.
    """
    try:
        command = shlex.split(environ.get("PAGER") or "less")
    except ValueError:
        return None
    if not command or not shutil.which(command[0], path=environ.get("PATH")):
        return None
    kept = {name: environ[name] for name in environ if name not in ("LESSOPEN", "LESSCLOSE")}
    return [*command, path], kept | {"LESSSECURE": "1"}
