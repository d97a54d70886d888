"""What a look at some files found, and what an import did, in lines of words."""

from collections.abc import Iterator, Mapping
from typing import Any

Told = Mapping[str, Any]
"""A survey, or a report of an import, as JSON has it."""


def plan(found: Told) -> list[str]:
    """Say what lies there, and how long an import of it may take."""
    parts = [f"{count:,} {layout}" for layout, count in found["layouts"].items()]
    if found["unchanged"]:
        parts.append(f"{found['unchanged']:,} here already")
    if found["unknown"]:
        parts.append(f"{found['unknown']:,} unknown")
    said = [f"{plural(found['files'], 'file')}: {', '.join(parts)}"]
    if found["cables"]:
        many = "about " if found["estimated"] else ""
        said.append(
            f"{many}{plural(found['cables'], 'cable')}, {size(found['bytes'])},"
            f" about {lasting(found['seconds'])} to import"
        )
    if found["estimated"]:
        estimated = f"{found['estimated']:,} of the cables are"
        said.append(f"{estimated} an estimate: large files were read at their beginning only")
    if found["passed_over"]:
        said.append(f"{found['passed_over']:,} hidden passed over")
    return said


def refusals(refused: list[Told]) -> Iterator[str]:
    """Say of each input that was refused where and why."""
    for each in refused:
        at = [str(each[key]) for key in ("line", "column") if each[key] is not None]
        yield f"{':'.join([each['path'], *at])}: {each['reason']}"


def plural(count: int, what: str) -> str:
    """Count things: `1 file`, `2,300 files`."""
    return f"{count:,} {what}{'s' * (count != 1)}"


def size(count: int) -> str:
    """Give a number of bytes as people say it."""
    for unit, large in (("GB", 10**9), ("MB", 10**6), ("kB", 1000)):
        if count >= large:
            few = count < 10 * large
            return f"{count / large:.1f} {unit}" if few else f"{count // large} {unit}"
    return f"{count} bytes"


def lasting(seconds: float) -> str:
    """Give a time as people say it: `40 s`, `3 min`, `2 h`."""
    if seconds < 100:
        return f"{round(seconds)} s"
    return f"{round(seconds / 60)} min" if seconds < 6000 else f"{round(seconds / 3600)} h"
