import errno
import os
import stat
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from store import files


@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_what_is_made_is_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        files.make_private(tmp_path / "share" / "reftel" / "library")
        with files.alone(tmp_path / "share" / "lock", 0):
            pass
    finally:
        os.umask(before)
    made = [tmp_path / "share", tmp_path / "share/reftel", tmp_path / "share/reftel/library"]
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700] * 3
    assert stat.S_IMODE((tmp_path / "share" / "lock").stat().st_mode) == 0o600


def test_a_folder_above_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share").chmod(0o755)
    files.make_private(tmp_path / "share" / "library")
    assert stat.S_IMODE((tmp_path / "share").stat().st_mode) == 0o755


def test_drafts_of_processes_that_are_gone_are_removed(tmp_path: Path) -> None:
    with subprocess.Popen(["true"]) as gone:
        pass
    lies = {
        f"x.{gone.pid}.tmp": False,
        f"x.{gone.pid}.tmp-journal": False,
        f"x.{gone.pid}.tmp.{gone.pid}.tmp": False,
        f"x.{gone.pid}.tmp.{gone.pid}.tmp-journal": False,
        f"y.{gone.pid}.tmp": True,
    }
    lies |= {f"x.{os.getpid()}.tmp": True, "x.2026.bak": True, "x.tmp": True, "x": True}
    for name in lies:
        (tmp_path / name).touch()
    (tmp_path / f"x.{gone.pid}.tmp").unlink()
    (tmp_path / f"x.{gone.pid}.tmp" / "within").mkdir(parents=True)
    files.sweep(tmp_path / "x")
    assert {each.name for each in tmp_path.iterdir()} == {name for name in lies if lies[name]}


def test_what_is_put_in_place_is_on_disk_and_so_is_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, bool]] = []

    def fsync(handle: int) -> None:
        synced.append((os.fstat(handle).st_ino, (tmp_path / "x").exists()))

    monkeypatch.setattr(os, "fsync", fsync)
    files.replace(tmp_path / "x", b"data")
    assert synced == [((tmp_path / "x").stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_what_fails_of_a_handle_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught, files.named(tmp_path):
        raise OSError(errno.ENOSPC, "No space left")
    assert caught.value.filename == str(tmp_path)


@pytest.mark.parametrize(
    "hold", [lambda path: files.alone(path, 0), lambda path: files.held(path, "mine")]
)
def test_a_lock_is_no_link_to_what_is_written_over(
    tmp_path: Path, hold: Callable[[Path], AbstractContextManager[None]]
) -> None:
    (tmp_path / "other").write_text("another's")
    (tmp_path / "lock").symlink_to("other")
    with pytest.raises(OSError, match="lock"), hold(tmp_path / "lock"):
        pass
    assert (tmp_path / "other").read_text() == "another's"
