import time
from pathlib import Path

import pytest

from store.errors import MarkRefused
from store.marks import HISTORY, LONGEST_NOTE, Mark, Marks, Position, place_beside
from store.query.values import Marked, Prefix, Words


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
    found = Marks(path).of("09MOSCOW1869")
    assert found.starred
    assert found.read
    assert found.tags == ("piracy", "Überblick")
    assert [(note.paragraph, note.text) for note in found.notes] == [
        (None, "Who was it?"),
        ("3", "See ¶4."),
    ]
    assert found.note("3") == found.notes[1]
    assert found.note("4") is None
    assert found.position is not None
    assert found.position[:2] == (61, "4")
    assert [mark.id for mark in Marks(path).all()] == ["09MOSCOW1870", "09MOSCOW1869"]


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


def test_a_note_goes_on_all_of_several_cables_or_on_none(marks: Marks) -> None:
    marks.note_all(["x", "y"], "both", below=True)
    assert [marks.of(name).notes[0].text for name in ("x", "y")] == ["both", "both"]
    marks.note("y", "a" * (LONGEST_NOTE - 10))
    with pytest.raises(MarkRefused):
        marks.note_all(["x", "y"], "more than ten", below=True)
    assert marks.of("x").notes[0].text == "both"


def test_half_a_surrogate_pair_in_a_note_harms_nothing(marks: Marks, path: Path) -> None:
    marks.note("x", "a\udc80b")
    assert Marks(path).of("x").notes[0].text == "a?b"


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
    found = Marks(path).searches.all()
    assert [(each.name, each.line, each.found) for each in found] == [
        ("a", "trial", 1),
        ("pirates", "piracy origin:moscow", 5),
    ]
    marks.searches.forget("a")
    assert [each.name for each in Marks(path).searches.all()] == ["pirates"]
    with pytest.raises(MarkRefused):
        marks.searches.save(" ", "trial", 0)


def test_the_history_has_each_line_once_the_last_first(marks: Marks, path: Path) -> None:
    for line in ("piracy", "trial", "piracy", "piracy", " "):
        marks.searches.remember(line)
        time.sleep(0.002)
    assert Marks(path).searches.history() == ["piracy", "trial"]


def test_the_history_forgets_its_oldest(marks: Marks) -> None:
    names = [str(number) for number in range(HISTORY + 5)]
    marks.searches._made.change(names, lambda document: document.update(at=""))
    marks.searches.remember("new")
    history = marks.searches.history()
    assert (len(history), history[0], history[-1]) == (HISTORY, "new", "6")


def test_marks_lie_beside_their_library(tmp_path: Path) -> None:
    assert place_beside(tmp_path / "frus") == tmp_path / "frus.marks.json"
    assert place_beside(Path("x")).name == "x.marks.json"
    assert place_beside(tmp_path / "a" / ".." / "b") == tmp_path / "b.marks.json"


def test_the_cable_read_last_is_the_one_whose_place_was_kept_last(marks: Marks) -> None:
    assert marks.last() is None
    for name in ("09MOSCOW1", "09MOSCOW2", "09MOSCOW3"):
        marks.place(name, Position(9, "4"))
        time.sleep(0.002)
    marks.star(["09MOSCOW1"])
    marks.place("09MOSCOW3", None)
    last = marks.last()
    assert last is not None
    assert last.id == "09MOSCOW2"


def test_places_of_an_earlier_form_are_read(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text(
        '{"format": {"marks": {"version": 1}},'
        ' "cables": {"09MOSCOW1": {"position": {"line": 3, "paragraph": "1"}}}}'
    )
    assert Marks(path).of("09MOSCOW1").position == Position(3, "1")
    assert Marks(path).last() is None
