from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

import seeds
from store import importer
from store.library import Library
from tests.tui import driving
from tui.work.board import Board, Changed

HOSTILE = "\x1b]52;c;aGk=\x07 [/b] [red]red[/red] \u202eevil"

MADE = """\
05STRELSAU{number}
{subject}
Wed Mar 16 00:00:00 +0200 2005
CONFIDENTIAL
Embassy Strelsau
VZCZCXRO{number}
RR RUEHC
DE RUEHSR #{number:04} 0751200
ZNY CCCCC ZZH
R 161200Z MAR 05
FM AMEMBASSY STRELSAU
TO RUEHC/SECSTATE WASHDC 1000
INFO RUEHZL/EUROPEAN POLITICAL COLLECTIVEC O N F I D E N T I A L STRELSAU {number:06}

SIPDIS

E.O. 12958: DECL: 03/16/2015
TAGS: PGOV PREL
SUBJECT: {subject}

Classified By: A. Hope, Reasons 1.4 (b) and (d).

1. (C) Summary.  The harvest in Zenda {crop} in its {number} year. End Summary.

2. (C) {hostile}

{filling}

SAPT
"""
FILLING = "\n\n".join(
    f"{number}. (C) The council met again about the harvest tax and said little that is new, \n"
    "since the granary of Hentzau was full and the roads to it were not."
    for number in range(3, 30)
)


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def clip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a copy goes: no clipboard of whoever runs the tests."""
    for name in ("TMUX", "STY", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path / "run" / "reftel" / "clip.txt"


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that tells that whoever runs the tests knows the first keys."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    file = tmp_path / "state" / "reftel" / "coached"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what the app does go on by itself only as far as a test waits for it."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", driving.idle)
    monkeypatch.setattr("tui.screens.rooms.AFTER", 86_400)  # test_ready has screens made early


@pytest.fixture(autouse=True)
def letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def finished(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End what a test's programs left running beside them, as `reftel` does at its end."""
    begun: list[Board] = []
    init = Board.__init__

    def noted(board: Board, changed: Changed) -> None:
        begun.append(board)
        init(board, changed)

    monkeypatch.setattr(Board, "__init__", noted)
    yield
    for board in begun:
        board.finish()


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 made-up cables and the real one, brought in as a user's files are."""
    files = tmp_path_factory.mktemp("files")
    for number in range(1, 121):
        text = MADE.format(
            number=number,
            subject=f"THE HARVEST, LETTER {number}",
            crop="failed" if number % 40 == 0 else "was good",
            hostile=HOSTILE if number == 1 else "Rudolf denied it.",
            filling=FILLING,
        )
        (files / f"{number}.txt").write_text(text, newline="")
    seed = resources.files("seeds") / "cables" / "09MOSCOW1869.txt"
    (files / "seed.txt").write_bytes(seed.read_bytes())
    folder = tmp_path_factory.mktemp("home") / "library"
    with Library.open(folder, create=True) as library:
        report = importer.run([files], library)
    assert report.new == 121, report
    return folder


@pytest.fixture
def library(library_folder: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(library_folder, marks=tmp_path / "marks.json") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder `in` with two cables and an empty file."""
    folder = tmp_path / "files" / "in"
    folder.mkdir(parents=True)
    for number in (1, 2):
        text = MADE.format(
            number=number, subject="THE HARVEST", crop="failed", hostile="", filling=FILLING
        )
        (folder / f"{number}.txt").write_text(text, newline="")
    (folder / "empty.txt").touch()
    return folder.parent


@pytest.fixture(scope="session")
def exercise_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the real cable and of the exercise cables, which refer to each other."""
    folder = tmp_path_factory.mktemp("exercise") / "library"
    with Library.open(folder, create=True) as library:
        importer.run([Path(seeds.__path__[0]) / "cables"], library, processes=0)
    return folder


@pytest.fixture
def exercise(exercise_folder: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(exercise_folder, marks=tmp_path / "marks.json") as opened:
        yield opened
