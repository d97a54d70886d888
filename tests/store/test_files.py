import os
import stat
from pathlib import Path

from store import files


def test_folders_made_on_the_way_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.make_private(tmp_path / "share" / "reftel" / "library")
    finally:
        os.umask(before)
    made = [tmp_path / "share", tmp_path / "share/reftel", tmp_path / "share/reftel/library"]
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700] * 3


def test_a_folder_above_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share").chmod(0o755)
    files.make_private(tmp_path / "share" / "library")
    assert stat.S_IMODE((tmp_path / "share").stat().st_mode) == 0o755
