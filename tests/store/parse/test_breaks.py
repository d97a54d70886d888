"""Page and section breaks, and what goes with them."""

import pytest

from store.parse import breaks
from store.parse.folded import numbered


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("MOSCOW 00001869  002 OF 002", ("MOSCOW", 1869, 2, 2, None, None)),
        ("PRETORIA 00000954 001.2 OF 004", ("PRETORIA", 954, 1, 4, 2, None)),
        ("PORT AU PR 00002230 001.2 OF 002", ("PORT AU PR", 2230, 1, 2, 2, None)),
        ("PAGE 02 ROME 01196 01 OF 02 082030Z", ("ROME", 1196, 1, 2, 2, "082030Z")),
        ("PAGE 02        STATE   015113  182333Z", ("STATE", 15113, None, None, 2, "182333Z")),
        (
            "UNCLASSIFIED    PAGE 02        VATICA  00283  01 OF 05  241033Z",
            ("VATICA", 283, 1, 5, 2, "241033Z"),
        ),
        ("PAGE 02 HARA", ("HARA", None, None, None, 2, None)),
        ("001.2 OF 003", (None, None, 1, 3, 2, None)),
        ("PAGE 02 OF THE REPORT", None),
        ("the budget of 00001869 in 002 of 002", None),
        ("ON PAGE 02 OF THE REPORT", None),
    ],
)
def test_page_break(line: str, value: tuple[object, ...] | None) -> None:
    found = breaks.read(line)
    assert (found and found[3:]) == value


def test_blank_lines_banners_and_captions_go_with_it() -> None:
    text = "one \n \nSECRET\nPAGE 02  ROME  01059  01 OF 04  281501Z\n \nSIPDIS \n \ntwo"
    [found] = breaks.find(text, 0, numbered(text, 0))
    assert text[: found.start] + text[found.end :] == "one \ntwo"
    assert found.line == 4


def test_two_breaks_in_a_row_do_not_overlap() -> None:
    text = "MOSCOW 00001869  001.2 OF 002\n\nMOSCOW 00001869  002 OF 002\n"
    found = breaks.find(text, 0, numbered(text, 0))
    assert [(page.start, page.end) for page in found] == [(0, 31), (31, len(text))]


def test_a_header_before_a_further_section_is_a_break() -> None:
    text = (
        "1. (U) One.\n\nBT\n#0012\nNNNN\nVZCZCXYZ0013\nRR RUEHC\nDE RUEHMO #0012/02 2030337\n"
        "ZNR UUUUU ZZH\nR 220337Z JUL 09\nFM AMEMBASSY MOSCOW\nTO RUEHC/SECSTATE WASHDC\n"
        "AMEMBASSY PARIS\nBT\nUNCLAS SECTION 02 OF 02 MOSCOW 000012\n\nSIPDIS\n\n2. (U) Two."
    )
    [found] = breaks.find(text, 0, numbered(text, 0))
    assert text[: found.start] + text[found.end :] == "1. (U) One.\n2. (U) Two."
    assert (found.post, found.number, found.section, found.sections) == ("MOSCOW", 12, 2, 2)


def test_the_first_section_is_no_break() -> None:
    text = "UNCLAS SECTION 01 OF 02 MOSCOW 000012\n"
    assert breaks.find(text, 0, numbered(text, 0)) == ()
