"""Lines end at line feeds only; offsets are those of the text."""

from hypothesis import given
from hypothesis import strategies as st

from store.parse.lines import split


def test_only_a_line_feed_ends_a_line() -> None:
    assert split("a\x0cb\u2028c\x85d\r\ne").words == ["a\x0cb\u2028c\x85d", "e"]


def test_a_backslash_at_the_end_of_a_line_is_no_word() -> None:
    lines = split("DECL: 10/16/2016 \\\n \\\nback\\slash")
    assert lines.words == ["DECL: 10/16/2016", "", "back\\slash"]


@given(st.text(alphabet="ab \n\r\t\\¶\u2028", max_size=60))
def test_offsets_point_at_the_words(text: str) -> None:
    lines = split(text)
    for i, words in enumerate(lines.words):
        assert text[lines.start(i) : lines.end(i)] == words
        assert lines.starts[i] <= lines.start(i) <= lines.starts[i + 1]
