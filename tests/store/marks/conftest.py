from pathlib import Path

import pytest

from store.marks import Marks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.marks.json"


@pytest.fixture
def marks(path: Path) -> Marks:
    return Marks(path)
