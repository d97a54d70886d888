"""Two versions of a cable side by side."""

from store.cable import Cable
from store.compare import compare
from store.parse import parse


def read(*paragraphs: str) -> Cable:
    return parse("UNCLAS MOSCOW 001869\n\n" + "\n\n".join(paragraphs))


def kinds(old: Cable, new: Cable) -> list[str]:
    return [change.kind for change in compare(old, new)]


def test_a_version_is_like_itself() -> None:
    cable = read("1. (U) One.", "2. (U) Two.")
    assert kinds(cable, cable) == ["same", "same"]


def test_lines_that_fall_otherwise_are_the_same() -> None:
    assert kinds(read("1. (U) One and two."), read("1. (U) One\nand two.")) == ["same"]


def test_a_paragraph_less_redacted_is_changed() -> None:
    old = read("1. (U) One.", "2. (C) He met XXXXX.", "3. (U) Three.")
    new = read("1. (U) One.", "2. (C) He met Rupert.", "3. (U) Three.")
    assert kinds(old, new) == ["same", "changed", "same"]


def test_another_mark_is_a_change() -> None:
    assert kinds(read("1. (C) One."), read("1. (U) One.")) == ["changed"]


def test_paragraphs_come_and_go() -> None:
    short, long = (
        read("1. (U) One.", "3. (U) Three."),
        read("1. (U) One.", "2. (C) Two.", "3. (U) Three."),
    )
    assert kinds(short, long) == ["same", "added", "same"]
    assert kinds(long, short) == ["same", "removed", "same"]


def test_every_paragraph_of_both_is_there_once() -> None:
    old, new = read("1. (U) A.", "2. (U) B."), read("1. (U) C.", "3. (U) B.", "4. (U) D.")
    changes = compare(old, new)
    assert [change.old for change in changes if change.old] == list(old.paragraphs)
    assert [change.new for change in changes if change.new] == list(new.paragraphs)
