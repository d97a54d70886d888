import os
import time
from pathlib import Path

import pytest

from tui.original import opened, opener, pager, refused


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """An environment whose `xdg-open` notes what it was given, one argument a line."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > {tmp_path}/given.tmp\n'
                       f"mv {tmp_path}/given.tmp {tmp_path}/given\n")  # fmt: skip
    program.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "DISPLAY": ":0"}


NAMES = ["a cable.txt", "$(touch hacked).html", "-rf.txt", "a;reboot.csv", "'\"`|&.json", "no-kind"]


@pytest.mark.parametrize("name", NAMES)
def test_the_desktop_is_given_the_path_as_one_argument(
    desktop: dict[str, str], tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("cable")
    assert opened(str(path), desktop) == (f"Opened {path}", True)
    given = tmp_path / "given"
    until = time.monotonic() + 30
    while not given.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert given.read_text() == f"1\n{path}\n"
    found = {each.name for each in tmp_path.iterdir()} - {"state"}
    assert found == {"bin", "given", name}


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("none", "No such file or directory"),
        ("folder", "not a file any more"),
        ("link", "not a file any more"),
        ("fifo", "not a file any more"),
        ("x.desktop", "of no kind that is opened here"),
        ("x.sh", "of no kind that is opened here"),
    ],
)
def test_what_is_no_file_of_cables_is_not_opened(
    desktop: dict[str, str], tmp_path: Path, made: str, says: str
) -> None:
    path = tmp_path / made
    if made == "folder":
        path.mkdir()
    elif made == "link":
        path.symlink_to("/etc/passwd")
    elif made == "fifo":
        os.mkfifo(path)
    elif made != "none":
        path.write_text("x")
    said, done = opened(str(path), desktop)
    assert says in said
    assert not done
    assert not (tmp_path / "given").exists()


def test_a_path_that_is_not_whole_is_none(desktop: dict[str, str]) -> None:
    assert refused("", desktop) == refused("-x", desktop) == "It came from no file"


@pytest.mark.parametrize("lacking", [{"SSH_TTY": "x"}, {"DISPLAY": ""}, {"PATH": "/nowhere"}])
def test_without_a_desktop_the_path_is_said(
    desktop: dict[str, str], tmp_path: Path, lacking: dict[str, str]
) -> None:
    (tmp_path / "x.txt").write_text("x")
    environ = desktop | lacking
    assert opener(environ) is None
    assert opened(f"{tmp_path}/x.txt", environ) == (
        f"No desktop here: it came from {tmp_path}/x.txt", False
    )  # fmt: skip


def test_nothing_is_opened_where_that_is_off(desktop: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x")
    said, done = opened(f"{tmp_path}/x.txt", desktop | {"REFTEL_SECURE": "1"})
    assert (said[:9], done) == ("Off here:", False)


@pytest.mark.parametrize(
    ("chosen", "command"),
    [
        ("", ["less", "/x"]),
        ("cat -A", ["cat", "-A", "/x"]),
        ("'unbalanced", None),
        ("no-such-program", None),
    ],
)
def test_the_pager_is_a_list_of_arguments_and_less_is_kept_small(
    tmp_path: Path, chosen: str, command: list[str] | None
) -> None:
    for name in ("less", "cat"):
        (tmp_path / name).touch(mode=0o700)
    found = pager("/x", {"PATH": str(tmp_path), "PAGER": chosen, "LESSOPEN": "|evil %s"})
    assert (found and found[0]) == command
    if found:
        assert found[1]["LESSSECURE"] == "1"
        assert "LESSOPEN" not in found[1]
