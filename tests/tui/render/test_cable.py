from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.cable import Cable, Heading, PageBreak, Paragraph
from store.reading import reading
from tui.render.cable import before, flow, laid, received
from tui.render.line import Line, cells
from tui.render.look import Look
from tui.render.own import NOTHING

HERE = Path(__file__).parent
SOURCE_LINES = st.lists(st.text("abc é中\t-.", max_size=30), max_size=12)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


def lines(cable: Cable, width: int) -> list[Line]:
    return list(flow(cable, width))


def cable(text: str, *, number: int | None = None, portion: str | None = None) -> Cable:
    """A cable that is one paragraph."""
    return Cable("09X1", text, paragraphs=(Paragraph(number, portion, None, 0, 0, len(text)),))


def body(drawn: list[Line]) -> list[str]:
    return [line.plain for line in drawn if line.paragraph is not None]


def shown(text: str, drawn: list[Line]) -> str:
    """Source characters in the order in which the lines show them, by their offsets."""
    return "".join(text[start:end] for line in drawn for _, start, end in line.pieces)


@pytest.mark.parametrize("width", [120, 80, 40])
def test_the_seed_reads_as_it_should(seed: Cable, width: int) -> None:
    drawn = "".join(f"{line.plain.rstrip()}\n" for line in flow(seed, width))
    assert drawn == (HERE / f"09MOSCOW1869-{width}.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [1, 5, 19, 20, 40, 59, 60, 80, 120, 200])
def test_no_line_is_wider_than_asked(seed: Cable, width: int) -> None:
    for line in [*flow(seed, width), *received(seed, width)]:
        assert cells(line.plain) <= width


@pytest.mark.parametrize("width", [7, 40, 60, 80, 120])
def test_each_character_of_a_paragraph_is_shown_once_in_order(seed: Cable, width: int) -> None:
    drawn = lines(seed, width)
    for at, paragraph in enumerate(seed.paragraphs):
        own = [line for line in drawn if line.paragraph == at]
        words = reading(seed.text, paragraph.words, paragraph.end, seed.page_breaks)
        assert "".join(shown(seed.text, own).split()) == "".join(words.split())
        for line in own:
            for column, start, end in line.pieces:
                assert line.plain[column : column + end - start] == seed.text[start:end]


@given(
    SOURCE_LINES, st.integers(1, 90), st.sampled_from([None, 3]), st.sampled_from(["\n", "\r\n"])
)
def test_no_text_is_lost_doubled_or_moved(
    source: list[str], width: int, number: int | None, ending: str
) -> None:
    text = ending.join(source)
    drawn = lines(cable(text, number=number, portion="C"), width)
    assert "".join(shown(text, drawn).split()) == "".join(text.split())
    whole = list(received(cable(text), width))
    assert shown(text, whole) == text.replace("\t", "").replace("\r\n", "").replace("\n", "")


@given(st.text("ab \n中-", max_size=200), st.integers(1, 60))
def test_columns_and_offsets_agree(text: str, width: int) -> None:
    drawn = cable(text, number=1)
    for line in [*flow(drawn, width), *received(drawn, width)]:
        for column, start, end in line.pieces:
            assert line.plain[column : column + end - start] == text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "words that go on \nin the next line",
            ["words that go on in the next line"],
            id="joined",
        ),
        pytest.param(
            "Item   1998   1999\nOil     1.2    3.4",
            ["Item   1998   1999", "Oil     1.2    3.4"],
            id="table",
        ),
        pytest.param("Item\t1998\nOil\t1.2", ["Item    1998", "Oil     1.2"], id="table-by-tabs"),
        pytest.param("- one\n- two", ["- one", "- two"], id="list"),
        pytest.param("quote:\n   in\n   side", ["quote:", "   in side"], id="indented"),
        pytest.param(
            "Participants:\nthe Ambassador and all of his officers\nof the mission",
            ["Participants:", "the Ambassador and all of his officers of the mission"],
            id="early-end",
        ),
        pytest.param("one\n \n\ntwo", ["one", "", "two"], id="blank-lines-are-one"),
    ],
)
def test_what_was_set_line_by_line_stays_so(text: str, expected: list[str]) -> None:
    assert body(lines(cable(text), 79)) == expected


def test_a_table_takes_the_gutter_before_it_is_broken() -> None:
    table = "a" * 30 + "   " + "b" * 33
    drawn = body(lines(cable(f"See:\n{table}", number=1, portion="SBU"), 70))
    assert drawn == ["¶1 (SBU) See:", "    " + table]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "-- one two three\nfour five\n-- six",
            ["-- one two", "   three four", "   five", "-- six"],
            id="points-set-flush",
        ),
        pytest.param(
            "-- one two three\n   four five\n-- six",
            ["-- one two", "   three four", "   five", "-- six"],
            id="points-set-hanging",
        ),
        pytest.param(
            "  - one two three\n    four five",
            ["  - one two", "    three", "    four five"],
            id="points-set-in",
        ),
        pytest.param(
            "(a) one two three\n(b) four five",
            ["(a) one two", "    three", "(b) four five"],
            id="points-by-letter",
        ),
        pytest.param("one (MFA\n5) two (FM)", ["one (MFA 5)", "two (FM)"], id="brackets"),
        pytest.param("--one two three four", ["--one two", "three four"], id="no-point"),
    ],
)
def test_the_words_of_a_point_hang_under_its_first(text: str, expected: list[str]) -> None:
    assert body(lines(cable(text), 13)) == expected


def test_a_point_hangs_in_the_gutter_of_its_paragraph() -> None:
    text = "See:\n- " + "word " * 20
    drawn = body(lines(cable(text, number=1, portion="SBU"), 70))
    assert drawn[1].startswith("         - word")
    assert drawn[2].startswith("           word")


def test_a_page_break_in_a_sentence_is_left_out() -> None:
    text = "one sentence \n\nPOST 1 002 OF 002\n\ngoes on"
    cut = text.index("\nPOST"), text.index("goes")
    page_break = PageBreak(*cut, 3, "POST", 1, None, None, 2, None)
    drawn = lines(cable(text)._replace(page_breaks=(page_break,)), 80)
    assert body(drawn) == ["one sentence goes on"]


def test_a_heading_stands_apart() -> None:
    text = "Raid\nwords"
    drawn = lines(
        Cable(
            "09X1",
            text,
            headings=(Heading("Raid", 0, 4),),
            paragraphs=(Paragraph(1, "U", "Raid", 5, 5, 10),),
        ),
        80,
    )
    assert [line.plain for line in drawn][1:] == ["", "Raid", "", "¶1 (U) words"]
    assert drawn[2].strokes[0].role == "heading"


def test_a_mark_too_wide_for_a_gutter_is_still_shown_whole() -> None:
    drawn = body(lines(cable("words", number=12, portion="S//REL TO USA, GBR, AUS"), 80))
    assert drawn == ["¶12 (S//REL TO USA, GBR, AUS) words"]


def test_a_paragraph_of_no_words_still_shows_its_number() -> None:
    assert body(lines(cable("", number=4, portion="U"), 80)) == ["¶4 (U) "]


def test_as_received_keeps_every_line_and_place(seed: Cable) -> None:
    drawn = list(received(seed, 80))
    assert [line.plain for line in drawn] == seed.text.split("\n")
    assert drawn[38].paragraph == 0
    assert drawn[55].paragraph is None


def test_as_received_goes_on_below_where_it_is_wider() -> None:
    drawn = list(received(cable("abcdef\r\nx\ty"), 4))
    assert [line.plain for line in drawn] == ["abcd", "ef", "x   ", "    ", "y"]


def test_the_first_page_of_a_large_cable_needs_no_more_than_that() -> None:
    text = "word " * 20
    count = 20_000
    whole = "\n".join([text] * count)
    step = len(text) + 1
    paragraphs = tuple(
        Paragraph(n + 1, "U", None, n * step, n * step, n * step + step - 1) for n in range(count)
    )
    drawn = flow(Cable("09X1", whole, paragraphs=paragraphs), 80)
    first = [next(drawn) for _ in range(40)]
    assert max(line.end or 0 for line in first) < 40 * 80


def test_lines_that_do_not_wrap_stay_as_they_were_set() -> None:
    text = (
        "A line of words that goes on and on.\n  An indented one\nA table   of   two\n" + "x" * 90
    )
    cable = Cable("09X1", text, paragraphs=(Paragraph(1, None, None, 0, 0, len(text)),))
    lines = [line.plain.rstrip() for line in flow(cable, 70, Look(wrap=False))]
    first, *others = text.split("\n")
    assert lines[2:] == [f"¶1 {first}", *(f"   {line}" for line in others)]
    lines = [line.plain for line in received(cable, 20, wrapped=False)]
    assert lines == text.split("\n")


def test_a_line_without_end_is_broken_though_lines_do_not_wrap() -> None:
    cable = Cable("09X1", "word " * 2000)
    assert [len(line.plain) for line in received(cable, 80, wrapped=False)] == [4000, 4000, 2000]


@pytest.mark.parametrize("layout", [Look(), Look(received=True)], ids=["read", "received"])
def test_a_part_of_a_long_cable_is_drawn_as_in_the_whole(layout: Look) -> None:
    paragraphs, text = [], ""
    for number in range(1, 400):
        start = len(text)
        text += f"{number}. The council met about the harvest of year {number}.\nIt said no.\n"
        words = start + len(f"{number}. ")
        paragraphs.append(Paragraph(number, None, None, start, words, len(text)))
    long = Cable("09X1", text, paragraphs=tuple(paragraphs))
    begin = before(text, len(text) - 200)
    assert 0 < begin < len(text) - 8000
    whole = list(laid(long, layout, "2026-01-01", NOTHING, 80))
    part = list(laid(long, layout, "2026-01-01", NOTHING, 80, begin))
    assert part[5:] == whole[len(whole) - len(part) + 5 :]


def test_a_part_of_a_line_without_end_begins_at_a_word() -> None:
    text = "harvest " * 10_000
    begin = before(text, len(text))
    assert text[begin:].startswith("harvest")
    assert begin > 0


def test_a_part_of_a_word_without_end_begins_within_it() -> None:
    text = "The key: " + "x" * 100_000
    assert before(text, len(text)) > len(text) - 10_000
    assert before(text, 9_000) == 0
