"""Data: cables and tables, read through the loader that brought the package.

`importlib.resources` would do the same and costs more to import than a whole look-up takes.
"""

from importlib.machinery import SourceFileLoader
from typing import cast


def data(name: str) -> bytes:
    """Read the bytes of a file of this package (`tables/tags.tsv`); OSError where there is none."""
    return cast(SourceFileLoader, __spec__.loader).get_data(f"{__path__[0]}/{name}")


def table(name: str) -> list[list[str]]:
    """Read the rows of `tables/<name>.tsv` below its heading, each a list of its columns."""
    lines = data(f"tables/{name}.tsv").decode().split("\n")
    return [line.split("\t") for line in lines[1:] if line]
