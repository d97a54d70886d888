"""Every room of the app, with all that is offered, asked and said there, shows words alone."""

import re
from pathlib import Path

import pytest

from tests.hostile import documents
from tests.hostile.beside import walk
from tests.hostile.commands import Home
from tests.hostile.conftest import EVIL, NUMBERED
from tests.hostile.noted import GATED, HELD, NOTES, TYPED, noted
from tests.hostile.session import Session, faults
from tests.tui.wire.terminal import ROOT

NUMBER, TEXT = next(each for each in NUMBERED if each[1].kind == "osc")
PARTS = {
    *("list Bar", "list CableList", "list Choices", "list FacetPane", "list Menu"),
    *("detail Bar", "detail CableView", "detail Menu", "outline CableList", "tree CableList"),
    *("versions TextView", "searches Bar", "searches CableList", "import Bar", "import TextView"),
    *("jobs CableList", "page Bar", "page TextView", "home TextView", "help TextView"),
}
"""The parts of screens that show what is not the program's own."""


@pytest.fixture(scope="module")
def walked(home: Home, tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, Path]:
    folder = tmp_path_factory.mktemp("rooms")
    files = folder / f"brought {EVIL}"
    documents.refuse(files, NUMBERED[::9])
    own = home._replace(folder=folder, module="tests.hostile.noted")
    documents.keep(own.library, folder / "marks.json", NUMBERED)
    around = {NOTES: str(folder / "notes"), "EDITOR": "true"}
    session = Session(own, (120, 40), **around)
    try:
        session.begin("1 of")
        walk(session, f"09STRELSAU{NUMBER}", TEXT, files)
        assert session.leave() == 0
    finally:
        session.terminal.close()
    return session, folder / "notes"


def test_what_every_room_sends_is_words(walked: tuple[Session, Path]) -> None:
    assert faults(walked[0], left=1) == []


def test_nothing_but_what_is_typed_goes_past_the_gate(walked: tuple[Session, Path]) -> None:
    assert {part.split()[1] for part in noted(walked[1], HELD)} <= TYPED


def test_hostile_texts_come_to_every_part_of_every_screen(walked: tuple[Session, Path]) -> None:
    assert noted(walked[1], GATED) >= PARTS


def test_every_screen_is_among_them() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "tui/screens").glob("*.py"))
    tables = {name for source in sources for name in re.findall(r' TABLE = "(\w+)"', source)}
    assert {part.split()[0] for part in PARTS} == tables
