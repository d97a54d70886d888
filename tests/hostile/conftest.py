import pytest

from tests.hostile import documents
from tests.hostile.commands import Home
from tests.hostile.strings import STRINGS

SOME = [
    each
    for at, each in enumerate(STRINGS)
    if at % 5 == 0 or "]52;c;Y3" in each.text or each.kind in {"marks", "surrogate"}
]
"""Some of each class: all of them are for the full run, `python -m tests.hostile`."""

EVIL = "\x1b]0;evil\x07\u202e[red][@click=app.quit]"
"""Stands in the names of folders."""

NUMBERED = list(enumerate(SOME, documents.FIRST))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A user of a library of hostile texts, who also marked cables with them."""
    folder = tmp_path_factory.mktemp("hostile")
    documents.write(folder / "files", NUMBERED)
    made = Home(folder, folder / f"library {EVIL}")
    report = documents.library(made.library, folder / "files")
    assert not report.refused
    documents.keep(made.library, folder / "marks.json", NUMBERED)
    return made
