import pytest

from store.query import parse
from store.query.snippet import snippet
from store.row import Prose, Stretch

PROSE = """The first sentence is short. Dr. No said
that the U.S. raid   on "Interfilm"
began at dawn! Then came others."""
HEAD = "09STRELSAU1\nA RAID\n\n1. (U) "
CABLE = Prose(HEAD + PROSE, "A RAID", [Stretch(len(HEAD), len(HEAD + PROSE))])


@pytest.mark.parametrize(
    ("line", "said", "marked"),
    [
        pytest.param("first", "The first sentence is short.", ["first"], id="first sentence"),
        pytest.param(
            "raid dawn",
            'No said that the U.S. raid on "Interfilm" began at dawn!',
            ["raid", "dawn"],
            id="paragraph before header, one line, all marks",
        ),
        pytest.param("others", "Then came others.", ["others"], id="last sentence"),
        pytest.param("09strelsau1", "09STRELSAU1", ["09STRELSAU1"], id="a line of the header"),
        pytest.param(
            "tag:PGOV",
            'The first sentence is short. Dr. No said that the U.S. raid on "Interfilm" began at'
            " dawn! Then came others.",
            [],
            id="the first paragraph when nothing is in the text",
        ),
    ],
)
def test_a_snippet_is_the_sentence_of_the_hit(line: str, said: str, marked: list[str]) -> None:
    text, marks = snippet(parse(line), CABLE)
    assert text == said
    assert [text[start:end] for start, end in marks] == marked


def test_without_a_paragraph_the_subject_stands() -> None:
    assert snippet(parse("tag:PGOV"), Prose("A RAID", "A\nRAID")) == ("A RAID", ())


def test_a_long_paragraph_begins_and_is_cut_between_words() -> None:
    text = " ".join(f"w{n}" for n in range(1000))
    said, _ = snippet(parse("tag:PGOV"), Prose(text, "", [Stretch(0, len(text))]))
    assert text.startswith(f"{said} ")
    assert 200 < len(said) <= 240


def test_a_page_break_is_left_out() -> None:
    text = "One release\n \nSTRELSAU 001  002 OF 002\n \ngroup was raided."
    page_break = Stretch(12, text.index("group"))
    prose = Prose(text, "", [Stretch(0, len(text))], [page_break])
    assert snippet(parse('"release group"'), prose) == (
        "One release group was raided.",
        ((4, 17),),
    )


def test_a_long_sentence_is_cut_between_words() -> None:
    text = " ".join(f"w{n}" for n in range(1000)).replace("w500", "hit")
    said, ((start, end),) = snippet(parse("hit"), Prose(text, "", [Stretch(0, len(text))]))
    assert said[start:end] == "hit"
    assert len(said) < 400
    assert set(said.split()) <= set(text.split())
