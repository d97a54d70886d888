"""Two versions of a cable side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.cable import Cable
from store.compare import compare, steps
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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", ["equal 0 3 0 3"]),
        ("a b c", "a x c", ["equal 0 1 0 1", "replace 1 2 1 2", "equal 2 3 2 3"]),
        ("a c", "a b c", ["equal 0 1 0 1", "insert 1 1 1 2", "equal 1 2 2 3"]),
        ("a a", "a", ["equal 0 1 0 1", "delete 1 2 1 1"]),
        ("", "a", ["insert 0 0 0 1"]),
        ("", "", []),
    ],
)
def test_steps_lead_from_one_row_to_the_other(old: str, new: str, expected: list[str]) -> None:
    told = [" ".join(map(str, step)) for step in steps(old.split(), new.split())]
    assert told == expected


def test_rows_without_end_cost_no_more_than_their_length() -> None:
    old = ["the"] * 300_000
    new = [*["the"] * 100, "harvest", *["the"] * 299_800, "failed", *["the"] * 100]
    assert steps(old, new) == [
        ("equal", 0, 100, 0, 100),
        ("replace", 100, 299_900, 100, 299_902),
        ("equal", 299_900, 300_000, 299_902, 300_002),
    ]


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_what_steps_call_equal_is(old: list[str], new: list[str]) -> None:
    at = [0, 0]
    for step, a, b, c, d in steps(old, new):
        assert [a, c] == at
        assert (old[a:b] == new[c:d]) == (step == "equal")
        at = [b, d]
    assert at == [len(old), len(new)]
