import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


def test_a_library_goes_into_one_file_and_comes_back(reader: "Reftel", tmp_path: Path) -> None:
    file = tmp_path / "cables.reftel"
    done = reader("backup", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{file}: 2 cables, no marks yet; ")
    again = reader("backup", file)
    assert again.returncode == 4
    assert again.stderr == f"reftel: {file} is there already; --force writes over it\n"
    other = tmp_path / "other"
    told = json.loads(reader("restore", file, "--library", other, "--json").stdout)
    assert (told["cables"], told["library"], told["aside"]) == (2, str(other), [])
    assert reader("verify", "--library", other).returncode == 0


def test_what_is_no_backup_is_refused(reader: "Reftel", tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no backup")
    done = reader("restore", tmp_path / "x", "--library", tmp_path / "other")
    assert done.returncode == 4
    assert "no backup of reftel" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_named(reader: "Reftel", tmp_path: Path) -> None:
    done = reader("restore", tmp_path / "none", "--library", tmp_path / "other")
    assert done.returncode == 3
    assert done.stderr == f"reftel: {tmp_path}/none: No such file or directory\n"
