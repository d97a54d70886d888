"""A text in the reader's own editor, by way of a private file: a list of arguments, no shell."""

import shlex
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from store import files
from tui import secure

USUAL = ("sensible-editor", "nano", "vi")
"""What is there where no one chose, the first that is."""
NAME = "note.txt"


class Edited(NamedTuple):
    """What came of it: the text, None where the editor failed; what went wrong; where it is."""

    text: str | None
    wrong: str
    path: Path


def command(environ: Mapping[str, str]) -> list[str] | None:
    """Give the editor and its arguments, by VISUAL or EDITOR; None where there is none."""
    chosen = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(chosen)
    except ValueError:
        return None
    if words:
        return words
    there = (each for each in USUAL if shutil.which(each, path=environ.get("PATH")))
    return next(([each] for each in there), None)


def edited(text: str, editor: list[str], environ: Mapping[str, str]) -> Edited:
    """Have a text edited on this terminal; the file stays until `forget`. Raises OSError."""
    within = secure.folder(environ)
    files.make_private(within)
    path = Path(mkdtemp(prefix="note-", dir=within)) / NAME
    files.reserve(path)
    path.write_text(f"{text}\n" if text else "", "utf-8", "replace")
    wrong = _run([*editor, str(path)], environ)
    if wrong:
        return Edited(None, wrong, path)
    try:
        return Edited(path.read_text("utf-8", "replace").strip(), "", path)
    except OSError as error:
        return Edited(None, error.strerror or "the file is gone", path)


def forget(path: Path) -> None:
    """Remove the file, and what an editor left beside it."""
    shutil.rmtree(path.parent, ignore_errors=True)


def _run(command: list[str], environ: Mapping[str, str]) -> str:
    """Run a program on this terminal; give what went wrong, "" where nothing did."""
    from subprocess import SubprocessError, run

    try:
        with _undisturbed():
            done = run(command, env=dict(environ), check=False)  # noqa: S603 - a list, no shell
    except (OSError, SubprocessError, ValueError) as error:
        return f"{command[0]}: {getattr(error, 'strerror', None) or type(error).__name__}"
    if done.returncode < 0:
        return f"{command[0]} was ended ({signal.strsignal(-done.returncode)})"
    return f"{command[0]} ended with code {done.returncode}" if done.returncode else ""


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Leave Ctrl-C to the program in front; a handler, unlike ignoring it, is not inherited."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
