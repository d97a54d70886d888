"""A library of hostile cables that is damaged everywhere: what is said of that is words."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.hostile.commands import Home, faults


@pytest.fixture
def damaged(home: Home, tmp_path: Path) -> Home:
    """A copy of the library, of which each record lies and each third source is gone."""
    own = Path(shutil.copytree(home.library, tmp_path / "library"))
    connection = sqlite3.connect(own / "cables.db")
    numbers = dict(connection.execute("SELECT name, number FROM tables").fetchall())
    cables, sources = f"documents_{numbers['cables']}", f"documents_{numbers['sources']}"
    connection.execute(f"UPDATE {cables} SET glance = '[]'")  # noqa: S608
    connection.execute(f"UPDATE {sources} SET raw = NULL WHERE number % 3 = 0")  # noqa: S608
    connection.commit()
    connection.close()
    return home._replace(library=own)


def test_what_is_wrong_with_a_library_is_said_in_words(damaged: Home) -> None:
    assert faults(damaged, ("verify", "--repair"), bar=True) == []
