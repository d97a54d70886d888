import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index.schema import ANALYZERS, LONGEST_WORD
from store.query import words
from store.query.words import spaced


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=80))
def test_the_index_parts_words_as_a_query_does(text: str) -> None:
    assert ANALYZERS["words"].analyze(spaced(text)) == list(words(text))


@pytest.mark.parametrize("plane", range(17))
def test_no_character_parts_words_in_one_of_them_alone(plane: int) -> None:
    codes = range(plane << 16, (plane + 1) << 16)
    text = " ".join(f"a{chr(code)}b" for code in codes)
    assert ANALYZERS["words"].analyze(spaced(text)) == list(words(text))


def test_a_longer_word_is_in_no_index() -> None:
    assert ANALYZERS["words"].analyze("x" * (LONGEST_WORD + 1)) == []
