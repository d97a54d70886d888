"""The line a path is typed into: what lies there meanwhile, and the rest of a name by Tab."""

import os
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from itertools import islice
from typing import ClassVar

MOST = 5_000
"""Names of a folder that are looked at."""


class Pathing:
    """Asks for a file or a folder, and shows which there are."""

    sign: ClassVar[str] = ">"

    def __init__(
        self,
        show: Callable[[Sequence[str]], None],
        take: Callable[[str], Awaitable[None]],
        leave: Callable[[], None],
    ) -> None:
        self._show = show
        self._take = take
        self._leave = leave
        names.cache_clear()
        self._show(matching(""))

    def typed(self, line: str) -> bool:
        """Show what begins so."""
        self._show(matching(line))
        return False

    def completed(self, line: str) -> str:
        """Give the line with as much of the name as is certain."""
        return completed(line)

    async def answered(self, line: str) -> None:
        """Take the path; without one, leave things as they are."""
        if line:
            await self._take(os.path.expanduser(line))  # noqa: PTH111 - as it was typed
        else:
            self._leave()

    def given_up(self) -> None:
        """Leave things as they are."""
        self._leave()


def matching(line: str) -> list[str]:
    """Name the files and folders that a path may go on to, folders (with `/`) first."""
    folder, begun = os.path.split(line)
    found = [
        name
        for name in names(os.path.expanduser(folder) or ".")  # noqa: PTH111
        if name.startswith(begun) and (begun or not name.startswith("."))
    ]
    return sorted(found, key=lambda name: (not name.endswith("/"), name))


def completed(line: str) -> str:
    """Give a path with as much of its last name as all that is there agrees on."""
    if line == "~":
        return "~/"
    begun = os.path.basename(line)  # noqa: PTH119 - of `a/` that is nothing
    found = matching(line)
    return line[: len(line) - len(begun)] + common(found) if found else line


def common(names: Sequence[str]) -> str:
    """Give what all of some names begin with."""
    first, last = min(names), max(names)
    return os.path.commonprefix([first, last])  # noqa: RUF071 - letters, not parts of a path


@lru_cache(maxsize=8)
def names(folder: str) -> tuple[str, ...]:
    """Name what lies in a folder, folders with a `/` behind; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return tuple(_name(entry) for entry in islice(entries, MOST))
    except (OSError, ValueError):
        return ()


def _name(entry: os.DirEntry[str]) -> str:
    try:
        return f"{entry.name}/" if entry.is_dir() else entry.name
    except OSError:
        return entry.name
