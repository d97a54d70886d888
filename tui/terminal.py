"""What terminal this is: how many colours it shows, and whether anyone is there."""

import os
import sys
from codecs import register_error
from collections.abc import Callable, Mapping, MutableMapping
from io import TextIOWrapper
from types import FrameType

NONE, SIXTEEN, MANY, ALL = 0, 16, 256, 1 << 24
_GREY, _MONO = ("vt1", "vt2", "vt3", "vt4"), ("-m", "-mono")

LEAST = 20, 6
"""Columns and rows of the smallest terminal that shows a screen of the reader."""


def colours(environ: Mapping[str, str]) -> int:
    """Count the colours a terminal of this environment shows; 0 under NO_COLOR and TERM=dumb.

    So also for those that are known to have none: VT100 and its like, and what is called mono.
    A terminal that does not say so is taken to have sixteen, whatever it may be able to.
    """
    term = environ.get("TERM", "").lower()
    if environ.get("NO_COLOR") or dumb(environ) or term.startswith(_GREY) or term.endswith(_MONO):
        return NONE
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return ALL
    return MANY if term.endswith(("-256color", "-direct")) or term == "xterm-kitty" else SIXTEEN


def settle_colours(environ: MutableMapping[str, str]) -> None:
    """Have NO_COLOR alone say that there are none: Textual counts it also where it is empty."""
    if colours(environ):
        environ.pop("NO_COLOR", None)
    else:
        environ["NO_COLOR"] = "1"


def dumb(environ: Mapping[str, str]) -> bool:
    """Tell whether nothing but words can be sent to a terminal of this environment."""
    return environ.get("TERM", "").lower() in {"", "dumb", "unknown"}


def away(environ: Mapping[str, str]) -> bool:
    """Tell whether whoever sits at the terminal sits at another machine."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def utf8(environ: Mapping[str, str]) -> bool:
    """Tell whether a terminal of this environment is sent UTF-8, by the locale it was given."""
    return locale(environ).lower().replace("-", "").endswith("utf8")


def locale(environ: Mapping[str, str]) -> str:
    """Name the locale by which letters are read; "" where none is given."""
    everything, letters, others = (environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if letters == "C.UTF-8":
        # Python puts it there as it starts, where it finds no better locale (PEP 538).
        letters = None
    return everything or letters or others or ""


def stand_in() -> None:
    """Let a command that was given no input, or nowhere to talk, read and talk into the void."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def write_what_can_be_shown(environ: Mapping[str, str]) -> None:
    """Let a pipe that has no letter for a character of a cable get a `?` for it.

    A terminal that is sent no UTF-8 gets ASCII, with what stands for other letters there.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if stream.isatty() and not utf8(environ):
            register_error("in_ascii", _in_ascii)
            stream.reconfigure(encoding="ascii", errors="in_ascii")
        else:
            stream.reconfigure(errors="replace")


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    from tui.render.ascii import in_ascii  # few terminals need it

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


def on_hangup(leave: Callable[[int], None]) -> None:
    """Have a running loop call `leave` with the number when the program is asked to end.

    Ctrl-C is a key meanwhile: what interrupts the program comes from outside.
    """
    from asyncio import get_running_loop  # the commands do without
    from signal import SIGHUP, SIGINT, SIGTERM, default_int_handler, signal

    loop = get_running_loop()
    for number in (SIGTERM, SIGHUP):
        loop.add_signal_handler(number, leave, number)

    def interrupted(number: int, frame: FrameType | None) -> None:
        if loop.is_closed():
            default_int_handler(number, frame)
        loop.call_soon_threadsafe(leave, number)

    # None of the loop's, which it hears whatever else was put there: another program that has the
    # terminal for a while is to be interrupted alone.
    signal(SIGINT, interrupted)


def let_go() -> None:
    """Send nowhere what is still on its way to a terminal that is gone.

    Python would try it once more at its end, fail, and end with an exit code of its own.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def interactive() -> bool:
    """Tell whether someone sits at standard input and sees what is written."""
    return all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
