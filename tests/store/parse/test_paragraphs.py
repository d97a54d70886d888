"""Paragraphs, headings and the signature, and what comes to stand where."""

import pytest

from store.parse import breaks, paragraphs
from store.parse.folded import numbered
from store.parse.paragraphs import Body


def body(text: str) -> Body:
    return paragraphs.read(text, 0, breaks.find(text, 0, numbered(text, 0)))


def pieces(text: str) -> list[str]:
    return [text[p.start : p.end] for p in body(text).paragraphs]


def test_a_heading_between_unequal_rules_belongs_to_the_paragraph_below() -> None:
    text = "1. (U) One\n\n-----\nToo High\n----\n\n2. (U) Two\n\n3. (U) Three"
    assert [(p.number, p.heading) for p in body(text).paragraphs] == [
        (1, None),
        (2, "Too High"),
        (3, None),
    ]
    [heading] = body(text).headings
    assert text[heading.start : heading.end] == "Too High"


@pytest.mark.parametrize("text", ["SUMMARY -------\n1. One", "------- SUMMARY -------\n1. (U) One"])
def test_a_heading_and_its_rule_on_one_line(text: str) -> None:
    [heading] = body(text).headings
    assert text[heading.start : heading.end] == heading.text == "SUMMARY"


def test_a_heading_with_a_rule_below_only() -> None:
    assert [h.text for h in body("Comment\n-------\n1. (U) One").headings] == ["Comment"]


def test_an_underlined_line_behind_a_blank_one_ends_the_paragraph() -> None:
    read = body("1. (U) One\n\nComment\n-------\n\n2. (U) Two\n---\nthree")
    assert [(p.number, p.heading) for p in read.paragraphs] == [(1, None), (2, "Comment")]


def test_a_list_inside_a_paragraph_is_no_new_paragraph() -> None:
    text = "¶1. (U) One\n\n¶2. (U) Two\n1. a\n2. b\n\n¶3. (U) Three"
    assert [p.number for p in body(text).paragraphs] == [1, 2, 3]


def test_text_after_a_blank_line_stays_in_its_numbered_paragraph() -> None:
    assert pieces("1. (U) One\n\n-- a point\n\n2. (U) Two") == [
        "1. (U) One\n\n-- a point",
        "2. (U) Two",
    ]


def test_without_numbers_blank_lines_part_paragraphs() -> None:
    text = "Some words\nand more\n\nThe rest of it."
    assert pieces(text) == ["Some words\nand more", "The rest of it."]
    assert [p.number for p in body(text).paragraphs] == [None, None]


def test_a_page_break_in_mid_sentence_parts_nothing() -> None:
    text = "Some words\n \nMOSCOW 00001869  002 OF 002 \n \nand more."
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("end", "signature"),
    [
        ("\n\nBEYRLE", "BEYRLE"),
        ("\n\nDE PREE\n \nNNNN", "DE PREE"),
        ("\n\nKISSINGER\n\n\nCONFIDENTIAL\n", "KISSINGER"),
        ("  EAGLETON", "EAGLETON"),
        ("\nSMITH\nBT\n#0005\nNNNN", "SMITH"),
        ("\n\nEnd of it.", None),
        ("\n\nEND SUMMARY", None),
        ("", None),
    ],
)
def test_signature(end: str, signature: str | None) -> None:
    text = f"1. (U) It is so considered.{end}"
    read = body(text)
    assert read.signature == signature
    if signature:
        assert signature in [text[s.start : s.end] for s in read.spans]
        assert text[read.paragraphs[-1].start : read.paragraphs[-1].end].endswith("considered.")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. (U) A.\n\n2. (U) B.\n\n2. (U) C.\n\n3. (U) D.", [1, 2, 2, 3]),
        ("1. (U) A.\n\n2. (U) B.\n\n1. (U) C.", [1, 2, 1]),
        ("1. A.\n\n3. C.\n\n4. D.", [1, 3, 4]),
        ("1. A\n3. is a number in prose\n\n2. B.", [1, 2]),
        ("1. A:\n\n2009. A year\n\n9. far away\n\n2. B.", [1, 2]),
    ],
)
def test_numbers_stay_as_printed(text: str, numbers: list[int]) -> None:
    assert [paragraph.number for paragraph in body(text).paragraphs] == numbers
