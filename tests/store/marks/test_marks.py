import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from store.errors import LibraryNewer, MarkRefused, MarksDamaged, MarksUnsaved
from store.marks import HISTORY, Mark, Marks, Position, place_beside
from store.query.values import Marked, Prefix, Words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.marks.json"


@pytest.fixture
def marks(path: Path) -> Marks:
    return Marks(path)


def again(path: Path) -> Marks:
    """What another process sees."""
    return Marks(path)


def test_a_cable_of_which_nothing_was_said_has_an_empty_mark(marks: Marks, path: Path) -> None:
    assert marks.of("09MOSCOW1869") == Mark("09MOSCOW1869")
    assert marks.all() == []
    assert not path.exists()


def test_marks_are_there_for_the_next_process(marks: Marks, path: Path) -> None:
    marks.star(["09MOSCOW1869", "09MOSCOW1870"])
    marks.read(["09MOSCOW1869"])
    marks.tag(["09MOSCOW1869"], add=["piracy", "Überblick"])
    marks.note("09MOSCOW1869", "Who was it?")
    marks.note("09MOSCOW1869", "See ¶4.", "3")
    marks.place("09MOSCOW1869", Position(61, "4"))
    found = again(path).of("09MOSCOW1869")
    assert found.starred
    assert found.read
    assert found.tags == ("piracy", "Überblick")
    assert [(note.paragraph, note.text) for note in found.notes] == [
        (None, "Who was it?"),
        ("3", "See ¶4."),
    ]
    assert found.note("3") == found.notes[1]
    assert found.note("4") is None
    assert found.position == Position(61, "4")
    assert [mark.id for mark in again(path).all()] == ["09MOSCOW1870", "09MOSCOW1869"]


def test_what_is_taken_away_again_leaves_nothing(marks: Marks) -> None:
    ids = ["09MOSCOW1869", "09MOSCOW1870"]
    marks.star(ids)
    marks.read(ids)
    marks.tag(ids, add=["piracy"])
    marks.note(ids[0], "Who was it?")
    marks.place(ids[0], Position(3))
    marks.star(ids, off=True)
    marks.read(ids, off=True)
    marks.tag(ids, remove=["PIRACY"])
    marks.note(ids[0], "")
    marks.place(ids[0], None)
    assert marks.all() == []


def test_a_star_keeps_its_first_day(marks: Marks) -> None:
    marks.star(["09MOSCOW1869"])
    document = marks._cables.document("09MOSCOW1869")
    document["starred"] = "1999-12-31T00:00:00Z"
    marks._cables.change(["09MOSCOW1869"], lambda kept: kept.update(document))
    marks.star(["09MOSCOW1869"])
    assert marks.of("09MOSCOW1869").starred == "1999-12-31T00:00:00Z"


def test_a_tag_is_put_once_and_as_it_was_spelled_last(marks: Marks) -> None:
    marks.tag(["x"], add=["to-check"])
    marks.tag(["x"], add=["To-Check", "later"])
    assert marks.of("x").tags == ("To-Check", "later")


@pytest.mark.parametrize("tag", ["", " ", "two words", "…", "a" * 61, 'a"b', "(a)", "a*", "a\x1bb"])
def test_what_a_query_could_not_ask_for_is_no_tag(marks: Marks, tag: str) -> None:
    with pytest.raises(MarkRefused, match="is no tag"):
        marks.tag(["x"], add=["good", tag])
    assert marks.all() == []


def test_a_note_replaces_the_one_of_its_place(marks: Marks) -> None:
    marks.note("x", "first")
    marks.note("x", "of three", "3")
    marks.note("x", "second")
    assert [(note.paragraph, note.text) for note in marks.of("x").notes] == [
        ("3", "of three"),
        (None, "second"),
    ]


def test_half_a_surrogate_pair_in_a_note_harms_nothing(marks: Marks, path: Path) -> None:
    marks.note("x", "a\udc80b")
    assert again(path).of("x").notes[0].text == "a?b"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Marked("starred"), {"a", "b"}),
        (Marked("read"), {"b"}),
        (Marked("noted"), {"c", "d"}),
        (Marked("tag"), {"a", "c"}),
        (Marked("tag", Words(None, ("to", "check"))), {"a"}),
        (Marked("tag", Words(None, ("to",))), set()),
        (Marked("tag", Prefix(None, ("to",))), {"a"}),
        (Marked("tag", Prefix(None, ("to", "ch"))), {"a"}),
        (Marked("tag", Words(None, ("element",))), {"c"}),
        (Marked("note", Words(None, ("granary",))), {"c", "d"}),
        (Marked("note", Words(None, ("the", "granary"))), {"d"}),
        (Marked("note", Prefix(None, ("gran",))), {"c", "d"}),
        (Marked("note", Words(None, ("gran",))), set()),
    ],
)
def test_cables_are_found_by_their_marks(marks: Marks, sought: Marked, found: set[str]) -> None:
    marks.star(["a", "b"])
    marks.read(["b"])
    marks.tag(["a"], add=["to-check"])
    marks.tag(["c"], add=["Élément"])
    marks.note("c", "Granary!")
    marks.note("d", "About the granary.", "7")
    assert set(marks.found(sought)) == found


def test_searches_are_kept_by_name_with_what_they_found(marks: Marks, path: Path) -> None:
    marks.searches.save("pirates", "piracy origin:moscow", 3)
    marks.searches.save("a", "trial", 1)
    marks.searches.looked("pirates", 5)
    marks.searches.looked("gone", 5)
    found = again(path).searches.all()
    assert [(each.name, each.line, each.found) for each in found] == [
        ("a", "trial", 1),
        ("pirates", "piracy origin:moscow", 5),
    ]
    marks.searches.forget("a")
    assert [each.name for each in again(path).searches.all()] == ["pirates"]
    with pytest.raises(MarkRefused):
        marks.searches.save(" ", "trial", 0)


def test_the_history_has_each_line_once_the_last_first(marks: Marks, path: Path) -> None:
    for line in ("piracy", "trial", "piracy", "piracy", " "):
        marks.searches.remember(line)
        time.sleep(0.002)
    assert again(path).searches.history() == ["piracy", "trial"]


def test_the_history_forgets_its_oldest(marks: Marks) -> None:
    names = [str(number) for number in range(HISTORY + 5)]
    marks.searches._made.change(names, lambda document: document.update(at=""))
    marks.searches.remember("new")
    history = marks.searches.history()
    assert (len(history), history[0], history[-1]) == (HISTORY, "new", "6")


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
    other = again(path)
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
    again(path).tag(["x"], add=["b"], remove=["a"])
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
    assert [len(mark.tags) for mark in again(path).all()] == [4] * 20


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
from store.marks import Marks
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
    ids = [mark.id for mark in again(path).all()]
    assert ids[: last + 1] == [f"cable{number}" for number in range(last + 1)]
    assert len(ids) <= last + 2
    again(path).star(["after"])


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
    assert {mark.id for mark in again(path).all()} == {"x", "y"}


def test_a_file_that_is_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    path.symlink_to(kept)
    Marks(path).star(["x"])
    assert path.is_symlink()
    assert again(kept).of("x").starred


def test_a_full_disk_keeps_what_was_there(marks: Marks, path: Path) -> None:
    marks.star(["x"])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
    try:
        with pytest.raises(MarksUnsaved, match="not kept"):
            marks.note("x", "a" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert marks.of("x").notes == again(path).of("x").notes == ()
    marks.note("x", "b")
    assert again(path).of("x").notes[0].text == "b"
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.lock"]


def test_marks_lie_beside_their_library(tmp_path: Path) -> None:
    assert place_beside(tmp_path / "frus") == tmp_path / "frus.marks.json"
    assert place_beside(Path("x")).name == "x.marks.json"
    assert place_beside(tmp_path / "a" / ".." / "b") == tmp_path / "b.marks.json"
