"""What is off where a reader is let at a terminal but at nothing else: `--secure`, REFTEL_SECURE.

As LESSSECURE has it: no editor, no other program, no looking into folders, no file outside one
folder, no picture of the screen. Suspending stays, as it does there: it gives back the shell that
reftel was begun from, and where there is none the kernel does nothing.
"""

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path

VARIABLE = "REFTEL_SECURE"
EDITOR = "the editor"
OPENING = "opening files in other programs"
IMPORTING = "importing from within the reader"
WITHHELD = ("TEXTUAL",)
"""How variables begin by which Textual writes pictures and logs, and loads other code."""


def on(environ: Mapping[str, str]) -> bool:
    """Tell whether an environment asks for it."""
    return environ.get(VARIABLE, "") not in ("", "0")


def denied(what: str, environ: Mapping[str, str]) -> str | None:
    """Say in a line that something is off; None where it may be done."""
    return f"Off here: {what} ({VARIABLE})" if on(environ) else None


def denied_file(path: Path, environ: Mapping[str, str]) -> str | None:
    """Say in a line that no file may be written at a path; None where it may."""
    if not on(environ):
        return None
    within = folder(environ)
    if path.resolve().is_relative_to(within.resolve()):
        return None
    return f"Off here: files outside {within} ({VARIABLE})"


def folder(environ: Mapping[str, str]) -> Path:
    """Name the folder of what is written for the reader alone: of this session, else the user's."""
    for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        if os.path.isabs(environ.get(variable, "")):  # noqa: PTH117 - an empty string is no path
            return Path(environ[variable]) / "reftel"
    return Path(environ.get("HOME") or Path.home()) / ".local/state/reftel"


def shut(environ: MutableMapping[str, str]) -> None:
    """Take away what would have Textual do what is off."""
    for name in [each for each in environ if each.startswith(WITHHELD)]:
        del environ[name]
