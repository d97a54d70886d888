"""A text made simpler for searching keeps its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parse.folded import numbered, small


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("see MOSCOW 1439 and", ["OW 1"]),
        ("STATE #12, ROME\n7, PAGE   02", ["TE #", "ME\n7", "GE  "]),
        ("08MOSCOW1439", ["OW14"]),
        ("Moscow 1439, A 12, MOSCOW, 12", []),
        ("09 Moscow 1439, 08 Sao Paulo12", ["ow 1", "lo12"]),
        ("09 Moscow, 1439, 9 Moscow 12", []),
        ("\u20acMOSCOW 1439", ["OW 1"]),
    ],
)
def test_words_before_a_number(text: str, ends: list[str]) -> None:
    assert [text[at : at + 4] for at in numbered(text, 0)] == ends


def test_what_stands_before_the_start_is_passed_over() -> None:
    assert numbered("ROME 1 ROME 2", 5) == [9]


@given(st.text())
def test_a_letter_is_a_byte(text: str) -> None:
    assert len(small(text)) == len(text)
