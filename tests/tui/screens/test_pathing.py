import os
from pathlib import Path

import pytest

from tui.screens.pathing import completed, matching, names


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tmp_path = tmp_path / "here"
    tmp_path.mkdir()
    for name in ("cables", "cards", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "cables.csv").touch()
    (tmp_path / "cables" / "one.txt").touch()
    (tmp_path / "gone").symlink_to("nowhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    names.cache_clear()
    return tmp_path


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", ["cables/", "cards/", "cables.csv", "gone"]),
        ("cab", ["cables/", "cables.csv"]),
        ("cables/", ["one.txt"]),
        (".h", [".hidden/"]),
        ("~/car", ["cards/"]),
        ("nowhere/x", []),
        ("a\0b", []),
    ],
)
def test_what_a_path_may_go_on_to_is_named(folder: Path, line: str, found: list[str]) -> None:
    assert matching(line) == found


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("c", "ca"),
        ("cab", "cables"),
        ("card", "cards/"),
        ("cables/", "cables/one.txt"),
        ("~", "~/"),
        ("~/car", "~/cards/"),
        ("zzz", "zzz"),
        ("nowhere/", "nowhere/"),
    ],
)
def test_a_path_is_completed_as_far_as_is_certain(folder: Path, line: str, whole: str) -> None:
    assert completed(line) == whole


def test_a_name_that_is_no_text_is_completed_too(folder: Path) -> None:
    Path(os.fsdecode(b"cables/\xff\x1b[2J.txt")).touch()
    assert completed("cables/\udcff") == "cables/\udcff\x1b[2J.txt"
