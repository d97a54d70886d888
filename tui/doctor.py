"""What reftel finds around it, and what follows from each: values, for a person or a script."""

from collections.abc import Mapping
from typing import NamedTuple

from tui import copying, secure, terminal

BESIDE = 160
"""Columns from which the list stays beside the reader."""


class Found(NamedTuple):
    """One thing that was looked at: what it is like, and what follows; "" where nothing does."""

    name: str
    found: str
    follows: str = ""


def around(
    environ: Mapping[str, str], size: tuple[int, int] | None, *, mouse: bool = False
) -> list[Found]:
    """Say what the reader makes of an environment and a terminal of a size; None for no terminal.

    `mouse` is the setting.
    """
    return [
        _terminal(environ, size),
        _colours(environ),
        _letters(environ),
        _mouse(environ, mouse=mouse),
        _copying(environ),
        *_secure(environ),
    ]


def _terminal(environ: Mapping[str, str], size: tuple[int, int] | None) -> Found:
    term = environ.get("TERM") or "no TERM"
    if size is None:
        return Found("terminal", f"{term}, but input or output is none", "only the commands work")
    found = f"{term}, {size[0]}×{size[1]}"
    if within := next((name for name in ("TMUX", "STY") if environ.get(name)), None):
        found += f", in {'tmux' if within == 'TMUX' else 'screen'}"
    if terminal.dumb(environ):
        return Found("terminal", found, "only the commands work: the reader moves the cursor")
    if size[0] < terminal.LEAST[0] or size[1] < terminal.LEAST[1]:
        return Found("terminal", found, "too small: {}×{} is the least".format(*terminal.LEAST))
    both = "list and reader side by side" if size[0] >= BESIDE else "list and reader in turn"
    return Found("terminal", found, both)


def _colours(environ: Mapping[str, str]) -> Found:
    count = terminal.colours(environ)
    if count == terminal.NONE:
        why = " (NO_COLOR)" if environ.get("NO_COLOR") else ""
        instead = "bold, underlined and reversed words instead"
        return Found("colours", f"none{why}", "" if terminal.dumb(environ) else instead)
    if count == terminal.SIXTEEN:
        more = "its own colours; if it has more, set COLORTERM=truecolor"
        return Found("colours", f"{count}", more)
    return Found("colours", f"{count:,}", "the official colours of the markings")


def _letters(environ: Mapping[str, str]) -> Found:
    name = terminal.locale(environ)
    if terminal.utf8(environ):
        return Found("letters", f"UTF-8 ({name})", "all are shown")
    found = f"ASCII ({name or 'no locale'})"
    return Found("letters", found, "? for what has none like it; else set LANG=C.UTF-8")


def _mouse(environ: Mapping[str, str], *, mouse: bool) -> Found:
    if not terminal.away(environ):
        return Found("at", "this machine", f"mouse {'on' if mouse else 'off'}, as settled")
    return Found("at", "another machine (SSH)", "mouse off; ssh -C makes it quicker")


def _copying(environ: Mapping[str, str]) -> Found:
    ways = [_there(way.name, environ) for way in copying.ways(environ, lambda _: None)]
    file = str(copying.clip_file(environ))
    return Found("copying", ", else ".join([*ways, file]), "reftel cite ID --copy")


def _there(way: str, environ: Mapping[str, str]) -> str:
    """Name a way of copying; where it is a program that is not installed, say so."""
    from shutil import which

    missing = " " not in way and not which(way, path=environ.get("PATH", ""))
    return f"{way} (not installed)" if missing else way


def _secure(environ: Mapping[str, str]) -> list[Found]:
    if not secure.on(environ):
        return []
    off = f"no editor, no other program, no file outside {secure.folder(environ)}"
    return [Found("secure", f"on ({secure.VARIABLE})", off)]
