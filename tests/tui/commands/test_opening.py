from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

PRACTICE = (
    "reftel: no library yet, so this is the practice library; import yours: reftel import DIR\n"
)


def test_without_a_library_the_practice_library_is_opened(reftel: "Reftel") -> None:
    done = reftel("show", "09MOSCOW1869")
    assert (done.returncode, done.stderr) == (0, PRACTICE)
    assert "09MOSCOW1869" in done.stdout
    assert not reftel.library.exists()
    assert (reftel.home / ".cache" / "reftel" / "practice").is_dir()


def test_an_import_of_nothing_leaves_the_practice_library(reftel: "Reftel", tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert reftel("import", tmp_path / "empty.txt").returncode == 4
    assert reftel("show", "09MOSCOW1869").stderr == PRACTICE


def test_the_xdg_folders_are_used(reftel: "Reftel", tmp_path: Path) -> None:
    data, cache = tmp_path / "data", tmp_path / "cache"
    xdg = {"XDG_DATA_HOME": str(data), "XDG_CACHE_HOME": str(cache)}
    reftel("info", **xdg)
    assert (cache / "reftel" / "practice").is_dir()
    assert not (reftel.home / ".cache").exists()


def test_a_relative_xdg_folder_counts_as_none(reftel: "Reftel") -> None:
    assert reftel("info", XDG_CACHE_HOME="cache").returncode == 0
    assert (reftel.home / ".cache" / "reftel" / "practice").is_dir()


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_a_library_is_named_in_three_ways(
    reftel: "Reftel", tmp_path: Path, seed_file: Callable[[str], Path], place: str
) -> None:
    other = tmp_path / "other"
    assert reftel("import", seed_file("one.txt"), "--library", other).returncode == 0
    done = {
        "before": lambda: reftel("--library", other, "info"),
        "after": lambda: reftel("info", "--library", other),
        "environment": lambda: reftel("info", REFTEL_LIBRARY=str(other)),
    }[place]()
    assert (done.returncode, done.stderr) == (0, "")
    assert str(other) in done.stdout


def test_what_is_asked_for_wins_over_the_environment(reftel: "Reftel", tmp_path: Path) -> None:
    done = reftel("info", "--library", tmp_path / "one", REFTEL_LIBRARY=str(tmp_path / "two"))
    assert done.returncode == 3
    assert str(tmp_path / "one") in done.stderr


def test_a_library_that_was_asked_for_must_be_there(reftel: "Reftel", tmp_path: Path) -> None:
    done = reftel("info", "--library", tmp_path / "none")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("reftel: ")
    assert str(tmp_path / "none") in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_a_library_that_is_no_library_any_more_is_said_so(
    reftel: "Reftel", seed_file: Callable[[str], Path]
) -> None:
    reftel("import", seed_file("one.txt"))
    for file in reftel.library.glob("*.db"):
        file.write_bytes(b"not a database at all" * 1000)
    done = reftel("show", "09MOSCOW1869")
    assert (done.returncode, done.stdout) == (3, "")
    assert str(reftel.library) in done.stderr
    assert done.stderr.count("\n") == 1
