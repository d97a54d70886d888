import errno
import os
from typing import NoReturn

import pytest


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
