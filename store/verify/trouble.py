"""What can be wrong with a library, in the words a user can act on."""

from shlex import quote
from typing import NamedTuple


class Trouble(NamedTuple):
    """One thing that is wrong: with which cable or file, of what kind, and what to do.

    `kind` is `source`, `record`, `versions`, `counts`, `database`, `index`, `marks` or
    `permissions`. `where` is the path a damaged source came from, or of the file.
    """

    id: str
    kind: str
    says: str
    do: str
    where: str = ""


REPAIR = "reftel verify --repair makes it anew"
REPLACE = "restore a backup, or repair what is left (reftel verify --repair)"


def import_again(path: str) -> str:
    """Give the command to import a file again, to be copied as it stands."""
    return f"reftel import {quote(path)}"


def of_source(id: str, version: int, path: str, says: str) -> Trouble:  # noqa: A002
    """Say of the bytes of a cable that they are not those received."""
    named = f"version {version}: " if version > 1 else ""
    again = f"then {import_again(path)}" if path else "then import it again"
    do = f"restore a backup; or reftel verify --repair, {again}"
    return Trouble(id, "source", f"{named}{says}", do, path)
