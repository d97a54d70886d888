"""The file of the marks: whole after whatever befalls it; `Marks(path)` is another process."""

import json
import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from store.errors import LibraryNewer, MarksDamaged, MarksUnsaved
from store.marks import Marks, Search


def test_the_file_is_readable_json_a_cable_a_line(marks: Marks, path: Path) -> None:
    marks.tag(["09MOSCOW1869", "09MOSCOW1870"], add=["пиратство"])
    held = json.loads(path.read_text("utf-8"))
    assert held["format"]["marks"]["version"] == 1
    assert held["cables"] == {
        "09MOSCOW1869": {"tags": ["пиратство"]},
        "09MOSCOW1870": {"tags": ["пиратство"]},
    }
    lines = path.read_text("utf-8").splitlines()
    assert '"09MOSCOW1869": {"tags": ["пиратство"]},' in lines


def test_the_file_and_its_folders_are_the_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "new" / "library.marks.json"
        Marks(path).star(["x"])
    finally:
        os.umask(before)
    assert [oct(each.stat().st_mode & 0o777) for each in (path.parent, path)] == ["0o700", "0o600"]
    others = {each.name: oct(each.stat().st_mode & 0o777) for each in path.parent.iterdir()}
    assert others == {path.name: "0o600", f"{path.name}.lock": "0o600"}


def test_no_change_writes_nothing(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    before = path.stat().st_ino
    marks.star(["x"])
    marks.star(["y"], off=True)
    assert path.stat().st_ino == before


def test_what_another_process_wrote_meanwhile_is_kept(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    other = Marks(path)
    other.tag(["x"], add=["theirs"])
    marks.read(["x"])
    other.star(["y"])
    found = marks.of("x")
    assert found.starred
    assert found.read
    assert found.tags == ("theirs",)
    assert {mark.id for mark in other.all()} == {mark.id for mark in marks.all()} == {"x", "y"}


def test_another_file_of_the_same_size_and_time_is_another(marks: Marks, path: Path) -> None:
    marks.tag(["x"], add=["a"])
    kept, times = path.read_bytes(), path.stat()
    Marks(path).tag(["x"], add=["b"], remove=["a"])
    theirs = path.read_bytes()
    path.write_bytes(kept)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert marks.of("x").tags == ("a",)
    path.write_bytes(theirs)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert marks.of("x").tags == ("b",)


def test_many_writers_lose_nothing(path: Path) -> None:
    def write(writer: int) -> None:
        own = Marks(path)
        for number in range(20):
            own.tag([f"cable{number}"], add=[f"by{writer}"])

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert [len(mark.tags) for mark in Marks(path).all()] == [4] * 20


def test_what_a_hand_or_a_later_reftel_added_stays(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    held = json.loads(path.read_text())
    held["cables"]["x"]["colour"] = "red"
    held["lists"] = {"one": {"of": ["x"]}}
    path.write_text(json.dumps(held, indent=4))
    marks.read(["x"])
    after = json.loads(path.read_text())
    assert after["cables"]["x"]["colour"] == "red"
    assert after["lists"] == {"one": {"of": ["x"]}}
    assert set(after["cables"]["x"]) == {"starred", "colour", "read"}


WRITER = """
import sys
from pathlib import Path
from store.marks import Marks, Search
marks = Marks(Path(sys.argv[1]))
for number in range(10**6):
    marks.star([f"cable{number}"])
    print(number, flush=True)
"""


@pytest.mark.parametrize("seen", [1, 7, 30])
def test_a_kill_loses_nothing_that_was_acknowledged(path: Path, seen: int) -> None:
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [next(writer.stdout) for _ in range(seen)]
        writer.kill()
        told += list(writer.stdout)
    last = int(told[-1]) if told[-1].endswith("\n") else int(told[-2])
    ids = [mark.id for mark in Marks(path).all()]
    assert ids[: last + 1] == [f"cable{number}" for number in range(last + 1)]
    assert len(ids) <= last + 2
    Marks(path).star(["after"])


CABLES = '{"format": {"marks": {"version": 1}}, "cables": '


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param(b"", "line 1, column 1", id="empty"),
        pytest.param(b"\x00" * 40, "line 1", id="NULs"),
        pytest.param(b"\xff\xfe", "codec", id="no UTF-8"),
        pytest.param(CABLES.encode() + b'{"\\uD800": {}}}', "surrogates", id="half a pair"),
        pytest.param(CABLES.encode() + b'{"x": {"starred"', "line 1, column 65", id="cut"),
        pytest.param(b"[1, 2]", "object of tables", id="a list"),
        pytest.param(b'{"a": 1}', "object of tables", id="no tables"),
        pytest.param(b'{"a": {}}', "does not say", id="other JSON"),
        pytest.param(b'{"format": {"marks": 1}}', "does not say", id="no version"),
        pytest.param(b"[" * 100_000, "recursion|line 1", id="deep"),
        pytest.param(f'{CABLES}{{"x": 1}}}}'.encode(), "an entry of cables, 'x'", id="entry"),
        pytest.param(f'{CABLES}{{"x": {{"starred": 1}}}}}}'.encode(), "starred of", id="star"),
        pytest.param(f'{CABLES}{{"x": {{"tags": "a"}}}}}}'.encode(), "tags of", id="tags"),
        pytest.param(f'{CABLES}{{"x": {{"tags": [1]}}}}}}'.encode(), "tags of", id="tag"),
        pytest.param(f'{CABLES}{{"x": {{"notes": ["a"]}}}}}}'.encode(), "notes of", id="notes"),
        pytest.param(f'{CABLES}{{"x": {{"position": 3}}}}}}'.encode(), "position of", id="place"),
        pytest.param(
            CABLES.replace("cables", "searches").encode() + b'{"s": {"found": 1}}}',
            "line of searches, 's'",
            id="search without a line",
        ),
        pytest.param(
            f'{CABLES}{{"x": {{"position": {{"line": true}}}}}}}}'.encode(), "position", id="line"
        ),
    ],
)
def test_a_damaged_file_is_named_and_never_written_over(path: Path, held: bytes, said: str) -> None:
    path.write_bytes(held)
    marks = Marks(path)
    with pytest.raises(MarksDamaged, match=said) as caught:
        marks.of("x")
    assert str(path) in str(caught.value)
    with pytest.raises(MarksDamaged):
        marks.star(["x"])
    assert path.read_bytes() == held


def test_a_saved_search_that_a_hand_wrote_needs_a_line_alone(path: Path) -> None:
    path.write_text(CABLES.replace("cables", "searches") + '{"s": {"line": "piracy"}}}')
    assert Marks(path).searches.all() == [Search("s", "piracy", 0, "")]


def test_a_file_that_is_damaged_while_open_is_not_written_over(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    path.write_bytes(b"")
    with pytest.raises(MarksDamaged):
        marks.star(["y"])
    assert path.read_bytes() == b""


def test_a_file_of_a_newer_reftel_is_left_alone(path: Path) -> None:
    path.write_text('{"format": {"marks": {"version": 2}}}')
    with pytest.raises(LibraryNewer):
        Marks(path).star(["x"])


def test_marks_of_a_file_that_was_removed_while_open_are_written_again(
    marks: Marks, path: Path
) -> None:
    marks.star(["x"])
    path.unlink()
    assert marks.of("x").starred
    marks.star(["y"])
    assert {mark.id for mark in Marks(path).all()} == {"x", "y"}


def test_a_file_that_is_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    path.symlink_to(kept)
    Marks(path).star(["x"])
    assert path.is_symlink()
    assert Marks(kept).of("x").starred


def test_a_full_disk_keeps_what_was_there(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
    try:
        with pytest.raises(MarksUnsaved, match="not kept"):
            marks.note("x", "a" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert marks.of("x").notes == Marks(path).of("x").notes == ()
    marks.note("x", "b")
    assert Marks(path).of("x").notes[0].text == "b"
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.lock"]
