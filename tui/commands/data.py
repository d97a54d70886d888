"""Data on stdout, for programs: JSON and rows, of which nothing acts where a terminal shows them.

JSON is ASCII alone: lossless in any encoding. What stands in rows and lines has been through the
gate of `tui.render.safe`.
"""

import json
import sys
from collections.abc import Iterable

from tui.render.safe import safe


def one(value: object) -> None:
    """Write a value as JSON, over several lines."""
    sys.stdout.write(f"{json.dumps(value, indent=1)}\n")


def each(values: Iterable[object]) -> None:
    """Write values as JSON, a line each."""
    sys.stdout.writelines(f"{json.dumps(value)}\n" for value in values)


def rows(found: Iterable[Iterable[str]]) -> None:
    """Write rows of fields, with tabs between them."""
    sys.stdout.writelines("\t".join(map(safe, fields)) + "\n" for fields in found)


def lines(said: Iterable[str]) -> None:
    """Write lines."""
    sys.stdout.writelines(f"{safe(line)}\n" for line in said)
