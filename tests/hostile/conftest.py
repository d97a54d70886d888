import pytest

from tests.hostile import documents
from tests.hostile.commands import Home
from tests.hostile.strings import STRINGS

NUMBERED = list(enumerate(STRINGS, documents.FIRST))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A user of a library of all hostile texts, who also marked cables with them."""
    folder = tmp_path_factory.mktemp("hostile")
    documents.write(folder / "files", NUMBERED)
    made = Home(folder, folder / "library")
    report = documents.library(made.library, folder / "files")
    assert not report.refused
    documents.keep(made.library, folder / "marks.json", NUMBERED)
    return made
