"""Copying a text to where it can be pasted: a ladder of ways, each of which says how it went.

tmux holds buffers and, told to, hands them on to the terminal around it; by its own setting it
lets no sequence of a program through. GNU screen passes what stands in a DCS. A terminal is asked
by OSC 52, to which it gives no answer, so what was sent that way is kept in a file as well. Where
the desktop is on this machine, its own tools come first.

What is copied is what is shown: a text that was drawn for the eye cannot act where it is pasted.
"""

import sys
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from store import files
from tui import secure, terminal
from tui.render.safe import safe

LARGEST = 74_994
"""Bytes that a terminal is sent at most: in base64 they are just under 100,000, where several cut
the text short without a word."""
CHUNK = 240
"""Characters that stand in one DCS: GNU screen throws longer ones away."""
PATIENCE = 5
"""Seconds that a tool may take."""

Write = Callable[[str], object]
"""Writes to the terminal, past all that draws on it."""


class Copied(NamedTuple):
    """How a way of copying went: what to tell the user, and whether the text is there."""

    said: str
    done: bool = True


def copy(text: str, environ: Mapping[str, str], write: Write | None) -> Copied:
    """Copy a text by the best way there is; without `write` there is no terminal to ask."""
    shown = cleaned(text)
    failed = []
    for way in ways(environ, write):
        copied = way.take(shown)
        if copied.done:
            return copied
        failed.append(copied.said)
    kept = to_file(shown, environ)
    return Copied("; ".join([*failed, kept.said]), kept.done)


class Way(NamedTuple):
    """A way of copying: what it is known by, and what does it."""

    name: str
    take: Callable[[str], Copied]


def ways(environ: Mapping[str, str], write: Write | None) -> list[Way]:
    """Choose the ways that make sense in an environment, the surest first, but for the file.

    Where no other program may be run it is the terminal alone.
    """
    found: list[Way] = []
    within = secure.on(environ)
    if environ.get("TMUX") and not within:
        found.append(Way("tmux", lambda text: to_tmux(text, environ)))
    tool = None if within or terminal.away(environ) else desktop_tool(environ)
    if tool:
        found.append(Way(tool[0], lambda text: to_tool(text, tool, environ)))
    if write and (within or not environ.get("TMUX")) and _may_know_osc(environ):
        wrap = in_screen if environ.get("STY") else None
        name = "the terminal through screen (OSC 52)" if wrap else "the terminal (OSC 52)"
        found.append(Way(name, lambda text: to_terminal(text, write, environ, wrap)))
    return found


def cleaned(text: str) -> str:
    """Give a text as it is shown, line for line: nothing in it acts on a terminal."""
    lines = text.split("\n")
    return "\n".join(safe(line.removesuffix("\r").expandtabs()) for line in lines)


def to_tmux(text: str, environ: Mapping[str, str]) -> Copied:
    """Put a text into tmux's buffer, and from there into the terminal around it."""
    if _fed(["tmux", "load-buffer", "-w", "-"], text, environ) is None:
        return Copied("copied through tmux (there, prefix ] pastes it)")
    wrong = _fed(["tmux", "load-buffer", "-"], text, environ)  # before 3.2 it knew no -w
    if wrong is None:
        return Copied("copied into tmux alone: prefix ] pastes it")
    return Copied(f"tmux took no copy ({wrong})", done=False)


def desktop_tool(environ: Mapping[str, str]) -> Sequence[str] | None:
    """Name the desktop's own tool, with its arguments; None where there is no desktop."""
    if sys.platform == "darwin":
        return ("pbcopy",)
    if environ.get("WAYLAND_DISPLAY"):
        return ("wl-copy",)
    return ("xclip", "-selection", "clipboard") if environ.get("DISPLAY") else None


def to_tool(text: str, tool: Sequence[str], environ: Mapping[str, str]) -> Copied:
    """Hand a text to a tool of the desktop on its standard input."""
    wrong = _fed(tool, text, environ)
    if wrong is None:
        return Copied(f"copied ({tool[0]})")
    return Copied(f"{tool[0]} took no copy ({wrong})", done=False)


def to_terminal(
    text: str, write: Write, environ: Mapping[str, str], wrap: Callable[[str], str] | None = None
) -> Copied:
    """Ask the terminal to take a text by OSC 52; nobody knows whether it does, so keep it too."""
    data = text.encode(errors="replace")
    if len(data) > LARGEST:
        return Copied(f"too long for the terminal ({len(data):,} bytes)", done=False)
    sequence = osc52(data)
    write(wrap(sequence) if wrap else sequence)
    kept = to_file(text, environ)
    through = "through screen " if wrap else ""
    return Copied(f"sent to the terminal {through}(OSC 52), if it allows that; {kept.said}")


def osc52(data: bytes) -> str:
    """Give the sequence that sets a clipboard; of the text it has letters of base64 alone."""
    return f"\x1b]52;c;{b64encode(data).decode()}\x07"


def in_screen(sequence: str) -> str:
    """Wrap a sequence so that GNU screen passes it on to the terminal around it."""
    parts = (sequence[at : at + CHUNK] for at in range(0, len(sequence), CHUNK))
    return "".join(f"\x1bP{part}\x1b\\" for part in parts)


def to_file(text: str, environ: Mapping[str, str]) -> Copied:
    """Keep a text in a file of its owner alone, in the place of the last one."""
    path = clip_file(environ)
    try:
        files.make_private(path.parent)
        files.replace(path, text.encode(errors="replace"))
    except OSError as error:
        return Copied(f"{path} could not be written: {error.strerror}", done=False)
    return Copied(f"kept in {path}")


def clip_file(environ: Mapping[str, str]) -> Path:
    """Name the file: of this session where the system has a folder for such, else of the user."""
    return secure.folder(environ) / "clip.txt"


def _may_know_osc(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "").lower()
    return not terminal.dumb(environ) and not term.startswith(("linux", "vt1", "vt2", "ansi"))


def _fed(command: Sequence[str], text: str, environ: Mapping[str, str]) -> str | None:
    """Run a program on a text, without a shell; None when it went well, else what went wrong.

    What it writes goes nowhere: a tool that stays to serve the clipboard would hold a pipe open.
    """
    from subprocess import DEVNULL, SubprocessError, TimeoutExpired, run

    try:
        done = run(  # noqa: S603 - a list of our own words; the text is its input
            command,
            input=text.encode(errors="replace"),
            stdout=DEVNULL,
            stderr=DEVNULL,
            env=dict(environ),
            timeout=PATIENCE,
            check=False,
        )
    except TimeoutExpired:
        return f"no answer in {PATIENCE} seconds"
    except (OSError, SubprocessError) as error:
        return getattr(error, "strerror", None) or type(error).__name__
    return None if done.returncode == 0 else f"exit code {done.returncode}"
