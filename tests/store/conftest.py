import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from store.library import Library
from tests.store.given import FIRST, SECOND, UNDATED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, create=True) as opened:
        opened.add([FIRST, UNDATED, SECOND])
        yield opened


@pytest.fixture
def stick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every file system be as that of a stick: no owners, and one name a file.

    A test may say by which error it tells so; by None it is a usual one.
    """
    number = getattr(request, "param", errno.EPERM)

    def unknown(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    for call in ("link", "chmod", "fchmod") if number else ():
        monkeypatch.setattr(os, call, unknown)
