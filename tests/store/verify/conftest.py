import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store import importer
from store.library import Library
from store.verify import Report, verify

CABLES = Path(__file__).parent.parent.parent.parent / "seeds" / "cables"

FIRST = "(SELECT number FROM {cables} WHERE field_id = '09MOSCOW1869')"
TEXT = "(SELECT json_extract(document, '$.text') FROM {cables} WHERE number = {first})"
"""The row of the cable that came in twice, and the number of its source."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the seeds, with a cable that came in twice."""
    folder = tmp_path_factory.mktemp("verify")
    other = folder / "later.txt"
    other.write_bytes((CABLES / "09MOSCOW1869.txt").read_bytes() + b"P.S. More.\n")
    with Library.open(folder / "library", create=True) as library:
        importer.run([CABLES, other], library, processes=0)
    return folder / "library"


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be harmed."""
    return Path(shutil.copytree(made, tmp_path / "library"))


@pytest.fixture
def harm(library: Path) -> Callable[..., None]:
    """Do something to the documents that no part of reftel would do."""

    def do(sql: str, *values: object) -> None:
        connection = sqlite3.connect(library / "cables.db")
        names = dict(connection.execute("SELECT name, number FROM tables").fetchall())
        tables = {name: f"documents_{number}" for name, number in names.items()}
        tables["steps"] = f"steps_{names['cables']}"
        tables["first"] = FIRST.format(**tables)
        tables["text"] = TEXT.format(**tables)
        connection.execute(sql.format(**tables), values)
        connection.commit()
        connection.close()

    return do


@pytest.fixture
def seen(library: Path, tmp_path: Path) -> Callable[[], Report]:
    """Look at the copy."""
    return lambda: verify(library, tmp_path / "marks.json", processes=0)
