import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.codes import Code, Placed
from tui.render.line import (
    EMPTY,
    Line,
    Piece,
    Stroke,
    breaks,
    cells,
    cut,
    join,
    lit,
    spotted,
    words,
)
from tui.render.line import wrap as wrapped
from tui.render.safe import safe
from tui.render.styles import PLAIN

TEXTS = st.text("ab  ¶é中e\u0301", max_size=60).map(safe)
WIDTHS = st.integers(1, 30)


def sourced(text: str) -> Line:
    return Line(safe(text), (), (Piece(0, 100, 100 + len(text)),) if text else ())


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("one two three", 7, ["one two", "three"], id="at-blanks"),
        pytest.param("one two", 7, ["one two"], id="just-fits"),
        pytest.param("end.  Next one", 6, ["end.", "Next", "one"], id="blanks-at-a-break-go"),
        pytest.param("end.  Next", 20, ["end.  Next"], id="blanks-within-stay"),
        pytest.param("abcdefgh ij", 3, ["abc", "def", "gh", "ij"], id="inside-a-long-word"),
        pytest.param("中文 中文", 5, ["中文", "中文"], id="two-cells-each"),
        pytest.param("中文中", 3, ["中", "文", "中"], id="half-a-letter-does-not-fit"),
        pytest.param("中", 1, ["中"], id="wider-than-the-width"),
        pytest.param("", 5, [], id="nothing"),
    ],
)
def test_a_text_breaks(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in breaks(text, width)] == lines


def test_a_hard_break_keeps_every_blank() -> None:
    assert ["a   b   c"[s:e] for s, e in breaks("a   b   c", 3, hard=True)] == ["a  ", " b ", "  c"]


@given(TEXTS, st.integers(2, 30))
@example(safe("a" * 40), 2)
def test_broken_lines_fit_and_lose_blanks_alone(text: str, width: int) -> None:
    spans = list(breaks(text, width))
    assert all(cells(text[start:end]) <= width for start, end in spans)
    shown = "".join(text[start:end] for start, end in spans)
    assert shown.replace(" ", "") == text.replace(" ", "")


@given(TEXTS, WIDTHS, st.integers(0, 8))
def test_wrapped_lines_keep_the_offset_of_each_character(text: str, width: int, hang: int) -> None:
    for line in wrapped(sourced(text), width + hang, EMPTY, hang):
        for column, start, end in line.pieces:
            assert line.plain[column : column + end - start] == text[start - 100 : end - 100]


def test_a_label_stands_before_the_first_line_only() -> None:
    lines = [line.plain for line in wrapped(words("one two"), 8, words("TO"), 4)]
    assert lines == ["TO  one", "    two"]


@given(st.lists(TEXTS, max_size=5), st.integers(0, 80), st.integers(0, 80))
def test_cutting_what_was_joined_keeps_roles_and_offsets(
    texts: list[str], one: int, other: int
) -> None:
    start, end = sorted((one, other))
    parts = [words(text, role) for text, role in zip(texts, "abcde", strict=False)]
    whole = join(parts)
    piece = cut(whole, start, end)
    assert piece.plain == "".join(texts)[start:end]
    roles = {(s.start + i, s.role) for s in whole.strokes for i in range(s.end - s.start)}
    kept = {(s.start + i + start, s.role) for s in piece.strokes for i in range(s.end - s.start)}
    assert kept == {(column, role) for column, role in roles if start <= column < end}


@pytest.mark.parametrize(
    ("spans", "strokes"),
    [
        pytest.param([(102, 104)], [(4, 6)], id="inside"),
        pytest.param([(90, 101)], [(2, 3)], id="from-before"),
        pytest.param([(109, 130)], [(15, 16)], id="beyond"),
        pytest.param([(104, 107)], [(6, 7), (12, 13)], id="over-a-gap-between-pieces"),
        pytest.param([(50, 60), (200, 210)], [], id="elsewhere"),
        pytest.param([(100, 101), (103, 104)], [(2, 3), (5, 6)], id="several"),
    ],
)
def test_hits_are_drawn_over_the_columns_that_show_them(
    spans: list[tuple[int, int]], strokes: list[tuple[int, int]]
) -> None:
    line = Line(safe("  abcde     fghij"), (), (Piece(2, 100, 105), Piece(12, 106, 110)))
    assert lit(line, spans).strokes == tuple(Stroke(*columns, "hit") for columns in strokes)


CODES = [Placed(100, 103, Code("tag", "abc")), Placed(104, 108, Code("tag", "efgh"))]


def test_a_code_has_its_spot_where_its_first_character_is_shown() -> None:
    line = Line(safe("  abcde     fghij"), (), (Piece(2, 100, 105), Piece(12, 105, 110)))
    shown = spotted(line, CODES)
    assert [(spot.start, spot.end, spot.code.text) for spot in shown.spots] == [
        (2, 5, "abc"),
        (6, 7, "efgh"),
    ]
    first, last = wrapped(words("one two", code=Code("tag", "x")), 4)
    assert [spot.end for spot in first.spots] == [3]
    assert last.spots == ()
    assert join((words("- "), first)).spots[0].start == 2


def test_a_text_of_rich_is_words_and_never_markup() -> None:
    text = words("[bold]x[/] \x1b[2J", "code").drawn(PLAIN)
    assert text.plain == "[bold]x[/] ␛[2J"
    assert [(span.start, span.end, span.style) for span in text.spans] == [(0, 15, "bold")]
