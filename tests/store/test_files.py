import errno
import fcntl
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


EITHER = pytest.mark.parametrize(
    "stick", [None, errno.EPERM, errno.ENOSYS], ids=["usual", "EPERM", "ENOSYS"], indirect=True
)
"""Where a file may have two names, and where it has one."""


@EITHER
@pytest.mark.usefixtures("stick")
def test_a_draft_gets_a_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "draft").write_text("mine")
    files.put(tmp_path / "draft", tmp_path / "x")
    assert (tmp_path / "x").read_text() == "mine"


@EITHER
@pytest.mark.usefixtures("stick")
def test_what_another_made_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "draft").write_text("mine")
    (tmp_path / "x").write_text("another's")
    with pytest.raises(FileExistsError, match="x"):
        files.put(tmp_path / "draft", tmp_path / "x")
    assert (tmp_path / "x").read_text() == "another's"
    assert (tmp_path / "draft").read_text() == "mine"


@pytest.mark.usefixtures("stick")
def test_of_two_that_wait_for_one_name_the_second_does_not_write_over_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft").write_text("mine")

    def waited(handle: int, how: int) -> None:
        fcntl.flock(handle, how)
        (tmp_path / "x").write_text("the first's")  # as it stood when one's own turn came

    monkeypatch.setattr(files, "flock", waited)
    with pytest.raises(FileExistsError):
        files.put(tmp_path / "draft", tmp_path / "x")
    assert (tmp_path / "x").read_text() == "the first's"


@pytest.mark.usefixtures("stick")
def test_one_name_is_given_by_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft").touch()
    rename = Path.rename

    def held(draft: Path, path: Path) -> Path:
        other = os.open(tmp_path, os.O_RDONLY)
        try:
            with pytest.raises(BlockingIOError):
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(other)
        return rename(draft, path)

    monkeypatch.setattr(Path, "rename", held)
    files.put(tmp_path / "draft", tmp_path / "x")
    assert (tmp_path / "x").exists()


@pytest.mark.parametrize("give", [files.put, files.keep])
def test_what_goes_wrong_with_a_name_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, give: Callable[[Path, Path], None]
) -> None:
    def failing(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "link", failing)
    (tmp_path / "draft").touch()
    with pytest.raises(OSError, match="Input/output"):
        give(tmp_path / "draft", tmp_path / "x")
    assert [each.name for each in tmp_path.iterdir()] == ["draft"]


@EITHER
@pytest.mark.usefixtures("stick")
def test_what_is_exchanged_is_never_missing_and_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("x", "x-journal", "draft"):
        (tmp_path / name).write_text(name)
    replace, there = Path.replace, []

    def looked(draft: Path, path: Path) -> Path:
        there.append((tmp_path / "x").read_text())
        return replace(draft, path)

    monkeypatch.setattr(Path, "replace", looked)
    aside = files.exchange(tmp_path / "x", tmp_path / "draft")
    assert there == ["x"]
    assert (tmp_path / "x").read_text() == "draft"
    assert aside.read_text() == "x"
    assert aside.with_name(f"{aside.name}-journal").read_text() == "x-journal"
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.usefixtures("stick")
def test_a_copy_is_on_disk_and_so_is_its_name_before_another_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("x", "draft"):
        (tmp_path / name).write_text(name)
    synced: list[tuple[int, str, int]] = []

    def fsync(handle: int) -> None:
        asides = len(list(tmp_path.glob("*.old")))
        synced.append((os.fstat(handle).st_ino, (tmp_path / "x").read_text(), asides))

    monkeypatch.setattr(os, "fsync", fsync)
    aside = files.exchange(tmp_path / "x", tmp_path / "draft")
    folder = tmp_path.stat().st_ino
    copied, *names = synced
    assert copied == (aside.stat().st_ino, "x", 0)
    assert names == [(folder, "x", 1), (folder, "draft", 1)]


@pytest.mark.usefixtures("stick")
def test_a_copy_that_has_no_room_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("x", "draft"):
        (tmp_path / name).write_text(name)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"No space left on device: '.*/x\."):
        files.exchange(tmp_path / "x", tmp_path / "draft")
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {
        "x": "x",
        "draft": "draft",
    }


@pytest.mark.usefixtures("stick")
def test_where_files_have_no_owners_they_are_made_as_they_are(tmp_path: Path) -> None:
    files.make_private(tmp_path / "share" / "library")
    files.make_private(tmp_path / "share" / "library")
    files.reserve(tmp_path / "share" / "file")
    with files.held(tmp_path / "held", "mine"), files.alone(tmp_path / "alone", 0):
        pass
    files.replace(tmp_path / "x", b"data")
    assert (tmp_path / "x").read_bytes() == b"data"


@pytest.mark.usefixtures("stick")
def test_an_empty_folder_of_another_is_not_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    (tmp_path / "theirs").mkdir()
    with pytest.raises(OSError, match="not "):
        files.make_private(tmp_path / "theirs")
