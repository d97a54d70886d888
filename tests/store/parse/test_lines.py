"""Lines end at line feeds only; offsets are those of the text."""

from hypothesis import given
from hypothesis import strategies as st

from store.parse.lines import Lines, unescaped


def test_only_a_line_feed_ends_a_line() -> None:
    assert Lines("a\x0cb\u2028c\x85d\r\ne").words == ["a\x0cb\u2028c\x85d", "e"]


def test_a_backslash_at_the_end_of_a_line_is_no_word() -> None:
    lines = Lines(unescaped("DECL: 10/16/2016 \\\n \\\nback\\slash"))
    assert lines.words == ["DECL: 10/16/2016", "", "back\\slash"]


@given(st.text(alphabet="ab \n\r\t\\¶\u2028", max_size=60))
def test_offsets_point_at_the_words(text: str) -> None:
    text = unescaped(text)
    lines = Lines(text)
    for i, words in enumerate(lines.words):
        assert text[lines.start(i) : lines.end(i)] == words
        assert lines.starts[i] <= lines.start(i) <= lines.starts[i + 1]


def test_lines_are_cut_as_they_are_asked_for() -> None:
    text = "above\n" + "line\n" * 1000
    lines = Lines(text, 6)
    assert lines.number(2) == 4
    assert len(lines.words) < 1000
    assert lines.has(1000)
    assert not lines.has(1001)
    assert lines.words == ["line"] * 1000 + [""]
    assert lines.starts == [*range(6, len(text) + 1, 5), len(text) + 1]
