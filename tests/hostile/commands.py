"""Every command, on a hostile text: as what it finds, and as what is said to it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.documents import FIRST
from tests.hostile.oracle import Oracle, piped
from tests.hostile.strings import Hostile
from tests.tui.wire.terminal import ROOT, Glass, Terminal

GUARDED = "tui"
UNGUARDED = "tests.hostile.unguarded"
SIZE = (120, 40)
AROUND = (
    *("TERM", "LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "TMUX", "STY", "XDG_RUNTIME_DIR", "TZ"),
    *(
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "VISUAL",
        "EDITOR",
        "PAGER",
    ),
    *("SSH_TTY", "COLUMNS", "LINES", "FORCE_COLOR", "TTY_COMPATIBLE"),
)
"""Variables that the program looks at, or Rich does."""


class Home(NamedTuple):
    """A user of a library of hostile cables, with settings and marks of their own."""

    folder: Path
    library: Path
    module: str = GUARDED

    @property
    def environ(self) -> dict[str, str]:
        """What the program is told by its environment: nothing outside the folder is touched."""
        kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
        return kept | {
            "HOME": str(self.folder),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "REFTEL_LIBRARY": str(self.library),
            "REFTEL_MARKS": str(self.folder / "marks.json"),
        }

    def command(self, *args: str) -> list[str]:
        """Give the command line of `reftel` with arguments."""
        return [sys.executable, "-m", self.module, *args]

    def config(self, text: str) -> None:
        """Settle something."""
        path = self.folder / ".config" / "reftel" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


class Ran(NamedTuple):
    """What a command wrote, and the code it ended with."""

    code: int
    output: bytes
    errors: bytes = b""


def on_a_terminal(home: Home, args: Sequence[str], **environ: str) -> Ran:
    """Run a command where all that it writes goes to a terminal."""
    terminal = Terminal(home.command(*args), SIZE, home.environ | environ)
    terminal.glass = Blind(*SIZE)
    try:
        return Ran(terminal.code(), terminal.sent)
    finally:
        terminal.close()


def in_a_pipe(home: Home, args: Sequence[str], **environ: str) -> Ran:
    """Run a command where what it writes goes into pipes."""
    done = subprocess.run(
        home.command(*args),
        env=home.environ | environ,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Blind(Glass):
    """A glass that shows nothing: of what is sent without the gate no one knows the outcome."""

    def take(self, came: bytes) -> None:
        """Look away."""


def faults(home: Home, args: Sequence[str], *, bar: bool = False, **environ: str) -> list[str]:
    """Run a command on a terminal and into a pipe; say what it wrote that it must not."""
    shown = on_a_terminal(home, args, **environ)
    sent = in_a_pipe(home, args, **environ)
    oracle = Oracle(SIZE, app=False, bar=bar)
    found = [f"terminal: {token!a}" for token in oracle.foreign(shown.output)]
    found += [f"pipe: {token!a}" for token in piped(sent.output)]
    found += [f"stderr: {token!a}" for token in piped(sent.errors)]
    found += [f"code {ran.code}" for ran in (shown, sent) if ran.code not in range(5)]
    found += ["traceback" for ran in (shown, sent) if b"Traceback" in ran.output + ran.errors]
    return found


def of_the_library(number: int, hostile: Hostile) -> Iterator[tuple[str, ...]]:
    """Yield what prints a cable that holds the text."""
    name, other = f"09STRELSAU{number}", f"id:07strelsau* {{{number}:"
    yield ("show", name)
    yield ("show", name, "--json")
    yield ("show", name, "--width", "40", "--version", "1")
    yield ("compare", name)
    yield ("compare", name, "--json")
    yield ("cite", name, "3", "--quote")
    yield ("cite", name)
    yield ("search", other)


def of_all() -> Iterator[tuple[str, ...]]:
    """Yield what prints all cables, or what is kept beside them."""
    yield ("search", "harvest", "--limit", "9999")
    yield ("search", "harvest", "--limit", "9999", "--json")
    yield ("search", "record", "--limit", "9999", "--sort", "relevance")
    yield ("search", "harvest or record", "--limit", "9999", "--ids")
    yield ("search", "harvest or record", "--limit", "9999", "--ids", "--json")
    for form in ((), ("--json",)):
        facets = ("--facets", "origin", "--facets", "tag", "--facets", "level", "--facets", "year")
        yield ("search", "harvest or record", "--limit", "9999", *facets, *form)
        yield ("marks", *form)
        yield ("searches", *form)
        yield ("info", *form)
        yield ("doctor", *form)
    yield ("open", f"09STRELSAU{FIRST}", "--path")
    for what in ("show", "validate", "path", "keys"):
        yield ("config", what)
    for command in ("show", "search", "import", "note", "config"):
        yield (command, "--help")
    yield ("--help",)
    yield ("--version",)


def of_words(text: str, file: Path) -> Iterator[tuple[str, ...]]:
    """Yield what is said with the text in it; it is in the name of the file's folder as well."""
    known = f"09STRELSAU{FIRST}"
    yield (text,)
    for command in ("show", "open", "star", "unread", "cite", "config", "doctor", "info", "verify"):
        yield (command, text)
    yield ("show", text, "--width", text)
    yield ("search", text)
    yield ("search", f'"{text}" origin:{text} ({text}')
    for field in ("is", "date", "level", "tag", text):
        yield ("search", f"{field}:{text}")
    yield ("search", "--saved", text)
    yield ("search", "x", "--sort", text)
    yield ("compare", text, "1")
    yield ("cite", text, text)
    yield ("note", known, f"¶{text}", text)
    yield ("note", known, text)
    yield ("note", known)
    yield ("tag", f"+{text}", known)
    yield ("star", "--query", text)
    yield ("searches", "--save", text, text)
    yield ("searches", "--history")
    yield ("searches", "--forget", text)
    yield ("marks", text)
    yield ("parse", str(file))
    yield from of_paths(text, file)


def of_paths(text: str, file: Path) -> Iterator[tuple[str, ...]]:
    """Yield what is said of files with the text in their names, there or not."""
    there, backup = str(file.parent), str(file.with_suffix(".reftel"))
    yield ("parse", f"/nowhere/{text}")
    yield ("--library", f"/nowhere/{text}", "info")
    yield ("import", f"/nowhere/{text}")
    for form in ((), ("--json",), ("--progress",), ("--dry-run",), ("--dry-run", "--json")):
        yield ("import", *form, there)
    yield ("import", "--max-size", text, there)
    yield ("backup", f"/nowhere/{text}")
    yield ("backup", "--force", backup)
    yield ("backup", backup)
    yield ("restore", f"/nowhere/{text}")
    yield ("restore", str(file))
    yield ("--library", f"/nowhere/{text}", "verify")
    yield ("--library", f"/nowhere/{text}", "restore", str(file))
    yield ("--library", f"{there}/restored", "restore", "--force", backup)


def folder(within: Path, text: str) -> Path:
    """Make a folder that has the text in its name, as far as a name can, with no cable in it."""
    name = text.encode("utf-8", "surrogateescape").replace(b"/", b"_")[:120]
    made = Path(os.fsdecode(bytes(within) + b"/of " + name))
    made.mkdir(parents=True, exist_ok=True)
    (made / "none.txt").write_bytes(b"\0" * 9)
    return made


def settings(text: str) -> str:
    """Give a file of settings that has the text wherever there is a value, or a name."""
    quoted = "".join(f"\\U{ord(each):08x}" for each in text if not "\ud800" <= each <= "\udfff")
    return (
        f'marks = "/tmp/{quoted}"\n"{quoted}" = "{quoted}"\n\n'
        f'[list]\norder = "{quoted}"\n\n[keys]\n"cable.next" = ["{quoted}"]\n"{quoted}" = ["x"]\n'
    )


def surroundings(text: str) -> dict[str, str]:
    """Give an environment with the text wherever the program looks."""
    return dict.fromkeys(AROUND, text)
