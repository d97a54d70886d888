"""Jobs in a few words: what is done of them, how fast, what is left."""

from collections.abc import Mapping
from typing import Any

from tui.render.line import Line, fitted, join, words
from tui.render.plan import lasting, plural
from tui.render.safe import safe

BAR = 20
"""Cells of a bar."""


def brief(name: str, share: float | None, left: float | None) -> str:
    """Say in a word or two what is under way: `import 34 %, 2 min left`."""
    if share == 1:
        return f"{name}: indexing"
    said = f"{name} {share:.0%}".replace("%", " %") if share is not None else f"{name}…"
    return f"{said}, {lasting(left)} left" if left is not None else said


def bar(share: float | None) -> str:
    """Draw how much is done in letters that every terminal has."""
    full = round((share or 0) * BAR)
    return f"[{'#' * full}{'.' * (BAR - full)}]"


def counted(progress: Mapping[str, Any], seconds: float) -> str:
    """Say how many are done, and how many a second."""
    of = progress.get("of")
    said = f"{int(progress.get('done', 0)):,}" + (f" of {of:,}" if of else "") + " files"
    if (cables := progress.get("added", 0)) and seconds >= 1:
        said += f", {plural(cables, 'cable')}, {cables / seconds:,.0f} a second"
    if refused := progress.get("refused"):
        said += f", {refused:,} refused"
    return said


def outcome(report: Mapping[str, Any]) -> str:
    """Say what an import did."""
    parts = [f"{plural(report['new'], 'new cable')}"]
    if report["version"]:
        parts.append(plural(report["version"], "further version"))
    if report["same"]:
        parts.append(f"{report['same']:,} known already")
    if report["refused"]:
        parts.append(f"{len(report['refused']):,} refused")
    return ", ".join(parts)


def row(name: str, state: str, below: str, width: int) -> tuple[Line, Line]:
    """Draw a job in two lines: its name and how it stands; below, what it does or did."""
    end = fitted(safe(f" {state}"), width)
    room = width - len(end)
    head = words(fitted(safe(name), room))
    gap = words(" " * (room - len(head.plain)))
    return join((head, gap, words(end, "code"))), words(fitted(safe(f"  {below}"), width))
