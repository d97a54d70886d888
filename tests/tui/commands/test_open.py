from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

ID = "09MOSCOW1869"


@pytest.fixture
def seed(reader: "Reftel") -> Path:
    return reader.home / "cables" / "seed.txt"


def test_into_a_pipe_goes_the_path(reader: "Reftel", seed: Path) -> None:
    for args in (["open", ID], ["open", ID, "--path"]):
        done = reader(*args)
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{seed}\n", "")


def test_on_a_terminal_without_a_desktop_the_pager_shows_it(reader: "Reftel") -> None:
    code, said = reader.on_a_terminal("open", ID, PAGER="head -n 2")
    assert (code, said.splitlines()[0]) == (0, ID)


def test_without_a_pager_the_path_is_said(reader: "Reftel", seed: Path) -> None:
    code, said = reader.on_a_terminal("open", ID, PAGER="no-such-pager")
    assert (code, said) == (0, f"{seed}\n")


def test_where_it_is_off_nothing_is_opened(reader: "Reftel") -> None:
    code, said = reader.on_a_terminal("--secure", "open", ID, PAGER="head -n 2")
    assert code == 1
    assert said.startswith("reftel: Off here: opening files in other programs (REFTEL_SECURE)")


def test_a_backup_goes_into_one_folder_alone_where_files_are_off(
    reader: "Reftel", tmp_path: Path
) -> None:
    within = tmp_path / "run" / "reftel"
    within.mkdir(parents=True)
    for path, code in ((tmp_path / "x", 2), (within / "x", 0)):
        done = reader("backup", path, REFTEL_SECURE="1", XDG_RUNTIME_DIR=str(tmp_path / "run"))
        assert done.returncode == code
        assert path.exists() is (code == 0)


def test_raw_bytes_reach_a_terminal_by_force_alone(reader: "Reftel") -> None:
    code, said = reader.on_a_terminal("show", ID, "--raw")
    assert (code, said[:42]) == (2, "reftel: --raw is for a file or a pipe: ref")
    code, said = reader.on_a_terminal("show", "09MOSCOW1870", "--raw", "--force")
    assert code == 0
    assert "\x1b[31m" in said
