import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


@pytest.fixture
def path(reftel: "Reftel") -> Path:
    found = reftel.home / ".config" / "reftel" / "config.toml"
    found.parent.mkdir(parents=True)
    return found


def test_without_a_file_everything_is_as_ever(reftel: "Reftel") -> None:
    assert reftel("config", "path").stdout == f"{reftel.home}/.config/reftel/config.toml\n"
    done = reftel("config", "validate")
    assert (done.returncode, done.stderr) == (0, "")
    assert "is not there" in done.stdout
    shown = reftel("config", "show").stdout
    assert f'library = "{reftel.library}"  # default' in shown
    assert tomllib.loads(shown)["reader"]["width"] == 100


def test_a_file_is_begun_once_and_says_what_counts_anyway(reftel: "Reftel", path: Path) -> None:
    done = reftel("config", "init")
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert reftel("config", "validate").stdout == f"{path} is good\n"
    said = [line.removeprefix("# ") for line in path.read_text().splitlines()]
    path.write_text("\n".join(line for line in said if "=" in line or line.startswith("[")))
    done = reftel("config", "validate")
    assert (done.returncode, done.stderr) == (0, "")
    before = path.read_bytes()
    done = reftel("config", "init")
    assert done.returncode == 2
    assert "there already" in done.stderr
    assert path.read_bytes() == before


def test_show_tells_where_each_value_comes_from(reftel: "Reftel", path: Path) -> None:
    path.write_text('library = "/cables"\n[reader]\nwidth = 72\n[keys]\n"cable.next" = "x"\n')
    shown = reftel("config", "show").stdout.splitlines()
    assert 'library = "/cables"  # line 1' in shown
    assert "reader.width = 72  # line 3" in shown
    assert 'keys."cable.next" = ["x"]  # line 5' in shown
    assert 'list.order = "newest"  # default' in shown
    shown = reftel("config", "show", REFTEL_LIBRARY="/other").stdout.splitlines()
    assert 'library = "/other"  # REFTEL_LIBRARY' in shown
    shown = reftel("config", "show", "--library", "/third").stdout.splitlines()
    assert 'library = "/third"  # --library' in shown


def test_every_mistake_is_named_and_the_program_goes_on(reftel: "Reftel", path: Path) -> None:
    path.write_text("[reader]\nwidth = 7\nhight = 7\n\x1b = 3\n")
    path.write_text("[reader]\nwidth = 7\nhight = 7\n'\u202e' = 3\n")
    done = reftel("config", "validate")
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(": ")[1].split(", ")[1] for line in done.stderr.splitlines()] == [
        "line 2",
        "line 3",
        "line 4",
    ]
    assert all(line.isprintable() for line in done.stderr.splitlines())
    done = reftel("search", "piracy", "--count")
    assert (done.returncode, done.stdout) == (0, "1\n")
    assert "line 2: reader.width is to be" in done.stderr
    assert "(and 2 more: reftel config validate)" in done.stderr


def test_the_library_of_the_file_is_the_one_that_counts(
    reftel: "Reftel", path: Path, tmp_path: Path
) -> None:
    from tests.tui.commands.conftest import SEED

    (tmp_path / "seed.txt").write_bytes(SEED.read_bytes())
    path.write_text(f'library = "{tmp_path}/cables"\nmarks = "{tmp_path}/mine.json"\n')
    assert reftel("import", tmp_path / "seed.txt").returncode == 0
    assert json.loads(reftel("info", "--json").stdout)["path"] == f"{tmp_path}/cables"
    reftel("star", "09MOSCOW1869")
    assert (tmp_path / "mine.json").exists()
    assert not reftel.library.exists()


def test_nothing_is_imported_while_it_is_open_where_to(
    reftel: "Reftel", path: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text("x")
    path.write_text("library = /cables\n")
    done = reftel("import", tmp_path / "x.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "line 1: it is no TOML" in done.stderr
    assert not reftel.library.exists()
    done = reftel("--library", tmp_path / "there", "import", tmp_path / "x.txt")
    assert "refused" in done.stderr


@pytest.mark.parametrize("variable", ["REFTEL_LIBRARY", "REFTEL_MARKS", "REFTEL_CONFIG"])
def test_the_home_of_nobody_is_no_fault_of_the_program(reftel: "Reftel", variable: str) -> None:
    done = reftel("search", "piracy", "--count", **{variable: "~nobody-here/x"})
    assert done.returncode == (3 if variable == "REFTEL_LIBRARY" else 0)
    assert "internal error" not in done.stderr


def test_keys_are_listed_by_id(reftel: "Reftel") -> None:
    done = reftel("config", "keys")
    assert done.returncode == 0
    assert "cable.open              enter,l,right" in done.stdout


def test_what_keys_do_stands_in_one_column(reftel: "Reftel") -> None:
    lines = reftel("config", "keys", "--preset", "emacs").stdout.splitlines()
    column = next(line for line in lines if line.startswith("move.top ")).index("To the first row")
    assert all(line[column - 2 : column] == "  " and line[column] != " " for line in lines)


def test_keys_are_listed_as_they_count(reftel: "Reftel", path: Path) -> None:
    path.write_text('[keys]\npreset = "emacs"\n"cable.star" = "ctrl+x"\n')
    listed = [line.split() for line in reftel("config", "keys").stdout.splitlines()]
    assert ["move.down", "ctrl+n,j,down"] in [line[:2] for line in listed]
    assert ["cable.star", "ctrl+x"] in [line[:2] for line in listed]
    listed = [
        line.split()[:2] for line in reftel("config", "keys", "--preset", "vi").stdout.splitlines()
    ]
    assert ["move.down", "j,down"] in listed
    assert ["cable.star", "asterisk"] in listed


def test_the_settings_in_the_readme_can_be_taken_as_they_are(reftel: "Reftel", path: Path) -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    path.write_text(readme.split("```toml\n")[1].split("```")[0], "utf-8")
    assert reftel("config", "validate").stdout == f"{path} is good\n"
