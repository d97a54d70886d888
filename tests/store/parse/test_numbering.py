"""How paragraphs begin: number and portion mark."""

import pytest

from store.parse.numbering import start


@pytest.mark.parametrize(
    ("line", "number", "portion", "words"),
    [
        ("¶2. (U) Early in the morning", 2, "U", "Early in the morning"),
        ("Â¶2. (U) Early", 2, "U", "Early"),
        ("\ufffd2. (U) Early", 2, "U", "Early"),
        ("1.Embassy London is pleased", 1, None, "Embassy London is pleased"),
        ("1.(U)SUMMARY:", 1, "U", "SUMMARY:"),
        ("1. (S//NF) SUMMARY", 1, "S//NF", "SUMMARY"),
        ("1. C) Content", 1, "C", "Content"),
        ("3. ( C ) Content", 3, "C", "Content"),
        ("2a. (SBU) The caption", "2a", "SBU", "The caption"),
        ("1.  Summary: (SBU) Japanese", 1, "SBU", "Summary: (SBU) Japanese"),
        ("4) (see below) More", 4, None, "(see below) More"),
    ],
)
def test_start_of_a_paragraph(line: str, number: object, portion: str | None, words: str) -> None:
    found = start(line)
    assert found is not None
    assert (found.number, found.portion, line[found.words :]) == (number, portion, words)


@pytest.mark.parametrize(
    "line",
    [
        "250,000 rubles (approx $8000) of damages",
        "5-804-0-140-66 OF NOV 18) NOT RPT NOT",
        "1965 AMENDMENTS",
        "8.50) for pre-released titles",
        "Early in the morning",
        "",
    ],
)
def test_what_begins_no_paragraph(line: str) -> None:
    assert start(line) is None


def test_a_number_with_nothing_behind_it_ends_with_its_line() -> None:
    found = start("1. (U) \nnext")
    assert found is not None
    assert found.words == len("1. (U)")
