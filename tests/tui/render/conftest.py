from importlib import resources

import pytest

from store.cable import Cable, Received
from store.layouts import read
from store.parse import parse


@pytest.fixture(scope="session")
def seed() -> Cable:
    """The real cable, read from its file."""
    name = "09MOSCOW1869.txt"
    data = (resources.files("seeds") / "cables" / name).read_bytes()
    [received] = read(data, name)
    assert isinstance(received, Received)
    return parse(received)
